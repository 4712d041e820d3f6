// What an OpenAPI document states of data where it describes bodies, parameters and headers: schemas and examples.
import type { Json } from "../contract.ts";
import { entries, fromEntries, isArray, isObject, member, stringMember } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import { absoluteReference } from "../passes/resolve-reference.ts";
import {
  account,
  addressOf,
  below,
  followed,
  membersOf,
  originOf,
  type Source,
  type Spot,
  target,
  tell,
  type Walk,
} from "./openapi-walk.ts";
import type { ValueText } from "./reader.ts";

/** Keywords beside `$ref` that change no type: such a schema needs no declaration of its own. */
const BESIDE: ReadonlySet<string> = new Set(["$ref", "description", "summary", "title", "example", "examples", "deprecated", "default"]);

/**
 * The address of a schema, from the schemas folder: of what it refers to when it says nothing else, or its own place, which then gets a
 * declaration of that name. A reference whose goal is not simply there gets one too, so that linking judges it.
 */
export function schemaAt(walk: Walk, spot: Spot, name: string): string {
  const reference = stringMember(spot.value, "$ref");
  const isMere = reference !== undefined && entries(spot.value).every(([keyword]) => BESIDE.has(keyword));
  const goal = isMere ? goalOf(walk, spot, reference) : null;
  if (goal !== null) return goal;
  const address = addressOf(spot);
  if (spot.source.ours && !walk.schemas.has(address)) walk.schemas.set(address, { spot, name });
  return address;
}

/** The address that a reference means, from the schemas folder; null where nothing is simply there. */
function goalOf(walk: Walk, spot: Spot, reference: string): string | null {
  const { file } = spot.source;
  const address = absoluteReference(reference, file, walk.web);
  if (address === null) return null;
  if (address.startsWith("#/")) return target(walk, spot, reference) === undefined ? null : file + address;
  if (address.startsWith("#")) return file + address;
  return walk.has(address.slice(0, address.indexOf("#"))) ? address : null;
}

