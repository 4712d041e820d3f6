// From one JSON Schema of any dialect to a self-contained module of validators.
import type { Json } from "./contract.ts";
import { type Dialect, dialectCalled } from "./dialects/dialect.ts";
import { type HelperText, readHelperTexts } from "./files.ts";
import { code } from "./lib/code.ts";
import { pointedAt } from "./lib/pointer.ts";
import { nameProblem } from "./lib/words.ts";
import { linkSchema } from "./linking/link-schema.ts";
import { problemWords } from "./linking/problem-words.ts";
import type { SchemaProblem as LinkProblem } from "./linking/resource.ts";
import { splitFragment } from "./linking/uri.ts";
import { typeDeclarations } from "./shapes/type-declarations.ts";
import { printAnnotations } from "./validators/annotate.ts";
import { printFunctions } from "./validators/functions.ts";
import { moduleText } from "./validators/module-text.ts";
import { cutRoutines, type Routine } from "./validators/routines.ts";
import { schemaFaults } from "./validators/schema-faults.ts";

export type { Dialect } from "./dialects/dialect.ts";
export type { Json } from "./contract.ts";
export { toOutput } from "../templates/src/output.ts";
export type { AnnotationUnit, BasicOutput, ErrorUnit, FlagOutput } from "../templates/src/output.ts";

/** How to compile a schema. */
export interface ValidatorOptions {
  /** For documents without `$schema`; 2020-12 when nothing is said. Its `$schema` names a dialect too. */
  readonly dialect?: Dialect | `http${string}`;
  /** Other documents that references lead to, by absolute URI. Nothing is ever fetched. */
  readonly documents?: Readonly<Record<string, Json>>;
  /** Whether `format` is a rule or a remark ("annotate", as the specification has it, when nothing is said). */
  readonly formats?: "assert" | "annotate";
  /** What the type is called: `Value`, with `isValue` and `validateValue`, when nothing is said. */
  readonly name?: string;
  /** Whether the module also has `annotationsOfValue`: what the keywords that apply to a valid value and its parts say of them. */
  readonly annotations?: boolean;
}

/** A fault of a schema. */
export interface SchemaProblem {
  /** `reference-unresolved`, `reference-cycle`, `keyword-value`, … */
  readonly code: string;
  /** Where: a URI with an RFC 6901 pointer as its fragment. */
  readonly location: string;
  /** What is wrong, for a person. */
  readonly message: string;
}

/** A module, or why there is none. */
export type CompiledValidator =
  | {
      readonly ok: true;
      /** An ES module that imports nothing: `isValue(value)` and `validateValue(value)`. */
      readonly module: string;
      /** Its TypeScript declarations. */
      readonly declaration: string;
    }
  | { readonly ok: false; readonly problems: readonly SchemaProblem[] };

/**
 * Compiles a schema of draft 4, 6, 7, 2019-09 or 2020-12. Unknown keywords are remarks. The module needs neither imports nor code generation from
 * strings. A schema that cannot be compiled exactly gives problems and no module.
 */
export function compileValidator(schema: Json, options: ValidatorOptions = {}): CompiledValidator {
  try {
    return compiled(schema, options);
  } catch (error) {
    // Printers follow a schema inwards; one some hundreds of levels deep exhausts the stack.
    if (!(error instanceof RangeError) || !error.message.includes("call stack")) throw error;
    return refused("schema-too-deep", {});
  }
}

