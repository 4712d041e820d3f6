// From a parsed document to declarations: the schema at a pointer, and everything under its `definitions` or `$defs`.
import type { Declaration, Diagnostic, Json, JsonObject } from "../contract.ts";
import { diagnostic, type Slug } from "../diagnostics.ts";
import { dialectNamed } from "../dialects/dialect.ts";
import { entries, fromEntries, isArray, isObject, isSchema, member, stringMember, valueWords } from "../lib/json.ts";
import { pointerBelow, pointerToken } from "../lib/pointer.ts";
import { mapSchema, pointerOf, visitSchema } from "../lib/schema-walk.ts";
import { pascalCase } from "../lib/words.ts";
import type { ValueText } from "./reader.ts";
import { schemaParts } from "./schema-parts.ts";

/** Where a schema is mounted. */
export interface Mount {
  readonly text: ValueText;
  /** Where the schema stands in the document. */
  readonly pointer: string;
  /** What references call that place: `#/components/schemas/Company`. Its pointer in the document is an address too. */
  readonly address: string;
  readonly name: string;
  readonly supplied: boolean;
  /** The OpenAPI version whose schema language it is. */
  readonly openapi?: "3.0" | "3.1";
}

export interface Found {
  readonly declarations: readonly Declaration[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Keywords that name a schema or hold others, and say nothing of values. */
const NESTS = ["definitions", "$defs"] as const;
const STRUCTURE: ReadonlySet<string> = new Set([...NESTS, "$schema", "$id", "$anchor"]);

/** The declarations of a schema: itself (unless it is only a shell around definitions), then its definitions, outermost first. */
export function schemaDeclarations(schema: Json, mount: Mount): Found {
  const { text, pointer, address, name, supplied, openapi } = mount;
  const whole = address.includes("#") ? address : `${address}#`;
  const nests = nestsIn(schema);
  const inner = nests.flatMap(({ at, key, value }) =>
    schemaDeclarations(value, {
      ...mount,
      pointer: pointerBelow(pointer + at, key),
      address: `${whole}${at}/${pointerToken(key)}`,
      name: pascalCase(key),
    }),
  );
  const nested = inner.flatMap(({ declarations }) => declarations);
  const diagnostics = [...structureNotes(schema, mount), ...inner.flatMap((found) => found.diagnostics)];
  const origin = text.origin(pointer);
  if (origin === undefined) return { declarations: nested, diagnostics };
  if (!isSchema(schema)) {
    const facts = { actual: valueWords(schema), expected: "a schema" };
    // One mistake of a large document must not stop all of it.
    const slug = openapi === undefined || supplied ? "schema-expected" : "openapi-misshapen";
    return { declarations: nested, diagnostics: [...diagnostics, diagnostic(slug, origin, facts, text.length(pointer))] };
  }
  const flat = nests.some(({ at }) => at.lastIndexOf("/") > 0) ? mapSchema(schema, withoutStructure) : schema;
  const own = isObject(flat) ? withoutStructure(flat) : flat;
  if (isObject(own) && Object.keys(own).length === 0 && nested.length > 0) return { declarations: nested, diagnostics };
  const anchor = stringMember(schema, "$anchor");
  const addresses = [...new Set([address, `#${pointer}`, `#${origin.pointer}`, ...(anchor === undefined ? [] : [`#${anchor}`])])];
  const same = nested.find((one) => isReferenceTo(one, own) && one.name.toLowerCase() === name.toLowerCase());
  if (same !== undefined) {
    // `{ "$ref": "#/definitions/Order", "definitions": … }` in order.json: one type, not two of one name.
    const both = { ...same, addresses: [...new Set([...same.addresses, ...addresses])] };
    return { declarations: nested.map((one) => (one === same ? both : one)), diagnostics };
  }
  const declaration = {
    name,
    addresses,
    schema: own,
    origins: [origin],
    parts: schemaParts(own, pointer, text),
    supplied,
    statedBy: "schema" as const,
    ...(openapi === undefined ? {} : { openapi }),
  };
  return { declarations: [declaration, ...nested], diagnostics };
}

/** A definition inside a schema. */
interface Nested {
  /** Where the definitions stand: "/definitions", "/items/$defs". */
  readonly at: string;
  readonly key: string;
  readonly value: Json;
}

/** Whether some object of a value has definitions, or data that looks like it. */
function holdsNest(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (!isArray(value) && (Object.hasOwn(value, "definitions") || Object.hasOwn(value, "$defs"))) return true;
  for (const inner of Object.values(value)) if (typeof inner === "object" && holdsNest(inner)) return true;
  return false;
}

/** The definitions of a schema and of all that is in it, but for those of definitions. */
function nestsIn(schema: Json): readonly Nested[] {
  const found: Nested[] = [];
  if (!holdsNest(schema)) return found;
  visitSchema(schema, (inner, place) => {
    for (const nest of NESTS)
      for (const [key, value] of entries(member(inner, nest))) found.push({ at: pointerOf(place, nest), key, value });
  });
  return found;
}

/** Whether a schema says nothing but that it is a declaration. */
const isReferenceTo = ({ addresses }: Declaration, schema: Json): boolean =>
  entries(schema).length === 1 && addresses.includes(stringMember(schema, "$ref") ?? "");

const withoutStructure = (schema: JsonObject): JsonObject => fromEntries(entries(schema).filter(([key]) => !STRUCTURE.has(key)));

const STRUCTURE_VALUES: readonly (readonly [keyword: string, expected: string, holds: (value: Json) => boolean])[] = [
  ...NESTS.map((nest) => [nest, "an object of schemas", isObject] as const),
  ...["$schema", "$id", "$anchor"].map((name) => [name, "a string", (value: Json) => typeof value === "string"] as const),
];

/** What a 2020-12 schema says in the words of another dialect. */
function structureNotes(schema: Json, { text, pointer }: Mount): readonly Diagnostic[] {
  const notes: Diagnostic[] = [];
  const note = (slug: Slug, keyword: string, facts: Diagnostic["facts"]): void => {
    const at = pointerBelow(pointer, keyword);
    const origin = text.origin(at);
    if (origin !== undefined) notes.push(diagnostic(slug, origin, facts, text.length(at)));
  };
  for (const [keyword, expected, holds] of STRUCTURE_VALUES) {
    const value = member(schema, keyword);
    if (value !== undefined && !holds(value)) note("keyword-value", keyword, { keyword, expected });
  }
  const id = stringMember(schema, "$id");
  if (id?.startsWith("#") === true) note("fragment-id", "$id", { id });
  if (dialectNamed(stringMember(schema, "$schema") ?? "") === "2020-12") note("definitions-keyword", "definitions", {});
  return notes;
}