/** JSON in any of its media types (RFC 6839, section 3.1), and ranges that hold it. */
const JSON_MEDIA = /^((application|text)\/([\w.!#$&^-]+\+)?json|application\/\*|\*\/\*)$/i;

const MEDIA_KEYS: ReadonlySet<string> = new Set(["schema", "example", "examples", "$ref"]);
const MEDIA_DATALESS: ReadonlySet<string> = new Set(["encoding"]);

/** The bodies of a `content` object that are JSON, each with the address of its schema, or null where it has none. */
export function bodiesOf(walk: Walk, content: Spot | undefined, name: string): readonly (string | null)[] {
  if (content !== undefined && !isObject(content.value)) tell(walk, content, "openapi-misshapen", { expected: "an object" });
  return membersOf(content).flatMap(([media, spot]) => {
    const type = (media.split(";")[0] ?? "").trim().toLowerCase();
    if (!JSON_MEDIA.test(type)) {
      const known = walk.otherMedia.get(type);
      walk.otherMedia.set(type, { count: (known?.count ?? 0) + 1, first: known?.first ?? spot });
      return [];
    }
    if (!account(walk, spot, MEDIA_KEYS, MEDIA_DATALESS)) return [];
    const schema = below(spot, "schema");
    const suffix = type === "application/json" || type.endsWith("*") ? "" : pascalCase(type.replace(/^application\//, ""));
    const address = schema === undefined ? null : schemaAt(walk, schema, name + suffix);
    if (address !== null) examplesOf(walk, spot, address, "");
    return [address];
  });
}

const EXAMPLE_KEYS: ReadonlySet<string> = new Set(["value", "dataValue", "externalValue", "summary", "description", "$ref"]);
const SERIALIZED: ReadonlySet<string> = new Set(["serializedValue"]);

/** A parameter or header: what it is sent as is a text. */
interface SentAsText {
  readonly name: string;
  readonly schema: Spot;
}

/** Takes the examples that stand beside a schema: `example`, `examples`, and their `x-` spellings. */
export function examplesOf(walk: Walk, spot: Spot, declaration: string, pointer: string, sent?: SentAsText): void {
  const add = (example: Spot): void => {
    const text = sent === undefined ? null : textMeant(example, sent.schema.value);
    walk.examples.push({ declaration, pointer, value: text ?? example.value, origin: originOf(example), places: {} });
    if (sent === undefined || text === null) return;
    const known = walk.unquoted.get(sent.name);
    walk.unquoted.set(sent.name, { count: (known?.count ?? 0) + 1, first: known?.first ?? example });
  };
  for (const keyword of ["example", "x-example"]) {
    const single = below(spot, keyword);
    if (single !== undefined) add(single);
  }
  for (const keyword of ["examples", "x-examples"]) {
    const named = below(spot, keyword);
    if (named !== undefined && !isObject(named.value)) {
      if (isArray(named.value)) named.value.forEach((value, index) => add(item(named, index, value)));
      else tell(walk, named, "openapi-misshapen", { expected: "an object of examples" });
      continue;
    }
    for (const [, stated] of membersOf(named)) {
      const example = followed(walk, stated);
      if (example === undefined) continue;
      walk.seen.add(addressOf(example));
      const value = below(example, "value") ?? below(example, "dataValue");
      const external = below(example, "externalValue");
      if (value !== undefined) add(value);
      else if (external !== undefined) tell(walk, external, "example-external", { address: String(external.value) });
      else if (keyword === "x-examples") add(example);
      else tell(walk, stated, "example-unreadable", { problem: "an Example Object has a value or an externalValue" });
      if (value !== undefined || external !== undefined) account(walk, example, EXAMPLE_KEYS, SERIALIZED);
    }
  }
}

/** The text that a number is meant for where a text is asked for; null where it is meant as it stands, or read later as YAML has it written. */
const textMeant = ({ source, pointer, value }: Spot, schema: Json): string | null =>
  typeof value === "number" && stringMember(schema, "type") === "string" && source.text.written?.has(pointer) !== true
    ? String(value)
    : null;

const item = (list: Spot, index: number, value: Json): Spot => ({
  source: list.source,
  pointer: pointerBelow(list.pointer, index),
  value,
});

const PARAMETER_KEYS: ReadonlySet<string> = new Set(
  "name in description required deprecated schema content example examples $ref x-example x-examples".split(" "),
);
const PARAMETER_DATALESS: ReadonlySet<string> = new Set(["allowEmptyValue", "style", "explode", "allowReserved"]);

/** The schema of a Parameter or Header Object, or undefined. */
export function parameterSchema(walk: Walk, parameter: Spot): Spot | undefined {
  if (!account(walk, parameter, PARAMETER_KEYS, PARAMETER_DATALESS)) return undefined;
  const [content] = membersOf(below(parameter, "content"));
  return below(parameter, "schema") ?? (content === undefined ? undefined : below(content[1], "schema"));
}

/** One member of an object that parameters or headers make together. */
interface Field {
  readonly name: string;
  readonly required: boolean;
  /** The Parameter or Header Object itself, behind its references, and where it is listed. */
  readonly object: Spot;
  readonly listed: Spot;
}

/** Declares the parameters of an operation, or the headers of a response, as one object. `stated` is their list, where an operation has none of its own. */
export function declareFields(walk: Walk, around: Spot, name: string, fields: readonly Field[], stated: Spot = around): void {
  const schemas = new Map<string, { readonly schema: Json; readonly at: Spot; readonly listed: Spot }>();
  const required: string[] = [];
  const address = addressOf(around);
  for (const field of fields) {
    if (schemas.has(field.name)) {
      tell(walk, field.listed, "line-unaccounted", { format: "OpenAPI" });
      continue;
    }
    const at = parameterSchema(walk, field.object);
    if (at === undefined) {
      if (isObject(field.object.value)) tell(walk, field.object, "openapi-misshapen", { expected: "a schema, or content that has one" });
      continue;
    }
    schemas.set(field.name, { schema: fieldSchema(field, at), at, listed: field.listed });
    if (field.required) required.push(field.name);
    if (stringMember(field.listed.value, "$ref") === undefined)
      examplesOf(walk, field.object, address, pointerBelow("", field.name), { name: field.name, schema: at });
  }
  if (schemas.size === 0 || !around.source.ours || walk.schemas.has(address)) return;
  const properties = fromEntries([...schemas].map(([key, { schema }]) => [key, schema]));
  const value = { type: "object", properties, ...(required.length === 0 ? {} : { required }) };
  const places = new Map([...schemas].map(([key, { at, listed }]) => [pointerBelow("/properties", key), { at, listed }]));
  walk.schemas.set(address, { spot: { source: fieldSource(around, stated, value, places), pointer: around.pointer, value }, name });
}

/** A referred parameter is a reference to its schema; prose of the parameter speaks of the field. */
function fieldSchema({ object, listed }: Field, at: Spot): Json {
  const reference = stringMember(listed.value, "$ref");
  if (reference !== undefined) return { $ref: at.source === listed.source ? `#${at.pointer}` : addressOf(at) };
  if (!isObject(at.value)) return at.value;
  const prose = (["description", "deprecated"] as const).flatMap((keyword) => {
    const value = member(object.value, keyword);
    return value === undefined || member(at.value, keyword) !== undefined ? [] : [[keyword, value] as const];
  });
  return { ...at.value, ...fromEntries(prose) };
}

/** The places of an object that is written as a list: its fields stand where parameters do. */
function fieldSource(
  around: Spot,
  stated: Spot,
  value: Json,
  places: ReadonlyMap<string, { readonly at: Spot; readonly listed: Spot }>,
): Source {
  const { source, pointer } = around;
  const whole = standing(stated);
  const fields = new Map([...places].map(([field, { at, listed }]) => [field, { at: standing(at), listed: standing(listed) }]));
  const moved = (wanted: string): Standing => {
    const inside = wanted.slice(pointer.length);
    const [field = ""] = /^\/properties\/[^/]*/.exec(inside) ?? [];
    const place = fields.get(field);
    if (place === undefined) return whole;
    const rest = inside.slice(field.length);
    return rest === "" ? place.listed : { ...place.at, pointer: place.at.pointer + rest };
  };
  return {
    ...source,
    text: {
      value,
      origin: (wanted) => {
        const { origin, pointer: at } = moved(wanted);
        return origin(at);
      },
      length: (wanted) => {
        const { length, pointer: at } = moved(wanted);
        return length(at);
      },
    },
  };
}

/** Where a spot stands, without its value: places are asked for when the document's value is no longer needed. */
interface Standing extends Pick<ValueText, "origin" | "length"> {
  readonly pointer: string;
}

const standing = ({ source, pointer }: Spot): Standing => ({ origin: source.text.origin, length: source.text.length, pointer });
