// The official JSON Schema test suite, as it lies in a folder.
import { join } from "node:path";
import type { Json } from "../contract.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { readTree } from "../files.ts";
import { isArray, isObject, member, stringMember } from "../lib/json.ts";

/** The suite's folder for a draft, and the dialect of its schemas. */
export interface Draft {
  readonly folder: string;
  readonly dialect: Dialect;
}

export const DRAFTS: readonly Draft[] = [
  { folder: "draft4", dialect: "draft-04" },
  { folder: "draft6", dialect: "draft-06" },
  { folder: "draft7", dialect: "draft-07" },
  { folder: "draft2019-09", dialect: "2019-09" },
  { folder: "draft2020-12", dialect: "2020-12" },
];

/** A schema with values that it accepts and refuses. */
export interface Case {
  /** The path of its file below the draft's folder, and its description. */
  readonly file: string;
  readonly name: string;
  readonly part: "mandatory" | "optional" | "formats";
  readonly schema: Json;
  readonly instances: readonly Instance[];
}

interface Instance {
  readonly name: string;
  readonly value: Json;
  readonly valid: boolean;
}

const suite = process.env["JSON_SCHEMA_TEST_SUITE"] ?? join("..", "shared", "json-schema-test-suite");

/** How to get the suite, for when its folder is not there. */
export const MISSING = `There is no ${suite}: clone JSON-Schema-Test-Suite, and name its folder in JSON_SCHEMA_TEST_SUITE.`;

const parsed = (text: string): Json => JSON.parse(text);

/** The suite's remote documents, by the addresses that its schemas use. */
export const remoteDocuments = (): ReadonlyMap<string, Json> =>
  new Map(
    [...(readTree(join(suite, "remotes")) ?? [])]
      .filter(([path]) => path.endsWith(".json"))
      .map(([path, text]) => [`http://localhost:1234/${path}`, parsed(text)]),
  );

/** The cases of a draft, or null when the suite is not there. */
export function casesOf({ folder }: Draft): readonly Case[] | null {
  const files = readTree(join(suite, "tests", folder));
  if (files === null) return null;
  return [...files].flatMap(([path, text]) => {
    const part = path.startsWith("optional/format/") ? "formats" : path.startsWith("optional/") ? "optional" : "mandatory";
    const groups = parsed(text);
    return path.endsWith(".json") && isArray(groups) ? groups.map((group) => caseOf(path, part, group)) : [];
  });
}

function caseOf(file: string, part: Case["part"], group: Json): Case {
  const tests = member(group, "tests");
  return {
    file,
    name: `${file}: ${stringMember(group, "description") ?? ""}`,
    part,
    schema: member(group, "schema") ?? null,
    instances: (isArray(tests) ? tests : []).filter(isObject).map((test) => ({
      name: stringMember(test, "description") ?? "",
      value: member(test, "data") ?? null,
      valid: member(test, "valid") === true,
    })),
  };
}
