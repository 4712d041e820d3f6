// What keeps a linked schema from being compiled: keywords whose values they cannot have.
import type { Json } from "../contract.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, isArray, isSchema, valueWords } from "../lib/json.ts";
import { pointerToken } from "../lib/pointer.ts";
import { descend, type Place, type Source, sourcePlace } from "./place.ts";

/** A fault, by the place of the keyword. */
export interface SchemaFault {
  readonly code: "keyword-value" | "schema-expected";
  readonly location: string;
  readonly facts: { readonly [name: string]: string };
}

/** The faults of a source's schema and everything inside it. */
export function schemaFaults(source: Source): readonly SchemaFault[] {
  const faults: SchemaFault[] = [];
  const open: { readonly schema: Json; readonly place: Place }[] = [{ schema: source.schema, place: sourcePlace(source) }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { schema, place } = next;
    if (!isSchema(schema)) {
      faults.push({ code: "schema-expected", location: place.location, facts: { actual: valueWords(schema) } });
      continue;
    }
    for (const [name, value] of entries(schema)) {
      const keyword = keywordOf(name);
      if (keyword === undefined) continue;
      const expected = keyword.accepts(value);
      const at = `/${pointerToken(name)}`;
      if (expected !== null)
        faults.push({ code: "keyword-value", location: descend(place, at).location, facts: { keyword: name, expected } });
      else if (keyword.holds === "schema") open.push({ schema: value, place: descend(place, at) });
      else if (keyword.holds === "list" && isArray(value))
        value.forEach((schema, index) => open.push({ schema, place: descend(place, `${at}/${index}`) }));
      else if (keyword.holds === "map")
        for (const [key, schema] of entries(value)) open.push({ schema, place: descend(place, `${at}/${pointerToken(key)}`) });
    }
  }
  return faults;
}
