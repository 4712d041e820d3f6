// A naive interpreter of linked declarations: all keywords of JSON Schema 2020-12, each as the specification words it. It shares no rule
// with scripts/, so that it can be held against what they generate.
import type { Json, JsonObject } from "../../scripts/contract.ts";

interface Declared {
  readonly name: string;
  readonly schema: Json;
}

/** What a schema that passes has evaluated: names of members, and indexes of items (2020-12 Core, section 11). */
interface Evaluated {
  readonly names: Set<string>;
  readonly indexes: Set<number>;
}

type Read = (schema: Json, value: Json) => Evaluated | null;

interface Rule {
  readonly schema: JsonObject;
  readonly value: Json;
  readonly read: Read;
  readonly evaluated: Evaluated;
}

/** Whether a value passes the first declaration. `format` is not looked at. */
export function passesPlainly(declarations: readonly Declared[], value: Json): boolean {
  const byName = new Map(declarations.map(({ name, schema }) => [name, schema]));
  const read: Read = (schema, value) => {
    if (schema === true) return nothing();
    if (!isPlainObject(schema)) return null;
    const evaluated = nothing();
    const rule: Rule = { schema, value, read, evaluated };
    if (Object.hasOwn(schema, "$ref")) {
      const target = byName.get(String(schema["$ref"]));
      if (target === undefined) throw new Error(`no declaration is called ${String(schema["$ref"])}`);
      if (!takeIn(evaluated, read(target, value))) return null;
    }
    const holds = holdsForAny(rule) && holdsInPlace(rule) && holdsForKind(rule) && unevaluatedHold(rule);
    return holds ? evaluated : null;
  };
  const [root] = declarations;
  return root !== undefined && read(root.schema, value) !== null;
}

const nothing = (): Evaluated => ({ names: new Set(), indexes: new Set() });

function takeIn(into: Evaluated, more: Evaluated | null): boolean {
  for (const name of more?.names ?? []) into.names.add(name);
  for (const index of more?.indexes ?? []) into.indexes.add(index);
  return more !== null;
}

const isPlainObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const own = (object: JsonObject, key: string): Json | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);
const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);
const pairsOf = (value: Json | undefined): readonly (readonly [string, Json])[] => (isPlainObject(value) ? Object.entries(value) : []);

function isType(value: Json, type: Json): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return isList(value);
    case "object":
      return isPlainObject(value);
    case "integer":
      return typeof value === "number" && Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/** Equality of JSON values: numbers by value, members in any order. */
