// A second opinion on every type: another printer's types, each held against ours. The only file that knows json-schema-to-typescript.
import { compile } from "json-schema-to-typescript";
import type { Contract, Declaration, Json, JsonObject, Schema } from "../contract.ts";
import { hasType, typesOf } from "../keywords/type.ts";
import { entries, fromEntries, isArray, isObject, isSchema, isString, member, stringMember } from "../lib/json.ts";

/** A TypeScript module that compiles when both printers agree on a vendor's types. */
export interface Opinion {
  readonly vendor: string;
  readonly text: string;
  /** The declaration that each line speaks of. */
  readonly byLine: ReadonlyMap<number, Declaration>;
}

/** Prints a vendor's types anew; `ours` is the path to our index module. */
export async function secondOpinion({ vendor, declarations }: Contract, ours: string): Promise<Opinion> {
  const compared = declarations.filter(isExpressible);
  const theirs = await compile(asOneSchema(compared, declarations), "Theirs", OPTIONS);
  const lines = [`import type * as Ours from ${JSON.stringify(ours)};`, ...SAME, ...compared.map(({ name }, index) => `export type T${index} = Holds<Same<Ours.${name}, Theirs[${JSON.stringify(name)}]>>;`)];
  const first = lines.length - compared.length + 1;
  return { vendor, text: `${lines.join("\n")}\n${theirs}`, byLine: new Map(compared.map((declaration, index) => [first + index, declaration])) };
}

/** Assignable in both directions, also when every property is required: a missing optional property would not show otherwise. */
const SAME = [
  "type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;",
  "type Same<A, B> = Mutual<A, B> extends true ? Mutual<Required<A>, Required<B>> : false;",
  "type Holds<T extends true> = T;",
];

const OPTIONS = {
  bannerComment: "",
  format: false,
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  // Every reference leads into the same schema; this keeps it from the disk and the network when one does not.
  $refOptions: { resolve: { external: false, file: false, http: false } },
} as const;

/** `__proto__` as a property is lost on its way through that tool. */
const isExpressible = ({ schema }: Declaration): boolean => !JSON.stringify(schema).includes('"__proto__"');

/** All declarations as the properties of one object, so that their names need not survive that tool's naming. */
const asOneSchema = (compared: readonly Declaration[], all: readonly Declaration[]): object => ({
  type: "object",
  additionalProperties: false,
  required: compared.map(({ name }) => name),
  properties: fromEntries(compared.map(({ name }) => [name, { $ref: `#/$defs/${name}` }])),
  $defs: fromEntries(all.map(({ name, schema }) => [name, plain(schema)])),
});

/**
 * A schema in the words that the tool reads as JSON Schema means them: keywords that speak of types alone, each in a schema of its own
 * (beside each other they shadow one another there), types without `type` spelled out.
 */
function plain(schema: Schema): Schema {
  if (typeof schema === "boolean") return schema;
  const reference = stringMember(schema, "$ref");
  const parts: readonly Schema[] = [
    ...(reference === undefined ? [] : [{ $ref: `#/$defs/${reference}` }]),
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

/** Our types have no index signature beside properties, and one of their own where there are none: see artifacts/shape.ts. */
function objectOf(schema: JsonObject): Schema {
  const names = member(schema, "required");
  const required = isArray(names) ? names.filter(isString) : [];
  const properties = new Map<string, Json>(entries(member(schema, "properties")).map(([name, inner]) => [name, isSchema(inner) ? plain(inner) : true]));
  for (const name of required) if (!properties.has(name)) properties.set(name, true);
  if (properties.size > 0) return { type: "object", properties: fromEntries(properties), required, additionalProperties: false };
  const others = member(schema, "additionalProperties");
  const values = isSchema(others) ? plain(others) : true;
  return { type: "object", additionalProperties: isObject(values) ? values : {} };
}
