// A second opinion on every type: another printer's types, each held against ours. The only file that knows json-schema-to-typescript.
import { compile } from "json-schema-to-typescript";
import type { Contract, Declaration, Json, JsonObject, Schema } from "../contract.ts";
import { hasType, typesOf } from "../keywords/type.ts";
import { entries, fromEntries, isArray, isObject, isSchema, isString, member, stringMember } from "../lib/json.ts";
import { visitSchema } from "../lib/schema-walk.ts";

/** A module that compiles when the other printer's types of a vendor are ours. */
export interface Opinion {
  readonly vendor: string;
  readonly text: string;
  /** What each line speaks of, from the first one on; null for what the module needs itself. */
  readonly lines: readonly (Declaration | null)[];
}

/** Prints a vendor's types anew and compares them with those of `ours`, our index module. */
export async function secondOpinion({ vendor, declarations }: Contract, ours: string): Promise<Opinion> {
  const schemas = new Map(declarations.map(({ name, schema }) => [name, plain(schema)]));
  const comparable = declarations.filter(({ name, schema }) => !isBeyond(schema) && isComparable(schemas.get(name) ?? true, schemas));
  const { compared, theirs } = await printed(comparable, schemas);
  const head = [`import type * as Ours from ${JSON.stringify(ours)};`, ...SAME];
  const body = compared.map(({ name }, index) => `export type T${index} = Holds<Same<Ours.${name}, Theirs["t${index}"]>>;`);
  return { vendor, text: [...head, ...body, theirs].join("\n"), lines: [...head.map(() => null), ...compared] };
}

interface Printed {
  readonly compared: readonly Declaration[];
  readonly theirs: string;
}

