// Linking: the official suite through linked declarations and a plain reading of them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Json } from "../scripts/contract.ts";
import type { Dialect } from "../scripts/dialects/dialect.ts";
import { entries } from "../scripts/lib/json.ts";
import { linkSchema } from "../scripts/linking/link-schema.ts";
import { passesPlainly } from "./support/plain-reading.ts";

const SUITE = process.env["JSON_SCHEMA_TEST_SUITE"] ?? fileURLToPath(new URL("../../shared/json-schema-test-suite", import.meta.url));
const present = existsSync(SUITE);
if (!present) console.info(`left out: no ${SUITE}; clone json-schema-org/JSON-Schema-Test-Suite and name it in JSON_SCHEMA_TEST_SUITE`);

interface Group {
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly { readonly description: string; readonly data: Json; readonly valid: boolean }[];
}

const FOLDERS: readonly (readonly [folder: string, dialect: Dialect])[] = [
  ["draft4", "draft-04"],
  ["draft6", "draft-06"],
  ["draft7", "draft-07"],
  ["draft2019-09", "2019-09"],
  ["draft2020-12", "2020-12"],
];

const jsonFiles = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".json"));
const groupsIn = (file: string): readonly Group[] => JSON.parse(readFileSync(file, "utf8"));

const remotes = (): ReadonlyMap<string, Json> =>
  new Map(
    readdirSync(`${SUITE}/remotes`, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .map((name) => [`http://localhost:1234/${name.replaceAll("\\", "/")}`, JSON.parse(readFileSync(`${SUITE}/remotes/${name}`, "utf8"))]),
  );

const linked = (schema: Json, dialect: Dialect = "2020-12", documents: ReadonlyMap<string, Json> = new Map()) =>
  linkSchema(schema, { name: "Value", dialect, documents, formats: "annotate" });

/** Every test of a folder that comes out wrong. */
function wrongIn(folder: string, dialect: Dialect, formats: "assert" | "annotate"): readonly string[] {
  const documents = remotes();
  return jsonFiles(folder).flatMap((file) =>
    groupsIn(`${folder}/${file}`).flatMap(({ description, schema, tests }) => {
      const { declarations, problems } = linkSchema(schema, { name: "Value", dialect, documents, formats });
      const wrong = tests.filter(({ data, valid }) => passesPlainly(declarations, data) !== valid).map((test) => test.description);
      return [...wrong, ...problems.map(({ code }) => code)].map((text) => `${file}: ${description}: ${text}`);
    }),
  );
}

describe.skipIf(!present)("the official suite", () => {
  it.each(FOLDERS)("%s, its mandatory part", (folder, dialect) => {
    expect(wrongIn(`${SUITE}/tests/${folder}`, dialect, "annotate")).toEqual([]);
  });

  it.each(FOLDERS)("%s, its optional part but for formats, which the plain reading does not know", (folder, dialect) => {
    const wrong = wrongIn(`${SUITE}/tests/${folder}/optional`, dialect, "assert").filter((text) => !text.startsWith("format-assertion"));
    // JavaScript's numbers cannot tell 1.0 from 1.
    const expected = folder === "draft4" ? [expect.stringMatching(/^zeroTerminatedFloats/)] : [];
    expect(wrong).toEqual(expected);
  });

  it.each(FOLDERS)("%s asserts the formats of which the suite has a wrong value", (folder, dialect) => {
    const at = `${SUITE}/tests/${folder}/optional/format`;
    for (const file of jsonFiles(at).filter((name) => name !== "ecmascript-regex.json"))
      for (const { schema, tests } of groupsIn(`${at}/${file}`)) {
        const { declarations } = linkSchema(schema, { name: "Value", dialect, documents: new Map(), formats: "assert" });
        expect([file, entries(declarations[0]?.schema).some(([keyword]) => keyword === "format")]).toEqual([
          file,
          tests.some(({ valid }) => !valid),
        ]);
      }
  });

  it("changes no schema and finds the same twice", () => {
    const documents = remotes();
    for (const [folder, dialect] of FOLDERS)
      for (const file of jsonFiles(`${SUITE}/tests/${folder}`))
        for (const { schema } of groupsIn(`${SUITE}/tests/${folder}/${file}`)) {
          const before = JSON.stringify(schema);
          const first = JSON.stringify(linked(schema, dialect, documents));
          expect(JSON.stringify(linked(schema, dialect, documents))).toBe(first);
          expect(JSON.stringify(schema)).toBe(before);
        }
  });
});