function same(a: Json | undefined, b: Json | undefined): boolean {
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (isPlainObject(a) && isPlainObject(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
  }
  return a === b;
}

function holdsForAny({ schema, value }: Rule): boolean {
  const type = own(schema, "type");
  if (type !== undefined && !(isList(type) ? type : [type]).some((each) => isType(value, each))) return false;
  if (Object.hasOwn(schema, "const") && !same(schema["const"], value)) return false;
  return !Object.hasOwn(schema, "enum") || listOf(schema["enum"]).some((each) => same(each, value));
}

function holdsInPlace({ schema, value, read, evaluated }: Rule): boolean {
  const into = (inner: Json): boolean => takeIn(evaluated, read(inner, value));
  for (const inner of listOf(own(schema, "allOf"))) if (!into(inner)) return false;
  const some = (keyword: string): number => listOf(own(schema, keyword)).filter(into).length;
  if (Object.hasOwn(schema, "anyOf") && some("anyOf") === 0) return false;
  if (Object.hasOwn(schema, "oneOf") && some("oneOf") !== 1) return false;
  if (Object.hasOwn(schema, "not") && read(schema["not"] ?? null, value) !== null) return false;
  if (Object.hasOwn(schema, "if")) {
    const branch = own(schema, into(schema["if"] ?? null) ? "then" : "else");
    if (branch !== undefined && !into(branch)) return false;
  }
  if (!isPlainObject(value)) return true;
  return pairsOf(own(schema, "dependentSchemas")).every(([name, inner]) => !Object.hasOwn(value, name) || into(inner));
}

function holdsForKind(rule: Rule): boolean {
  const { schema, value } = rule;
  if (typeof value === "number") return numberHolds(schema, value);
  if (typeof value === "string") return stringHolds(schema, value);
  if (isList(value)) return listHolds(rule, value);
  return isPlainObject(value) ? objectHolds(rule, value) : true;
}

/** A limit that is stated, as a number; else the one that always holds. */
const limit = (schema: JsonObject, keyword: string, none: number): number =>
  Object.hasOwn(schema, keyword) ? Number(schema[keyword]) : none;

const within = (schema: JsonObject, size: number, least: string, most: string): boolean =>
  size >= limit(schema, least, 0) && size <= limit(schema, most, Infinity);

function numberHolds(schema: JsonObject, value: number): boolean {
  if (!within({ least: -Infinity, ...schema }, value, Object.hasOwn(schema, "minimum") ? "minimum" : "least", "maximum")) return false;
  if (Object.hasOwn(schema, "exclusiveMinimum") && value <= Number(schema["exclusiveMinimum"])) return false;
  if (Object.hasOwn(schema, "exclusiveMaximum") && value >= Number(schema["exclusiveMaximum"])) return false;
  return !Object.hasOwn(schema, "multipleOf") || isMultiple(value, Number(schema["multipleOf"]));
}

/** A number as digits × 10^exponent, from its shortest decimal text. */
function decimal(value: number): { readonly digits: bigint; readonly exponent: number } {
  const [mantissa = "0", power = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

function isMultiple(value: number, divisor: number): boolean {
  const [a, b] = [decimal(value), decimal(divisor)];
  const least = Math.min(a.exponent, b.exponent);
  const scaled = (number: { readonly digits: bigint; readonly exponent: number }): bigint =>
    number.digits * 10n ** BigInt(number.exponent - least);
  return scaled(a) % scaled(b) === 0n;
}

function stringHolds(schema: JsonObject, value: string): boolean {
  if (!within(schema, [...value].length, "minLength", "maxLength")) return false;
  if (Object.hasOwn(schema, "pattern") && !new RegExp(String(schema["pattern"]), "u").test(value)) return false;
  return schema["x-content-asserts"] !== true || contentHolds(schema, value);
}

/** Draft 7 lets a validator check encoding and media type (draft 7 Validation, section 8). */
function contentHolds(schema: JsonObject, value: string): boolean {
  const encoded = own(schema, "contentEncoding") === "base64";
  if (encoded && !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)) return false;
  if (own(schema, "contentMediaType") !== "application/json") return true;
  try {
    JSON.parse(encoded ? atob(value) : value);
    return true;
  } catch {
    return false;
  }
}

function listHolds({ schema, read, evaluated }: Rule, value: readonly Json[]): boolean {
  if (!within(schema, value.length, "minItems", "maxItems")) return false;
  if (schema["uniqueItems"] === true && value.some((item, index) => value.slice(index + 1).some((other) => same(item, other))))
    return false;
  const prefix = listOf(own(schema, "prefixItems"));
  const rest = own(schema, "items");
  for (const [index, item] of value.entries()) {
    const inner = index < prefix.length ? prefix[index] : rest;
    if (inner === undefined) continue;
    if (read(inner, item) === null) return false;
    evaluated.indexes.add(index);
  }
  const wanted = own(schema, "contains");
  if (wanted === undefined) return true;
  const found = [...value.keys()].filter((index) => read(wanted, value[index] ?? null) !== null);
  if (schema["x-contains-evaluates"] !== false) for (const index of found) evaluated.indexes.add(index);
  return found.length >= limit(schema, "minContains", 1) && found.length <= limit(schema, "maxContains", Infinity);
}

function objectHolds({ schema, read, evaluated }: Rule, value: JsonObject): boolean {
  const names = Object.keys(value);
  if (!within(schema, names.length, "minProperties", "maxProperties")) return false;
  if (listOf(own(schema, "required")).some((name) => !Object.hasOwn(value, String(name)))) return false;
  for (const [name, needed] of pairsOf(own(schema, "dependentRequired")))
    if (Object.hasOwn(value, name) && listOf(needed).some((each) => !Object.hasOwn(value, String(each)))) return false;
  const namesRule = own(schema, "propertyNames");
  if (namesRule !== undefined && names.some((name) => read(namesRule, name) === null)) return false;
  const properties = new Map(pairsOf(own(schema, "properties")));
  const patterns = pairsOf(own(schema, "patternProperties"));
  const others = own(schema, "additionalProperties");
  for (const name of names) {
    const stated = properties.get(name);
    const rules = [
      ...(stated === undefined ? [] : [stated]),
      ...patterns.filter(([pattern]) => new RegExp(pattern, "u").test(name)).map(([, inner]) => inner),
    ];
    if (rules.length === 0 && others !== undefined) rules.push(others);
    if (rules.some((inner) => read(inner, value[name] ?? null) === null)) return false;
    if (rules.length > 0) evaluated.names.add(name);
  }
  return true;
}

/** After all others: what no rule beside or below has evaluated. */
function unevaluatedHold({ schema, value, read, evaluated }: Rule): boolean {
  const members = own(schema, "unevaluatedProperties");
  if (members !== undefined)
    for (const [name, inner] of pairsOf(value)) {
      if (!evaluated.names.has(name) && read(members, inner) === null) return false;
      evaluated.names.add(name);
    }
  const items = own(schema, "unevaluatedItems");
  if (items !== undefined)
    for (const [index, inner] of listOf(value).entries()) {
      if (!evaluated.indexes.has(index) && read(items, inner) === null) return false;
      evaluated.indexes.add(index);
    }
  return true;
}