/** The other printer's types of declarations; those that it throws at are left out. */
async function printed(compared: readonly Declaration[], schemas: ReadonlyMap<string, Schema>): Promise<Printed> {
  // One object with a property for each type: names need not survive that tool's naming, and one call is faster than many.
  const properties = fromEntries(compared.map(({ name }, index) => [`t${index}`, schemas.get(name) ?? true]));
  const whole: object = { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
  try {
    return { compared, theirs: await compile(whole, "Theirs", OPTIONS) };
  } catch (error) {
    if (compared.length === 0) throw error;
    const middle = compared.length >> 1;
    const halves = middle === 0 ? [] : [await printed(compared.slice(0, middle), schemas), await printed(compared.slice(middle), schemas)];
    const left = halves.flatMap((half) => half.compared);
    // Where it throws at all of them together alone, none is compared.
    return printed(left.length < compared.length ? left : [], schemas);
  }
}

/**
 * Identical, or assignable in both directions: lists that are open to other texts have two spellings. Also with every property required,
 * since a missing optional property would not show otherwise. (Identity first: with exactOptionalPropertyTypes TypeScript finds
 * `{ a: unknown } & { a?: string }` not assignable to the same type written twice.)
 */
const SAME = [
  "type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
  "type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;",
  "type Whole<T> = T extends string | number | boolean | null ? T : Required<T>;",
  "type Same<A, B> = Identical<A, B> extends true ? true : Mutual<A, B> extends true ? Mutual<Whole<A>, Whole<B>> : false;",
  "type Holds<T extends true> = T;",
];

const OPTIONS = {
  bannerComment: "",
  format: false,
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  // There are no references left; if there were, they would lead neither to the disk nor to the network.
  $refOptions: { resolve: { external: false, file: false, http: false } },
} as const;

/**
 * Whether a declaration can be compared. All that the tool reads otherwise than JSON Schema means it is spelled out by {@link plain}, but
 * - it loses a property called `__proto__`, calls one called `hasOwnProperty`, and throws at half of a surrogate pair in a name;
 * - where anything else than objects with properties meets in an intersection ("a text and an object"), TypeScript finds some types not
 *   assignable to the same type written twice.
 */
function isComparable(schema: Schema, schemas: ReadonlyMap<string, Schema>): boolean {
  let comparable = true;
  visitSchema(schema, (inner) => {
    const names = entries(member(inner, "properties")).map(([name]) => name);
    if (names.some((name) => /^(__proto__|hasOwnProperty)$|\p{Cs}/u.test(name))) comparable = false;
    if (member(inner, "allOf") !== undefined && isSchema(inner) && !isRecord(inner, schemas)) comparable = false;
  });
  return comparable;
}

/** Whether a schema uses keywords that the tool loses or reads in its own way: first items by place, and members by pattern. */
function isBeyond(schema: Schema): boolean {
  let beyond = false;
  visitSchema(schema, (inner) => {
    if (["prefixItems", "patternProperties"].some((keyword) => member(inner, keyword) !== undefined)) beyond = true;
  });
  return beyond;
}

/** Whether a schema (in the tool's words) is an object with properties, a choice between such, or an intersection of them. */
function isRecord(schema: Schema, schemas: ReadonlyMap<string, Schema>, seen: readonly string[] = []): boolean {
  const name = stringMember(schema, "tsType")?.slice(OURS.length);
  if (name !== undefined) return !seen.includes(name) && isRecord(schemas.get(name) ?? true, schemas, [...seen, name]);
  const parts = member(schema, "allOf") ?? member(schema, "anyOf");
  return isArray(parts)
    ? parts.filter(isSchema).every((part) => isRecord(part, schemas, seen))
    : member(schema, "properties") !== undefined;
}

const OURS = "Ours.";

/**
 * A schema in the words that the tool reads as JSON Schema means them: only keywords that speak of types, each in a schema of its own (beside
 * each other they shadow one another there), and other declarations by name, so that each type is judged by itself.
 */
function plain(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  const reference = stringMember(schema, "$ref");
  const parts: readonly Schema[] = [
    ...(reference === undefined ? [] : [{ tsType: OURS + reference }]),
    stated(schema),
    ...["anyOf", "oneOf"].flatMap((keyword) => listed(schema, keyword, (forms) => either(forms))),
    ...listed(schema, "allOf", (forms) => every(forms)),
  ];
  return every(parts);
}

const listed = (schema: JsonObject, keyword: string, combine: (forms: readonly Schema[]) => Schema): readonly Schema[] => {
  const value = member(schema, keyword);
  return isArray(value) ? [combine(value.filter(isSchema).map(plain))] : [];
};

function every(parts: readonly Schema[]): Schema {
  const narrowing = parts.filter((part) => part !== true);
  const [only] = narrowing;
  return only === undefined ? true : narrowing.includes(false) ? false : narrowing.length === 1 ? only : { allOf: narrowing };
}

function either(parts: readonly Schema[]): Schema {
  const possible = parts.filter((part) => part !== false);
  const [only] = possible;
  return only === undefined ? false : possible.includes(true) ? true : possible.length === 1 ? only : { anyOf: possible };
}

/** What `const`, `enum` and `type` say. */
function stated(schema: JsonObject): Schema {
  const type = member(schema, "type");
  const constant = member(schema, "const");
  const values = constant === undefined ? member(schema, "enum") : [constant];
  if (isArray(values)) {
    const allowed = type === undefined ? values : values.filter((value) => hasType(value, typesOf(type)));
    return allowed.length === 0 ? false : { enum: allowed };
  }
  return type === undefined ? true : either(typesOf(type).map((one) => ofType(one, schema)));
}

function ofType(type: string, schema: JsonObject): Schema {
  if (type === "array") {
    const items = member(schema, "items");
    return isSchema(items) ? { type, items: plain(items) } : { type };
  }
  return type === "object" ? objectOf(schema) : { type };
}

/** Our types have no index signature beside properties, and one of their own where there are none: see shapes/lowering.ts. */
function objectOf(schema: JsonObject): Schema {
  const names = member(schema, "required");
  const required = isArray(names) ? names.filter(isString) : [];
  const properties = new Map<string, Json>(
    entries(member(schema, "properties")).map(([name, inner]) => [name, isSchema(inner) ? plain(inner) : true]),
  );
  for (const name of required) if (!properties.has(name)) properties.set(name, true);
  if (properties.size > 0) return { type: "object", properties: fromEntries(properties), required, additionalProperties: false };
  const others = member(schema, "additionalProperties");
  const values = isSchema(others) ? plain(others) : true;
  return { type: "object", additionalProperties: isObject(values) ? values : {} };
}