function compiled(schema: Json, options: ValidatorOptions): CompiledValidator {
  const { documents = {}, formats = "annotate", name = "Value", annotations = false } = options;
  const dialect = dialectCalled(options.dialect ?? "2020-12");
  if (dialect === undefined) return refused("dialect-unknown", { dialect: String(options.dialect) });
  if (!isFree(name)) return refused("name-invalid", { name });
  const { declarations, problems } = linkSchema(schema, { name, dialect, documents: new Map(Object.entries(documents)), formats });
  const faults = [...problems, ...declarations.flatMap(schemaFaults)];
  const [root] = declarations;
  if (faults.length > 0 || root === undefined) return { ok: false, problems: faults.map(told) };
  const { texts, names } = moduleHelpers();
  const routines = cutRoutines(declarations, undefined, names);
  const isRoot = ({ declared, place }: Routine): boolean => declared && place.source === root;
  const rootRoutine = annotations ? routines.list.find(isRoot) : undefined;
  const printed = printFunctions(routines, isRoot, false, {
    others: rootRoutine && printAnnotations(rootRoutine, routines, statedIn({ ...documents, [uriOf(root.location)]: schema })),
  });
  const body = moduleText(printed, isRoot, code`export `).text;
  const module = `${HEADER}\n${[body, ...helpersFor(printed.helpers, texts)].join("\n\n")}\n`;
  const functions = declarationOf(root.name) + (annotations ? annotationsDeclaration(root.name) : "");
  return { ok: true, module, declaration: `${typeDeclarations(declarations).text}\n${functions}` };
}

const uriOf = (location: string): string => splitFragment(location)[0];

/** What documents state at a location; undefined inside a resource that is embedded in another. */
const statedIn =
  (documents: Readonly<Record<string, Json>>) =>
  (location: string): Json | undefined => {
    const document = documents[uriOf(location)];
    return document === undefined ? undefined : pointedAt(document, splitFragment(location)[1]);
  };

const refused = (slug: string, facts: LinkProblem["facts"]): CompiledValidator => ({
  ok: false,
  problems: [told({ code: slug, location: "#", facts })],
});

const told = ({ code: slug, location, facts }: LinkProblem): SchemaProblem => ({
  code: slug,
  location,
  message: problemWords(slug, facts),
});

/** Whether a name can be the type's: no word of the language, and no function of it is one of the module's own. */
const isFree = (name: string): boolean =>
  (name === "Value" || nameProblem(name) === null) &&
  ![`is${name}`, `check${name}`, `validate${name}`].some((taken) => moduleHelpers().names.has(taken));

const HEADER = "// Generated by Hookwright; do not edit.";

/** The helpers of the build, and their names. */
function moduleHelpers(): { readonly texts: ReadonlyMap<string, HelperText>; readonly names: ReadonlySet<string> } {
  const texts = readHelperTexts();
  helpers ??= { texts, names: new Set(texts.keys()) };
  return helpers;
}

let helpers: ReturnType<typeof moduleHelpers> | undefined;

/** The helpers that a module uses, and those that they use, in the order of their texts. */
function helpersFor(used: Iterable<string>, texts: ReadonlyMap<string, HelperText>): readonly string[] {
  const needed = new Set<string>();
  const open = [...used];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    open.push(...(texts.get(name)?.needs ?? []));
  }
  return [...texts].flatMap(([name, { text }]) => (needed.has(name) ? [text] : []));
}

const declarationOf = (name: string): string => `
/** One rule that a value breaks. */
export interface Issue {
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly keyword: string;
  readonly location: string;
  readonly expected: string;
  readonly message: string;
}

/** Whether a value is valid. */
export declare function is${name}(value: unknown): value is ${name};

/** The verdict on a value, with everything that is wrong. */
export declare function validate${name}(value: unknown): { readonly ok: true; readonly value: ${name} } | { readonly ok: false; readonly issues: readonly Issue[] };
`;

const annotationsDeclaration = (name: string): string => `
/** What the schema says of a valid value: one output unit (2020-12 Core, section 12.4) for each keyword that applies to it or a part of it. */
export declare function annotationsOf${name}(value: unknown): readonly {
  readonly valid: true;
  readonly keywordLocation: string;
  readonly absoluteKeywordLocation?: string;
  readonly instanceLocation: string;
  readonly annotation?: unknown;
}[];
`;
