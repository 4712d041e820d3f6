// Each keyword as its section says it, in the order in which annotations flow (unevaluated* last).
import { isMultiple } from "./decimals.mjs";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const lengthOf = (text) => [...text].length;

/** JSON Schema core, section 4.2.2 (2020-12), instance equality. */
export function equal(one, other) {
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, at) => equal(item, other[at]));
  if (!isObject(one)) return one === other;
  const keys = Object.keys(one);
  return (
    isObject(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equal(one[key], other[key]))
  );
}

const TYPES = {
  null: (value) => value === null,
  boolean: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  integer: (value) => Number.isInteger(value),
  string: (value) => typeof value === "string",
  array: Array.isArray,
  object: isObject,
};

const onNumber = (check) => (context, given) => typeof context.value !== "number" || check(context.value, given, context.schema);
const onString = (check) => (context, given) => typeof context.value !== "string" || check(context.value, given);
const onArray = (check) => (context, given) => !Array.isArray(context.value) || check(context, given);
const onObject = (check) => (context, given) => !isObject(context.value) || check(context, given);
const matches = (pattern, text) => new RegExp(pattern, "u").test(text);

const properties = (names) =>
  onObject(({ value, passes, found }, given) => {
    let valid = true;
    for (const [name, schema] of names(value, given)) {
      found.names.add(name);
      if (!passes(schema, value[name])) valid = false;
    }
    return valid;
  });

const itemsFrom = (start, { value, passes, found }, schema) => {
  let valid = true;
  for (let at = start; at < value.length; at += 1) {
    found.indexes.add(at);
    if (!passes(schema, value[at])) valid = false;
  }
  return valid;
};

const tuple = ({ value, passes, found }, schemas) => {
  let valid = true;
  for (const [at, schema] of schemas.entries()) {
    if (at >= value.length) break;
    found.indexes.add(at);
    if (!passes(schema, value[at])) valid = false;
  }
  return valid;
};

/** @param {import("./drafts.mjs").Draft} draft */
export function keywordsOf({ year }) {
  const follow = (keyword) => (context) => context.follow(keyword);
  const anyTime = {
    $ref: follow("$ref"),
    type: ({ value }, types) => [types].flat().some((type) => TYPES[type](value)),
    enum: ({ value }, list) => list.some((one) => equal(one, value)),
    multipleOf: onNumber(isMultiple),
    minimum: onNumber((value, least, schema) => (year === 2013 && schema.exclusiveMinimum === true ? value > least : value >= least)),
    maximum: onNumber((value, most, schema) => (year === 2013 && schema.exclusiveMaximum === true ? value < most : value <= most)),
    minLength: onString((value, least) => lengthOf(value) >= least),
    maxLength: onString((value, most) => lengthOf(value) <= most),
    pattern: onString((value, pattern) => matches(pattern, value)),
    minItems: onArray(({ value }, least) => value.length >= least),
    maxItems: onArray(({ value }, most) => value.length <= most),
    uniqueItems: onArray(
      ({ value }, unique) => !unique || value.every((item, at) => value.slice(0, at).every((other) => !equal(item, other))),
    ),
    minProperties: onObject(({ value }, least) => Object.keys(value).length >= least),
    maxProperties: onObject(({ value }, most) => Object.keys(value).length <= most),
    required: onObject(({ value }, names) => names.every((name) => Object.hasOwn(value, name))),
    properties: properties((value, given) => Object.entries(given).filter(([name]) => Object.hasOwn(value, name))),
    patternProperties: properties((value, given) =>
      Object.keys(value).flatMap((name) =>
        Object.entries(given).flatMap(([pattern, schema]) => (matches(pattern, name) ? [[name, schema]] : [])),
      ),
    ),
    additionalProperties: onObject((context, schema) => {
      const { properties: named = {}, patternProperties: patterned = {} } = { ...context.schema };
      const rest = Object.keys(context.value).filter(
        (name) => !Object.hasOwn(named, name) && !Object.keys(patterned).some((pattern) => matches(pattern, name)),
      );
      return properties(() => rest.map((name) => [name, schema]))(context, schema);
    }),
    allOf: ({ here }, list) => list.map((one) => here(one)).every(Boolean),
    anyOf: ({ here }, list) => list.map((one) => here(one)).some(Boolean),
    oneOf: ({ here }, list) => list.map((one) => here(one)).filter(Boolean).length === 1,
    not: ({ passes, value }, schema) => !passes(schema, value),
  };
  const dependent = {
    dependentRequired: onObject(({ value }, given) =>
      Object.entries(given).every(([name, others]) => !Object.hasOwn(value, name) || others.every((other) => Object.hasOwn(value, other))),
    ),
    dependentSchemas: onObject(({ value, here }, given) =>
      Object.entries(given)
        .filter(([name]) => Object.hasOwn(value, name))
        .map(([, schema]) => here(schema))
        .every(Boolean),
    ),
  };
  const dependencies = (context, given) =>
    Object.entries(given).every(([name, one]) =>
      Array.isArray(one)
        ? dependent.dependentRequired(context, { [name]: one })
        : dependent.dependentSchemas(context, { __proto__: null, [name]: one }),
    );
  const contains = onArray(({ value, schema, passes, found }, given) => {
    const hits = value.flatMap((item, at) => (passes(given, item) ? [at] : []));
    if (year >= 2020) for (const at of hits) found.indexes.add(at);
    const [least, most] = year >= 2019 ? [schema.minContains ?? 1, schema.maxContains ?? Infinity] : [1, Infinity];
    return hits.length >= least && hits.length <= most;
  });
  const oldItems = {
    items: onArray((context, given) => (Array.isArray(given) ? tuple(context, given) : itemsFrom(0, context, given))),
    additionalItems: onArray((context, given) =>
      Array.isArray(context.schema.items) ? itemsFrom(context.schema.items.length, context, given) : true,
    ),
  };
  return {
    ...(year === 2019 ? { $recursiveRef: follow("$recursiveRef") } : {}),
    ...(year >= 2020 ? { $dynamicRef: follow("$dynamicRef") } : {}),
    ...anyTime,
    ...(year < 2019 ? { dependencies } : dependent),
    ...(year < 2020
      ? oldItems
      : {
          prefixItems: onArray((context, list) => tuple(context, list)),
          items: onArray((context, given) => itemsFrom(context.schema.prefixItems?.length ?? 0, context, given)),
        }),
    ...(year >= 2017
      ? {
          exclusiveMinimum: onNumber((value, least) => value > least),
          exclusiveMaximum: onNumber((value, most) => value < most),
          const: ({ value }, one) => equal(one, value),
          contains,
          propertyNames: onObject(({ value, passes }, schema) => Object.keys(value).every((name) => passes(schema, name))),
        }
      : {}),
    ...(year >= 2018
      ? {
          if: ({ here, schema }, condition) => {
            const branch = here(condition) ? "then" : "else";
            return Object.hasOwn(schema, branch) ? here(schema[branch]) : true;
          },
        }
      : {}),
    ...(year >= 2019
      ? {
          unevaluatedItems: onArray(({ value, found, passes }, schema) => {
            const rest = value.flatMap((_, at) => (found.indexes.has(at) ? [] : [at]));
            for (const at of rest) found.indexes.add(at);
            return rest.every((at) => passes(schema, value[at]));
          }),
          unevaluatedProperties: onObject((context, schema) =>
            properties((value) => Object.keys(value).flatMap((name) => (context.found.names.has(name) ? [] : [[name, schema]])))(
              context,
              schema,
            ),
          ),
        }
      : {}),
  };
}
