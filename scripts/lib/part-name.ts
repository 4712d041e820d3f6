// What a part of a schema is called: its owner's name and the names on the way to it.
import { pointerBelow, pointerKeys } from "./pointer.ts";
import { pascalCase, singular } from "./words.ts";

/** Keywords whose members have names. */
const NAMED: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependentSchemas", "definitions", "$defs"]);
/** Keywords whose members are numbered, with the word for one of them. */
const NUMBERED: ReadonlyMap<string, string> = new Map([
  ["allOf", "Part"],
  ["anyOf", "Form"],
  ["oneOf", "Form"],
  ["prefixItems", "Item"],
]);

/** `Company`, `/properties/tags/items` → `CompanyTag`. A step into `allOf` has a name only at the end: its members belong to the owner. */
export function partName(owner: string, pointer: string): string {
  const keys = pointerKeys(pointer);
  let name = owner;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? "";
    const next = keys[at + 1];
    const numbered = NUMBERED.get(key);
    if (numbered !== undefined && next !== undefined) {
      if (key !== "allOf" || at + 2 >= keys.length) name += `${numbered}${Number(next) + 1}`;
      at += 1;
    } else if (NAMED.has(key) && next !== undefined) {
      name += pascalCase(next);
      at += 1;
    } else if (key === "items") name = singular(name) === name ? `${name}Item` : singular(name);
    else if (key === "additionalProperties") name += "Value";
    else name += pascalCase(key);
  }
  return name;
}

/** What the parts of an OpenAPI document are called beside schemas. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["parameters", "Parameter"],
  ["headers", "Header"],
  ["requestBodies", "Request"],
  ["responses", "Response"],
]);

/** `/components/responses/Not-Found/content/application~1json/schema` → `NotFoundResponse`: what a place outside of all schemas is called. */
export function placeName(pointer: string): string {
  const [top = "", kind = "", key = "", ...inside] = pointerKeys(pointer);
  if (top !== "components") return pascalCase([top, kind, key, ...inside].join(" "));
  const rest = inside.filter((step) => step !== "schema" && step !== "content" && step !== "application/json");
  return partName(pascalCase(key) + (KINDS.get(kind) ?? ""), pointerBelow("", ...rest));
}
