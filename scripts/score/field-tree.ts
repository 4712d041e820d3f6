// A declaration as a tree of fields, in the words of the corpus's truth: kind, required, nullable, format, pattern, values.
import type { Contract, Declaration, Json, JsonObject, Schema } from "../contract.ts";
import { entries, fromEntries, isArray, isObject, isSchema, isString, member, sameJson, stringMember } from "../lib/json.ts";

/** The tree of a declaration; null when there is none of that name. A type inside itself is `recursive` and goes no further. */
export function fieldTree({ declarations }: Contract, name: string): Json {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const declaration = byName.get(name);
  return declaration === undefined ? null : treeOf({ $ref: name }, byName, []);
}

function treeOf(schema: Schema, byName: ReadonlyMap<string, Declaration>, around: readonly string[]): JsonObject {
  const reference = stringMember(schema, "$ref");
  if (reference !== undefined) {
    const target = byName.get(reference);
    if (target === undefined) return { kind: "nothing" };
    return around.includes(reference) ? { kind: "object", recursive: true } : treeOf(target.schema, byName, [...around, reference]);
  }
  const inner = (one: Json | undefined): JsonObject => (isSchema(one) ? treeOf(one, byName, around) : { kind: "any" });
  const forms = member(schema, "anyOf") ?? member(schema, "oneOf");
  if (isArray(forms)) {
    const others = forms.filter((form) => stringMember(form, "type") !== "null");
    if (others.length < forms.length && others.length === 1) return { ...inner(others[0]), nullable: true };
  }
  const parts = member(schema, "allOf");
  if (isArray(parts))
    return [...parts, Object.fromEntries(entries(schema).filter(([key]) => key !== "allOf"))].map((part) => inner(part)).reduce(both, {});
  const type = member(schema, "type");
  const types = (isArray(type) ? type : [type]).filter(isString);
  const plain = types.filter((one) => one !== "null");
  const values = member(schema, "enum");
  const shared = {
    ...(types.includes("null") && plain.length > 0 ? { nullable: true } : {}),
    ...pick(schema, ["format", "pattern"]),
  };
  if (isArray(values))
    return {
      kind: "enum",
      ...shared,
      enum: values.filter((value) => value !== null),
      ...(values.includes(null) ? { nullable: true } : {}),
    };
  const properties = member(schema, "properties");
  const open = member(schema, "additionalProperties");
  if (isObject(properties) || (plain[0] === "object" && open !== true && !isObject(open)))
    return { kind: "object", ...shared, fields: fieldsOf(schema, inner) };
  if (plain[0] === "object") return { kind: "map", ...shared, ...(isObject(open) ? { values: inner(open) } : {}) };
  if (plain[0] === "array") return { kind: "array", ...shared, items: inner(member(schema, "items")) };
  return { kind: plain[0] ?? "any", ...shared };
}

function fieldsOf(schema: Schema, inner: (schema: Json) => JsonObject): JsonObject {
  const required = member(schema, "required");
  return fromEntries(
    entries(member(schema, "properties")).flatMap(([name, one]) =>
      isShownByExample(one) ? [] : [[name, { ...inner(one), required: isArray(required) && required.includes(name) }]],
    ),
  );
}

/** A field without any statement is one that only an example shows; it is reported, and no document states it. */
const isShownByExample = (schema: Json): boolean => isObject(schema) && Object.keys(schema).length === 0;

/** Two parts of one allOf. */
const both = (a: JsonObject, b: JsonObject): JsonObject =>
  a["kind"] === undefined || a["kind"] === "any"
    ? { ...b, ...pick(a, ["nullable"]) }
    : b["kind"] === "any"
      ? a
      : { ...a, ...b, ...(isObject(a["fields"]) && isObject(b["fields"]) ? { fields: { ...a["fields"], ...b["fields"] } } : {}) };

const pick = (schema: Json, keywords: readonly string[]): JsonObject =>
  fromEntries(
    keywords.flatMap((keyword) =>
      stringMember(schema, keyword) === undefined && member(schema, keyword) !== true ? [] : [[keyword, member(schema, keyword) ?? null]],
    ),
  );

/** Whether a tree is the truth's; otherwise where they part, and what stands there. */
export function sameTree(tree: Json, truth: Json, at = ""): true | string {
  for (const key of ["kind", "format", "pattern"])
    if (member(tree, key) !== member(truth, key))
      return `${at} ${key} is ${JSON.stringify(member(tree, key))}, not ${JSON.stringify(member(truth, key))}`;
  if (member(truth, "recursive") === true || member(tree, "recursive") === true) return true;
  for (const key of ["required", "nullable"])
    if ((member(tree, key) ?? false) !== (member(truth, key) ?? false)) return `${at} ${key} is ${JSON.stringify(member(tree, key))}`;
  if (!sameJson(member(tree, "enum"), member(truth, "enum"))) return `${at} has other values`;
  const names = [...new Set([member(tree, "fields"), member(truth, "fields")].flatMap((fields) => entries(fields).map(([name]) => name)))];
  for (const name of names) {
    const [own, other] = [member(member(tree, "fields"), name), member(member(truth, "fields"), name)];
    if (own === undefined || other === undefined) return `${at}/${name} is ${own === undefined ? "missing" : "invented"}`;
    const same = sameTree(own, other, `${at}/${name}`);
    if (same !== true) return same;
  }
  for (const key of ["items", "values"]) {
    const [own, other] = [member(tree, key), member(truth, key)];
    if (own === undefined && other === undefined) continue;
    const same = sameTree(own ?? null, other ?? null, `${at}/${key}`);
    if (same !== true) return same;
  }
  return true;
}
