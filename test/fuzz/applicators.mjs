// The keywords that hold schemas, by draft. What consumes data may refer to anything again.

/** @param {import("./schemas.mjs").Place} place */
export function applicators(place, schemaOf, count, patterns, maybe) {
  const { random, draft, names, depth } = place;
  const below = { ...place, depth: depth - 1, floor: -1 };
  const beside = { ...place, depth: depth - 1 };
  // A name is a string: there is nothing in it to come back to, so that a reference must go forwards.
  const child = () => (depth > 0 ? schemaOf(below) : leaf());
  const here = () => (depth > 0 ? schemaOf(beside) : leaf());
  const leaf = () =>
    random.pick([
      {},
      { type: random.pick(["string", "number", "array", "object", "integer"]) },
      { not: {} },
      { minLength: 2 },
      { minimum: 1 },
    ]);
  const few = (make, least = 1) => Array.from({ length: least + random.int(3) }, make);
  const closed = () => (random.chance(0.5) ? false : child());
  const named = (keys, make) => Object.fromEntries(keys.map((key) => [key, make()]));
  const someNames = (least, most) => random.some(names, least, most);

  function arrays() {
    const tuple = draft.year >= 2020 ? "prefixItems" : "items";
    const rest = draft.year >= 2020 ? "items" : "additionalItems";
    const listed = random.chance(0.45);
    return {
      ...(listed ? { [tuple]: few(child) } : maybe(place, 0.4, { items: child })),
      ...(listed || random.chance(0.1)
        ? maybe(place, 0.4, { [rest]: () => (random.chance(0.4) ? false : draft.year === 2013 && random.chance(0.3) ? true : child()) })
        : {}),
      ...maybe(place, 0.15, { minItems: () => count(random), maxItems: () => count(random), uniqueItems: () => random.chance(0.85) }),
      ...(draft.year >= 2017 ? maybe(place, 0.25, { contains: child }) : {}),
      ...(draft.year >= 2019 ? maybe(place, 0.18, { minContains: () => count(random), maxContains: () => count(random) }) : {}),
      ...(draft.year >= 2019 ? maybe(place, 0.3, { unevaluatedItems: closed }) : {}),
    };
  }

  function objects() {
    const needs = () => someNames(draft.year === 2013 ? 1 : 0, 2);
    const dependents =
      draft.year >= 2019
        ? { dependentRequired: () => named(someNames(1, 2), needs), dependentSchemas: () => named(someNames(1, 2), here) }
        : { dependencies: () => named(someNames(1, 2), () => (random.chance(0.5) ? needs() : here())) };
    return {
      ...maybe(place, 0.55, { properties: () => named(someNames(1, 3), child) }),
      ...maybe(place, 0.25, {
        patternProperties: () => named(random.some(patterns, 1, 2), child),
        additionalProperties: () => (draft.year === 2013 && random.chance(0.3) ? true : closed()),
        required: () => someNames(1, 2),
      }),
      ...maybe(place, 0.1, { minProperties: () => count(random), maxProperties: () => count(random) }),
      ...maybe(place, 0.18, dependents),
      ...(draft.year >= 2017 ? maybe(place, 0.12, { propertyNames: here }) : {}),
      ...(draft.year >= 2019 ? maybe(place, 0.35, { unevaluatedProperties: closed }) : {}),
    };
  }

  const logic = () => ({
    ...maybe(place, 0.28, { allOf: () => few(here), anyOf: () => few(here), oneOf: () => few(here), not: here }),
    ...(draft.year >= 2018 ? maybe(place, 0.35, Object.fromEntries(["if", "then", "else"].map((key) => [key, here]))) : {}),
  });

  return { arrays, objects, logic };
}
