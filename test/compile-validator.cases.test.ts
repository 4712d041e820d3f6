// The hard cases of validation, through the generated module: isValue and validateValue give the verdict of the specification, and never throw.
import { describe, expect, test } from "vitest";
import { compileValidator } from "../scripts/compile-validator.ts";
import { HARD_VALIDATION_CASES, REFUSED_SCHEMAS, type HardValidationCase } from "./support/hard-validation-cases.ts";

interface Compiled {
  readonly isValue: (value: unknown) => boolean;
  readonly validateValue: (value: unknown) => { readonly ok: boolean; readonly value?: unknown; readonly issues?: readonly unknown[] };
}

async function compiled({
  schema,
  dialect,
  documents = {},
}: Pick<HardValidationCase, "schema" | "dialect" | "documents">): Promise<Compiled> {
  const result = compileValidator(schema, { dialect, documents, formats: "annotate" });
  if (!result.ok) throw new Error(`no module: ${JSON.stringify(result.problems).slice(0, 500)}`);
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(result.module)}`);
}

/** What is wrong with the verdicts on one value. */
function faultsOf({ isValue, validateValue }: Compiled, { shown, make, valid }: HardValidationCase["values"][number]): readonly string[] {
  try {
    const value = make();
    const [is, found] = [isValue(value), validateValue(value)];
    return [
      ...(is === valid ? [] : [`isValue(${shown}) is ${is}`]),
      ...(found.ok === valid ? [] : [`validateValue(${shown}).ok is ${found.ok}`]),
      ...(found.ok && found.value !== value ? [`validateValue(${shown}) gives another value`] : []),
      ...(!found.ok && (found.issues ?? []).length === 0 ? [`validateValue(${shown}) refuses without an issue`] : []),
    ];
  } catch (error) {
    return [`${shown} throws ${String(error).slice(0, 200)}`];
  }
}

describe.each(HARD_VALIDATION_CASES)("%s", (_, cases) => {
  test.each(cases)("$dialect: $title", async (one) => {
    const functions = await compiled(one);
    expect(one.values.flatMap((value) => faultsOf(functions, value))).toEqual([]);
  });
});

describe("what no code can be given for is told with its place", () => {
  test.each(REFUSED_SCHEMAS)("$dialect: $title", ({ schema, dialect, at }) => {
    const result = compileValidator(schema, { dialect, formats: "annotate" });
    expect(result.ok).toBe(false);
    const problems = result.ok ? [] : result.problems;
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).toContain(at);
  });
});

test("the list is as long as it was", () => {
  const cases = HARD_VALIDATION_CASES.flatMap(([, own]) => own);
  expect(new Set(cases.map(({ title }) => title)).size).toBeGreaterThan(800);
  expect(cases.flatMap(({ values }) => values).length).toBeGreaterThan(7_000);
});
