// The places of a schema's subschemas and of their keywords, which are worked out when somebody asks: hardly any of a large document's are.
import type { Declaration, Json, Origin } from "../contract.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, isArray, isObject, member } from "../lib/json.ts";
import { lazyRecord } from "../lib/lazy-record.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { pointerOf, visitSchema } from "../lib/schema-walk.ts";
import type { ValueText } from "./reader.ts";

/** By pointer in the schema, which stands at `pointer` in the text. */
export function schemaParts(schema: Json, pointer: string, { origin, memberOrigin }: ValueText): Declaration["parts"] {
  // What is kept here are the places alone, and not the value of the whole document.
  const places = { origin, ...(memberOrigin === undefined ? {} : { memberOrigin }) };
  const one = (at: string): readonly Origin[] | undefined => {
    const found = isPart(schema, at) ? places.origin(pointer + at) : undefined;
    return found === undefined ? undefined : [found];
  };
  return lazyRecord(one, () => allParts(schema, pointer, places));
}

type Places = Pick<ValueText, "origin" | "memberOrigin">;

/** Whether a pointer leads to a subschema, one of its keywords, or one of its examples. */
function isPart(schema: Json, at: string): boolean {
  let inner: Json | undefined = schema;
  let held: "keyword" | "list" | "map" | "examples" | "nothing" = "keyword";
  if (at !== "" && !at.startsWith("/")) return false;
  for (const key of pointerKeys(at)) {
    if (held === "nothing") return false;
    if (held === "list" || held === "examples") {
      if (!isArray(inner) || !INDEX.test(key)) return false;
      inner = inner[Number(key)];
      held = held === "list" ? "keyword" : "nothing";
    } else {
      inner = member(inner, key);
      held = held === "map" ? "keyword" : heldBy(key, inner);
    }
    if (inner === undefined) return false;
  }
  return true;
}

const INDEX = /^(0|[1-9]\d*)$/;

/** What stands inside the value of a keyword. */
function heldBy(keyword: string, value: Json | undefined): "keyword" | "list" | "map" | "examples" | "nothing" {
  const holder = keywordOf(keyword)?.holds;
  if (holder === "schema") return "keyword";
  if (holder === "list" && isArray(value)) return "list";
  if (holder === "map" && isObject(value)) return "map";
  return keyword === "examples" && isArray(value) ? "examples" : "nothing";
}

function allParts(schema: Json, pointer: string, text: Places): readonly (readonly [string, readonly Origin[]])[] {
  const parts: [string, readonly Origin[]][] = [];
  const note = (at: string, origin: Origin | undefined): void => {
    if (origin !== undefined) parts.push([at, [origin]]);
  };
  const { memberOrigin = (_, __, at) => text.origin(at) } = text;
  visitSchema(schema, (inner, place) => {
    const at = pointerOf(place);
    note(at, text.origin(pointer + at));
    for (const [keyword, value] of entries(inner)) {
      const below = pointerBelow(at, keyword);
      note(below, memberOrigin(inner, keyword, pointer + below));
      if (keyword === "examples" && isArray(value))
        value.forEach((_, index) => note(pointerBelow(below, index), text.origin(pointer + pointerBelow(below, index))));
    }
  });
  return parts;
}
