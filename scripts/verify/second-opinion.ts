// A second opinion on every type: another printer's types, each held against ours. The only file that knows json-schema-to-typescript.
import { compile } from "json-schema-to-typescript";
import type { Contract, Declaration, Json, JsonObject, Schema } from "../contract.ts";
import { hasType, typesOf } from "../keywords/type.ts";
import { entries, fromEntries, isArray, isObject, isSchema, isString, member, stringMember } from "../lib/json.ts";
import { visitSchema } from "../lib/schema-walk.ts";

/** The other printer's types of a vendor, and a module that compiles when ours are the same. */
export interface Opinion {
  readonly vendor: string;
  readonly types: string;
  readonly comparison: string;
  /** What each line of the comparison speaks of, from the first one on; null for what it needs itself. */
  readonly lines: readonly (Declaration | null)[];
}

/** Prints a vendor's types anew. `ours` and `theirs` are the modules that the comparison imports: our index, and `types`. */
export async function secondOpinion({ vendor, declarations }: Contract, { ours, theirs }: { readonly ours: string; readonly theirs: string }): Promise<Opinion> {
  const compared = declarations.filter(isExpressible);
  const types = await compile(asOneSchema(compared, declarations, ours), "Theirs", OPTIONS);
  const head = [`import type * as Ours from ${JSON.stringify(ours)};`, `import type { Theirs } from ${JSON.stringify(theirs)};`, ...SAME];
  const body = compared.map(({ name }, index) => `export type T${index} = Holds<Same<Ours.${name}, Theirs[${JSON.stringify(name)}]>>;`);
  return { vendor, types, comparison: [...head, ...body, ""].join("\n"), lines: [...head.map(() => null), ...compared] };
}

/** Assignable in both directions, also when every property is required: a missing optional property would not show otherwise. */
const SAME = [
  "type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;",
  "type Whole<T> = T extends object ? Required<T> : T;",
  "type Same<A, B> = Mutual<A, B> extends true ? Mutual<Whole<A>, Whole<B>> : false;",
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

/**
 * Whether the tool can say a declaration: it loses a property called `__proto__`, calls one called `hasOwnProperty`, and throws at half of a
 * surrogate pair in a name. All else that it reads otherwise than JSON Schema means it is spelled out by {@link plain}.
 */
function isExpressible({ schema }: Declaration): boolean {
  let expressible = true;
  visitSchema(schema, (inner) => {
    const required = member(inner, "required");
    const names = [...entries(member(inner, "properties")).map(([name]) => name), ...(isArray(required) ? required.filter(isString) : [])];
    if (names.some((name) => /^(__proto__|hasOwnProperty)$|\p{Cs}/u.test(name))) expressible = false;
  });
  return expressible;
}

/** All declarations as the properties of one object, so that their names need not survive that tool's naming. */
const asOneSchema = (compared: readonly Declaration[], all: readonly Declaration[], ours: string): object => ({
  type: "object",
  additionalProperties: false,
  required: compared.map(({ name }) => name),
  properties: fromEntries(compared.map(({ name }) => [name, { $ref: `#/$defs/${name}` }])),
  // Where it cannot say a type, others refer to ours.
  $defs: fromEntries(all.map((declaration) => [declaration.name, compared.includes(declaration) ? plain(declaration.schema) : { tsType: `import(${JSON.stringify(ours)}).${declaration.name}` }])),
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
