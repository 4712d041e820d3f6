// Cuts schemas where they are nested deeper than generated code, TypeScript and the engine's stack can follow: any value passes below.
import type { Contract, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, fromEntries, isArray, isObject } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** Schemas in schemas. Every keyword was tried to this depth; lists crash at 480 levels, and real documents have a dozen. */
const MOST_LEVELS = 200;

export function cutDeepSchemas(contract: Contract): Contract {
  if (contract.declarations.every(({ schema }) => !isDeep(schema, MOST_LEVELS))) return contract;
  const diagnostics = [...contract.diagnostics];
  const declarations = contract.declarations.map((declaration) => {
    if (!isDeep(declaration.schema, MOST_LEVELS)) return declaration;
    const schema = cut(declaration.schema, MOST_LEVELS, "", (pointer) => {
      diagnostics.push(diagnostic("schema-too-deep", partOrigin(declaration, pointer), { levels: String(MOST_LEVELS) }));
    });
    return isObject(schema) ? { ...declaration, schema } : declaration;
  });
  return { ...contract, declarations, diagnostics };
}

/** The schemas that a keyword's value holds, each with its place. */
function held(keyword: string, value: Json): readonly (readonly [key: string | number | null, schema: Json])[] {
  const holder = keywordOf(keyword)?.holds;
  if (holder === "schema") return [[null, value]];
  if (holder === "list" && isArray(value)) return value.map((item, index) => [index, item]);
  return holder === "map" ? entries(value) : [];
}

const isDeep = (schema: Json, levels: number): boolean =>
  isObject(schema) &&
  (levels === 0 || entries(schema).some(([keyword, value]) => held(keyword, value).some(([, inner]) => isDeep(inner, levels - 1))));

function cut(schema: Json, levels: number, pointer: string, tell: (pointer: string) => void): Json {
  if (!isObject(schema)) return schema;
  if (levels === 0) {
    tell(pointer);
    return true;
  }
  const rewritten = entries(schema).map(([keyword, value]): readonly [string, Json] => {
    const at = pointerBelow(pointer, keyword);
    const inner = held(keyword, value).map(
      ([key, one]) => [key, cut(one, levels - 1, key === null ? at : pointerBelow(at, key), tell)] as const,
    );
    const [first] = inner;
    if (first === undefined) return [keyword, value];
    if (first[0] === null) return [keyword, first[1]];
    return [keyword, isArray(value) ? inner.map(([, one]) => one) : fromEntries(inner.map(([key, one]) => [String(key), one]))];
  });
  return fromEntries(rewritten);
}
