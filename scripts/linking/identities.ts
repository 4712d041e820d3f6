// What schemas of a document say of themselves, and what is odd there, for those who read the restated document.
import type { Json, JsonObject } from "../contract.ts";
import type { Unsaid } from "../dialects/left-over.ts";
import { stringMember } from "../lib/json.ts";
import { problemWords } from "./problem-words.ts";
import type { Resource, SchemaProblem } from "./resource.ts";
import { splitFragment } from "./uri.ts";

/** What is odd in a document: `code` is the slug of a diagnostic, `pointer` a place of the document as it was. */
export interface RestatingFinding {
  readonly code: Unsaid["code"] | "format-of-another-dialect" | "dynamic-reference" | "dynamic-scope-ends" | "identifier-doubtful";
  readonly pointer: string;
  readonly facts: { readonly [name: string]: string };
}

/** A schema and its place in its resource. */
interface Identified {
  readonly schema: JsonObject;
  readonly resource: Resource;
  readonly pointer: string;
}

/** Identifying keywords with their values. */
type Identity = readonly (readonly [keyword: string, value: string])[];

/** A function that says in words of 2020-12 what a schema is called: what other documents may refer to. `top` is the whole document. */
export function identities(): (identified: Identified, top: boolean) => Identity {
  const anchors = new Map<Resource, ReadonlyMap<string, string>>();
  const anchorsOf = (resource: Resource): ReadonlyMap<string, string> => {
    const known = anchors.get(resource) ?? new Map([...resource.anchors].map(([name, place]) => [place.pointer, name]));
    anchors.set(resource, known);
    return known;
  };
  return ({ schema, resource, pointer }, top) => {
    const { early, id } = resource.language;
    const name = anchorsOf(resource).get(pointer);
    const own = top ? stringMember(schema, id) : undefined;
    const dialect = top ? stringMember(schema, "$schema") : undefined;
    return [
      ...(dialect === undefined ? [] : [["$schema", dialect] as const]),
      ...(own === undefined || (early && splitFragment(own)[0] === "") ? [] : [["$id", own] as const]),
      ...(name === undefined ? [] : [["$anchor", name] as const]),
    ];
  };
}

/** Problems with identifiers. That of a bare fragment at the top is left to those who read the result. */
export function doubts(
  problems: readonly SchemaProblem[],
  document: Json,
  begins: ReadonlyMap<Resource, string>,
): readonly RestatingFinding[] {
  return problems.flatMap(({ code, location, facts }): readonly RestatingFinding[] => {
    const [uri, inside] = splitFragment(location);
    const begin = [...begins].find(([resource]) => resource.uri === uri)?.[1] ?? "";
    const pointer = begin + inside;
    if (pointer === "/$id" && stringMember(document, "$id")?.startsWith("#") === true) return [];
    return [{ code: "identifier-doubtful", pointer, facts: { problem: problemWords(code, facts) } }];
  });
}
