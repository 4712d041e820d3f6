// Values to judge: half made towards the schema and then perhaps spoilt, half at random.
import { indexOf } from "./reading-index.mjs";
import { anyNumber, anyString, anyValue, textOf } from "./values.mjs";

const SAMPLES = ["a", "b", "ab", "abc", "aa", "é", "éa", "😀", "cab", "foo", "", "1", "abcd", "ob"];

/**
 * @param {import("./random.mjs").Random} random @param {unknown} document @param {import("./drafts.mjs").Draft} draft
 * @param {readonly string[]} names @param {number} count @returns {string[]} JSON texts
 */
export function instancesOf(random, document, draft, names, count) {
  const { home, target } = indexOf(document, draft);
  const follow = (schema) =>
    ["$ref", "$recursiveRef", "$dynamicRef"].flatMap((keyword) => {
      if (typeof schema[keyword] !== "string") return [];
      return [target(keyword, schema[keyword], home.get(schema), [home.get(document), home.get(schema)])];
    });

  /** All schemas that should hold at one place, with one branch of each choice. */
  function wishes(schema, depth) {
    if (typeof schema !== "object" || schema === null || depth === 0) return [];
    if (draft.year < 2019 && typeof schema.$ref === "string") return follow(schema).flatMap((one) => wishes(one, depth - 1));
    const { allOf = [], anyOf = [], oneOf = [] } = schema;
    const branches = [...allOf, ...(anyOf.length > 0 ? [random.pick(anyOf)] : []), ...(oneOf.length > 0 ? [random.pick(oneOf)] : [])];
    const chosen = random.chance(0.5) ? [schema.if, schema.then] : [schema.else];
    const dependents = Object.values(schema.dependentSchemas ?? {}).filter(() => random.chance(0.3));
    return [schema, ...[...branches, ...chosen, ...dependents, ...follow(schema)].flatMap((one) => wishes(one, depth - 1))];
  }

  const KINDS = {
    number: ["multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
    string: ["minLength", "maxLength", "pattern"],
    array: ["items", "prefixItems", "contains", "minItems", "unevaluatedItems", "uniqueItems", "maxItems"],
    object: [
      "properties",
      "required",
      "patternProperties",
      "additionalProperties",
      "unevaluatedProperties",
      "dependentSchemas",
      "dependencies",
    ],
  };

  function towards(schema, depth) {
    const list = wishes(schema, 4);
    if (depth === 0 || list.length === 0) return anyValue(random, names, 1);
    const fixed = list.flatMap((one) => (Object.hasOwn(one, "const") ? [one.const] : (one.enum ?? [])));
    if (fixed.length > 0 && random.chance(0.8)) return random.pick(fixed);
    const typed = list.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]));
    const common = typed.length > 0 ? typed[0].filter((type) => typed.every((types) => types.includes(type))) : [];
    const hinted = Object.keys(KINDS).filter((kind) => KINDS[kind].some((keyword) => list.some((one) => Object.hasOwn(one, keyword))));
    const kind = common.length > 0 ? random.pick(common) : hinted.length > 0 ? random.pick(hinted) : "any";
    return made(kind, list, depth);
  }

  function made(kind, list, depth) {
    const limit = (keyword, otherwise) => list.find((one) => typeof one[keyword] === "number")?.[keyword] ?? otherwise;
    switch (kind) {
      case "null":
        return null;
      case "boolean":
        return random.chance(0.5);
      case "integer":
      case "number": {
        const factor = limit("multipleOf", kind === "integer" ? 1 : 0.5);
        const start = limit("minimum", limit("exclusiveMinimum", limit("maximum", limit("exclusiveMaximum", anyNumber(random)))));
        const near = start + random.pick([0, 0, 1, -1]) * factor;
        return random.pick([
          near,
          Math.round(near / factor) * factor,
          factor * random.int(200),
          Number((factor * random.int(5000)).toPrecision(8)),
        ]);
      }
      case "string":
        return random.chance(0.6) ? random.pick(SAMPLES) : anyString(random);
      case "array": {
        const least = Math.min(limit("minItems", 0), 4);
        const tuple =
          list.flatMap((one) => (Array.isArray(one.items) ? [one.items] : Array.isArray(one.prefixItems) ? [one.prefixItems] : []))[0] ??
          [];
        const rest = list
          .flatMap((one) => [one.items, one.additionalItems, one.contains, one.unevaluatedItems])
          .filter((one) => !Array.isArray(one) && one !== undefined);
        const size = least + random.int(1 + Math.max(tuple.length, 2));
        return Array.from({ length: size }, (_, at) => towards(tuple[at] ?? (rest.length > 0 ? random.pick(rest) : true), depth - 1));
      }
      case "object": {
        const needed = list.flatMap(({ required }) => (Array.isArray(required) ? required : []));
        const known = list.flatMap(({ properties }) => Object.entries(properties ?? {}));
        const rest = list.flatMap((one) => [
          one.additionalProperties,
          one.unevaluatedProperties,
          ...Object.values(one.patternProperties ?? {}),
        ]);
        const extra = random.chance(0.4) ? random.some([...names, ...SAMPLES], 1, 2) : [];
        const keys = [...new Set([...needed, ...known.flatMap(([name]) => (random.chance(0.7) ? [name] : [])), ...extra])];
        return Object.fromEntries(
          keys.map((key) => [
            key,
            towards(known.find(([name]) => name === key)?.[1] ?? (rest.length > 0 ? random.pick(rest) : true), depth - 1),
          ]),
        );
      }
      default:
        return anyValue(random, names, 2);
    }
  }

  /** One place of the value is another. */
  function spoilt(value, depth) {
    if (typeof value !== "object" || value === null || depth === 0 || random.chance(0.25)) return anyValue(random, names, 2);
    if (Array.isArray(value)) {
      const at = random.int(value.length + 1);
      if (at === value.length)
        return random.chance(0.5) && at > 0 ? [...value, random.pick(value)] : [...value, anyValue(random, names, 1)];
      return random.chance(0.2) ? value.toSpliced(at, 1) : value.with(at, spoilt(value[at], depth - 1));
    }
    const entries = Object.entries(value);
    const at = random.int(entries.length + 1);
    if (at === entries.length) return Object.fromEntries([...entries, [random.pick(names), anyValue(random, names, 1)]]);
    const [key, old] = entries[at];
    return Object.fromEntries(random.chance(0.3) ? entries.toSpliced(at, 1) : entries.with(at, [key, spoilt(old, depth - 1)]));
  }

  const texts = new Set();
  for (let tries = 0; texts.size < count && tries < count * 4; tries += 1) {
    const value = random.chance(0.25) ? anyValue(random, names, 3) : towards(document, 4);
    const text = textOf(random.chance(0.3) ? spoilt(value, 3) : value);
    if (!text.includes("undefined")) texts.add(text);
  }
  return [...texts];
}
