// The generated package by name: each declaration's functions behind one type, so that a law can be said of all of them.
import * as codatExamples from "../../generated/src/codat/examples.ts";
import * as codat from "../../generated/src/codat/index.ts";
import type { Issue, Result, StandardSchema } from "../../generated/src/codat/index.ts";
import * as railzExamples from "../../generated/src/railz/examples.ts";
import * as railz from "../../generated/src/railz/index.ts";

type Module = Readonly<Record<string, unknown>>;

/** What the package exports for one declaration. */
export interface Validators {
  readonly vendor: string;
  readonly name: string;
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => Result<unknown>;
  readonly parse: (value: unknown) => unknown;
  readonly parseJson: (text: string) => unknown;
  readonly assert: (value: unknown) => void;
  readonly standard: StandardSchema<unknown>;
}

/** The package's modules by vendor. */
export const modules: { readonly [vendor: string]: Module } = { codat, railz };

/** The constants of examples.ts by vendor. */
export const exampleModules: { readonly [vendor: string]: Module } = { codat: codatExamples, railz: railzExamples };

const isIssue = (value: unknown): value is Issue =>
  value !== null && typeof value === "object" && ["path", "pointer", "keyword", "message"].every((key) => key in value);

function isResult(value: unknown): value is Result<unknown> {
  if (value === null || typeof value !== "object" || !("ok" in value)) return false;
  return value.ok === true
    ? "value" in value
    : "issues" in value && Array.isArray(value.issues) && value.issues.length > 0 && value.issues.every(isIssue);
}

const isStandard = (value: unknown): value is StandardSchema<unknown> =>
  value !== null && typeof value === "object" && "~standard" in value;

function called(module: Module, name: string): (value: unknown) => unknown {
  const found = module[name];
  if (typeof found !== "function") throw new TypeError(`the package has no function ${name}`);
  return (value) => {
    const returned: unknown = found(value);
    return returned;
  };
}

/** The functions of a declaration. */
export function validatorsOf(vendor: string, name: string): Validators {
  const module = modules[vendor] ?? {};
  const standard = module[`${name}Schema`];
  if (!isStandard(standard)) throw new TypeError(`${name}Schema is no Standard Schema`);
  const test = called(module, `is${name}`);
  const verdict = called(module, `validate${name}`);
  return {
    vendor,
    name,
    is: (value) => test(value) === true,
    validate: (value) => {
      const result = verdict(value);
      if (!isResult(result)) throw new TypeError(`validate${name} must give a value, or at least one issue: ${JSON.stringify(result)}`);
      return result;
    },
    parse: called(module, `parse${name}`),
    parseJson: called(module, `parse${name}Json`),
    assert: called(module, `assert${name}`),
    standard,
  };
}
