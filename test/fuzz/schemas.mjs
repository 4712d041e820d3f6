// Random schemas of a draft: every keyword, references with data between them, embedded resources, awkward names.
import { anyNumber, anyValue, AWKWARD_NAMES, PLAIN_NAMES } from "./values.mjs";
import { applicators } from "./applicators.mjs";
import { planOf, referenceIn } from "./references.mjs";

/**
 * Where a schema is made.
 * @typedef {object} Place
 * @property {import("./random.mjs").Random} random
 * @property {import("./drafts.mjs").Draft} draft
 * @property {import("./references.mjs").Plan} plan
 * @property {readonly string[]} names of properties, the same all over one document so that keywords meet
 * @property {number} depth how many levels may still follow
 * @property {number} floor references that consume no data may only go to definitions after this one
 * @property {string} resource the URI of the resource that this stands in
 */

const PATTERNS = ["^a", "b$", "^.$", "^[a-c]+$", "^é", "a|b", "^.{2,3}$", "^$", "^\\p{L}+$", "^[😀é]", "\\d", "o"];
const FACTORS = ["1", "2", "0.5", "0.1", "0.01", "1.5", "3", "1e-8", "0.123456789", "2.5", "1e20", "1.0"];
const TYPES = ["null", "boolean", "number", "integer", "string", "array", "object"];

/** @param {import("./random.mjs").Random} random @param {import("./drafts.mjs").Draft} draft @param {string} unique part of the identifiers */
export function documentOf(random, draft, unique) {
  const names = [...random.some(PLAIN_NAMES, 3, 3), ...random.some(AWKWARD_NAMES, 1, 2)];
  const plan = planOf(random, draft, unique);
  const place = { random, draft, plan, names, depth: 3 };
  const made = plan.definitions.map((definition, index) => {
    const body = schemaOf({
      ...place,
      depth: index === 0 ? 3 : 2,
      floor: definition.leaf ? plan.definitions.length : index,
      resource: definition.resource,
    });
    // Where $ref silences its siblings, a schema with an identifier or definitions of its own must have none.
    const object = typeof body === "boolean" || (Object.hasOwn(body, "$ref") && draft.year < 2019) ? { allOf: [body] } : body;
    return { ...definition.head, ...object };
  });
  plan.definitions.forEach(({ owner, name }, index) => {
    if (owner === undefined) return;
    const bag = made[owner][draft.definitions];
    made[owner][draft.definitions] = Object.fromEntries([...Object.entries(bag ?? {}), [name, made[index]]]);
  });
  return { schema: JSON.parse(JSON.stringify(made[0])), names };
}

/** @param {Place} place @returns {unknown} */
export function schemaOf(place) {
  const { random, draft, depth } = place;
  if (draft.year >= 2017 && random.chance(0.08)) return random.chance(0.65);
  if (random.chance(depth > 0 ? 0.13 : 0.2)) {
    const reference = referenceIn(place);
    if (reference !== undefined)
      return random.chance(0.25) ? { ...reference, ...keywordsOf({ ...place, depth: Math.min(depth, 1) }) } : reference;
  }
  return keywordsOf(place);
}

/** @param {Place} place */
function keywordsOf(place) {
  const { random, depth } = place;
  const groups = [numbers, strings, values, ...(depth > 0 ? [arrays, arrays, objects, objects, logic, logic] : [arrays, objects])];
  const chosen = random.some(groups, 1, 2);
  // Half of the types fit what stands beside them, because some rivals refuse keywords that never matter.
  const fitting = [...new Set(chosen.flatMap((group) => FITTING.get(group) ?? []))];
  const schema = random.chance(0.15)
    ? types(place)
    : fitting.length > 0 && random.chance(0.3)
      ? { type: fitting.length === 1 ? fitting[0] : fitting }
      : {};
  for (const group of chosen) Object.assign(schema, group(place));
  if (random.chance(0.03)) Object.assign(schema, { title: "t", default: { $ref: "#/nowhere" } });
  const order = Object.entries(schema);
  return Object.fromEntries(random.chance(0.3) ? order.toReversed() : order);
}

const FITTING = new Map([
  [numbers, ["number"]],
  [strings, ["string"]],
  [arrays, ["array"]],
  [objects, ["object"]],
]);

const types = ({ random }) => ({ type: random.chance(0.6) ? random.pick(TYPES) : random.some(TYPES, 1, 4) });

/** Takes each of the named makers with a probability. @param {Place} place @param {number} probability @param {Record<string, () => unknown>} makers */
const maybe = ({ random }, probability, makers) =>
  Object.fromEntries(Object.entries(makers).flatMap(([key, make]) => (random.chance(probability) ? [[key, make()]] : [])));

function numbers(place) {
  const { random, draft } = place;
  const old = draft.year === 2013;
  const some = maybe(place, 0.35, {
    multipleOf: () => JSON.parse(random.pick(FACTORS)),
    minimum: () => anyNumber(random),
    maximum: () => anyNumber(random),
    exclusiveMinimum: () => (old ? random.chance(0.6) : anyNumber(random)),
    exclusiveMaximum: () => (old ? random.chance(0.6) : anyNumber(random)),
  });
  // The meta-schema of draft 4 wants the limits beside the booleans.
  if (old && Object.hasOwn(some, "exclusiveMinimum")) some.minimum ??= anyNumber(random);
  if (old && Object.hasOwn(some, "exclusiveMaximum")) some.maximum ??= anyNumber(random);
  return some;
}

const count = (random) => JSON.parse(random.pick(["0", "1", "1", "2", "2.0", "3", "4"]));

function strings(place) {
  return maybe(place, 0.45, {
    minLength: () => count(place.random),
    maxLength: () => count(place.random),
    pattern: () => place.random.pick(PATTERNS),
  });
}

function values({ random, draft, names }) {
  const one = () => (random.chance(0.02) ? { $ref: "#/nowhere" } : anyValue(random, names, 2));
  if (draft.year >= 2017 && random.chance(0.4)) return { const: one() };
  const list = Array.from({ length: 1 + random.int(4) }, one);
  const texts = new Set();
  return { enum: list.filter((value) => !texts.has(JSON.stringify(value)) && texts.add(JSON.stringify(value))) };
}

const nested = (place) => applicators(place, schemaOf, count, PATTERNS, maybe);

function arrays(place) {
  return nested(place).arrays();
}

function objects(place) {
  return nested(place).objects();
}

const logic = (place) => nested(place).logic();
