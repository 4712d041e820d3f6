// What a random document refers to: definitions, embedded resources, anchors, and the ways to name them.

/**
 * @typedef {object} Definition
 * @property {string} name
 * @property {number | undefined} owner the definition that this stands in
 * @property {string} resource URI of the resource that this belongs to
 * @property {string} pointer from the root of its resource
 * @property {boolean} isRoot of its resource
 * @property {string | undefined} anchor
 * @property {Record<string, unknown>} head identifier and anchors
 * @property {boolean} [leaf] whether it refers to nothing in place, so that it can be referred to from everywhere
 *
 * @typedef {object} Plan
 * @property {readonly Definition[]} definitions the root is the first
 * @property {boolean} named whether the document has an identifier
 * @property {ReadonlySet<string>} dynamic resources with the dynamic anchor "node" at their root
 * @property {ReadonlySet<string>} open resources with the dynamic anchor "more" on a schema that refers to nothing in place
 */

const NAMES = ["x", "y", "z", "a b", "a/b", "~", "é", "a%25b", "", "toString", "0", "items", "properties"];
const escaped = (name) => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));

/** @returns {Plan} */
export function planOf(random, draft, unique) {
  const named = random.chance(0.4);
  const folder = `https://fuzz.invalid/${unique}/`;
  const dynamic = new Set();
  const names = random.some(NAMES, 0, 4);
  /** @type {Definition[]} */
  const definitions = [
    { name: "", owner: undefined, resource: `${folder}root.json`, pointer: "", isRoot: true, anchor: undefined, head: {} },
  ];
  if (named) definitions[0].head[draft.id] = definitions[0].resource;
  for (const [index, name] of names.entries()) {
    const owners = definitions.flatMap((definition, at) => (at === 0 || (definition.isRoot && random.chance(0.4)) ? [at] : []));
    const owner = owners[owners.length - 1];
    const isRoot = named && random.chance(0.5);
    const relative = random.pick([`d${index}.json`, `/${unique}/d${index}.json`, `sub/d${index}.json`, `${folder}d${index}.json`]);
    const resource = isRoot ? new URL(relative, definitions[owner].resource).href : definitions[owner].resource;
    const anchor = !isRoot && random.chance(0.25) ? `anchor${index}` : undefined;
    const head = isRoot
      ? { [draft.id]: relative }
      : anchor === undefined
        ? {}
        : draft.year >= 2019
          ? { $anchor: anchor }
          : { [draft.id]: `#${anchor}` };
    const pointer = isRoot ? "" : `/${draft.definitions}/${escaped(name)}`;
    definitions.push({ name, owner, resource, pointer, isRoot, anchor, head });
  }
  if (draft.year >= 2019 && random.chance(0.4))
    for (const { isRoot, resource, head } of definitions) {
      if (!isRoot || random.chance(0.25)) continue;
      dynamic.add(resource);
      if (draft.year === 2019) head.$recursiveAnchor = true;
      else if (random.chance(0.9)) head.$dynamicAnchor = "node";
      else head.$anchor = "node";
    }
  return { definitions, named, dynamic, open: draft.year >= 2020 && random.chance(0.25) ? opened(definitions, random) : new Set() };
}

/** Gives most resources a schema that others may replace from outside: the pattern of an extension point. */
function opened(definitions, random) {
  const open = new Set();
  for (const [owner, { isRoot, resource }] of definitions.slice().entries()) {
    if (!isRoot || random.chance(0.2)) continue;
    open.add(resource);
    definitions.push({
      name: "more",
      owner,
      resource,
      pointer: "/$defs/more",
      isRoot: false,
      anchor: undefined,
      head: { $dynamicAnchor: "more" },
      leaf: true,
    });
  }
  return open;
}

/** A reference that can be followed from here without an end, or nothing. @param {import("./schemas.mjs").Place} place */
export function referenceIn({ random, draft, plan, floor, resource }) {
  if (floor < 0 && random.chance(0.4)) {
    if (draft.year === 2019 && (plan.dynamic.size > 0 || random.chance(0.2))) return { $recursiveRef: "#" };
    if (draft.year === 2020 && plan.dynamic.has(resource)) return { $dynamicRef: "#node" };
    if (draft.year === 2020 && plan.named && plan.dynamic.size > 0) return { $dynamicRef: `${random.pick([...plan.dynamic])}#node` };
  }
  if (floor < plan.definitions.length && plan.open.has(resource) && random.chance(0.3)) return { $dynamicRef: "#more" };
  const targets = plan.definitions.slice(floor + 1);
  if (targets.length === 0) return undefined;
  const target = random.pick(targets);
  const fragments = [
    ...(target.anchor === undefined ? [] : [`#${target.anchor}`]),
    target.pointer === "" ? random.pick(["", "#"]) : `#${target.pointer}`,
  ];
  const fragment = random.pick(fragments);
  if (target.resource === resource) return { $ref: fragment === "" ? "#" : fragment };
  const [own, other] = [new URL(resource).pathname, new URL(target.resource).pathname];
  const file = other.slice(other.lastIndexOf("/") + 1);
  const near = own.slice(0, own.lastIndexOf("/")) === other.slice(0, other.lastIndexOf("/")) ? [file] : [];
  return { $ref: random.pick([target.resource, other, ...near]) + fragment };
}
