// Which values the types of schemas refuse, in the judgement of tsc.
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import type { Json } from "../contract.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { discard, stage } from "../files.ts";
import { code, jsonText, join, propertyName, type Code } from "../lib/code.ts";
import { entries, isArray, isObject } from "../lib/json.ts";
import { linkSchema } from "../linking/link-schema.ts";
import { typeDeclarations } from "../shapes/type-declarations.ts";
import { type Complaint, tsc } from "../verify/tsc.ts";
import type { Case } from "./suite.ts";

/** What came of all cases. */
export interface Verdict {
  readonly schemas: number;
  /** Schemas without a type, or with one that does not compile, and why. */
  readonly untyped: readonly string[];
  readonly instances: readonly { readonly name: string; readonly valid: boolean; readonly refused: boolean }[];
  readonly milliseconds: number;
}

const STRICTEST = {
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  isolatedDeclarations: true,
  declaration: true,
  noEmit: true,
};

/** Prints the types of all schemas into one module, and asks of each value whether its own exact type is assignable to the schema's. */
export async function judgeTypes(
  cases: readonly Pick<Case, "name" | "schema" | "instances">[],
  dialect: Dialect,
  documents: ReadonlyMap<string, Json>,
): Promise<Verdict> {
  const begun = performance.now();
  const texts: string[] = ["export type Holds<T extends true> = T;"];
  const places = new Map<number, string>();
  const untyped: string[] = [];
  const instances: { name: string; valid: boolean; line: number }[] = [];
  cases.forEach((one, index) => {
    const { declarations, problems } = linkSchema(one.schema, { name: "Value", dialect, documents, formats: "annotate" });
    const [root] = declarations;
    if (root === undefined || problems.length > 0) untyped.push(`${one.name} (${problems.map((problem) => problem.code).join(", ")})`);
    if (root === undefined) return;
    const lines = [`export namespace S${index} {`, ...typeDeclarations(declarations).text.trimEnd().split("\n"), "}"];
    for (const line of lines) places.set(texts.push(line), one.name);
    for (const { name, value, valid } of one.instances) {
      const line = texts.push(
        `export type T${texts.length} = Holds<[${exactType(value).text}] extends [S${index}.${root.name}] ? true : false>;`,
      );
      instances.push({ name: `${one.name}: ${name}`, valid, line });
    }
  });
  const complaints = await complaintsAbout(texts.join("\n"));
  const refused = new Set(complaints.filter(isRefusal).map(({ line }) => line));
  for (const one of complaints) if (!isRefusal(one)) untyped.push(`${places.get(one.line) ?? `line ${one.line}`} (${one.message})`);
  return {
    schemas: cases.length,
    untyped,
    instances: instances.map(({ name, valid, line }) => ({ name, valid, refused: refused.has(line) })),
    milliseconds: performance.now() - begun,
  };
}

/** Any other error is about the types themselves. */
const isRefusal = ({ message }: Complaint): boolean => message.startsWith("TS2344: Type 'false' does not satisfy the constraint 'true'");

async function complaintsAbout(text: string): Promise<readonly Complaint[]> {
  const files = new Map([
    ["types.ts", text],
    ["tsconfig.json", JSON.stringify({ compilerOptions: STRICTEST, files: ["types.ts"] })],
    ["package.json", '{ "type": "module" }'],
  ]);
  const folder = stage(joinPath(tmpdir(), `hookwright-types-${process.pid}`), files);
  try {
    return await tsc(["--project", folder], folder);
  } finally {
    discard(folder);
  }
}

/** The type that holds nothing but one value. */
function exactType(value: Json): Code {
  if (isArray(value)) return code`[${join(value.map(exactType), code`, `)}]`;
  if (!isObject(value)) return typeof value === "number" && !Number.isFinite(value) ? code`number` : jsonText(value);
  return code`{ ${join(
    entries(value).map(([name, inner]) => code`${propertyName(name, "type")}: ${exactType(inner)}`),
    code`; `,
  )} }`;
}
