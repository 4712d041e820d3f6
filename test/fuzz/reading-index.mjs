// The resources of a document, their anchors, and where references lead.
import { inner } from "./drafts.mjs";

/** @param {unknown} document @param {import("./drafts.mjs").Draft} draft */
export function indexOf(document, draft) {
  const resources = new Map();
  const home = new Map();

  const open = (uri, root) => {
    const resource = { uri, root, anchors: new Map(), dynamic: new Map() };
    resources.set(uri, resource);
    return resource;
  };

  /** Drafts before 2019-09 ignore everything beside $ref, an identifier too. */
  function visit(schema, parent) {
    if (typeof schema !== "object" || schema === null) return;
    const silenced = draft.year < 2019 && typeof schema.$ref === "string";
    const id = silenced || !Object.hasOwn(schema, draft.id) ? undefined : schema[draft.id];
    let resource = parent;
    if (typeof id === "string") {
      if (id.startsWith("#")) parent.anchors.set(id.slice(1), schema);
      else resource = parent.root === schema ? parent : open(new URL(id, parent.uri).href.replace(/#$/, ""), schema);
    }
    home.set(schema, resource);
    if (draft.year >= 2019 && Object.hasOwn(schema, "$anchor")) resource.anchors.set(schema.$anchor, schema);
    if (draft.year >= 2020 && Object.hasOwn(schema, "$dynamicAnchor")) {
      resource.anchors.set(schema.$dynamicAnchor, schema);
      resource.dynamic.set(schema.$dynamicAnchor, schema);
    }
    for (const [, one] of inner(schema)) visit(one, resource);
  }

  const id = typeof document === "object" ? document[draft.id] : undefined;
  visit(document, open(typeof id === "string" ? new URL(id).href.replace(/#$/, "") : "https://fuzz.invalid/unnamed", document));

  /** The schema and the resource that a URI reference leads to. */
  function lookUp(reference, from) {
    const [uri, fragment = ""] = new URL(reference, from.uri).href.split("#");
    const resource = resources.get(uri);
    if (resource === undefined) throw new Error(`no resource ${uri}`);
    const text = decodeURIComponent(fragment);
    if (text !== "" && !text.startsWith("/")) {
      if (!resource.anchors.has(text)) throw new Error(`no anchor ${text} in ${uri}`);
      return { resource, fragment: text, schema: resource.anchors.get(text) };
    }
    let schema = resource.root;
    for (const token of text.split("/").slice(1)) {
      const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
      if (typeof schema !== "object" || schema === null || !Object.hasOwn(schema, key)) throw new Error(`nothing at ${text} in ${uri}`);
      schema = schema[key];
    }
    return { resource, fragment: text, schema };
  }

  /** @param {string} keyword @param {string} reference @param {object} from a resource @param {readonly object[]} scope outermost first */
  function target(keyword, reference, from, scope) {
    const { resource, fragment, schema } = lookUp(reference, from);
    // 2019-09 core, 8.2.4.2: only when the initial target has $recursiveAnchor true.
    if (keyword === "$recursiveRef")
      return schema.$recursiveAnchor === true ? scope.find(({ root }) => root.$recursiveAnchor === true).root : schema;
    // 2020-12 core, 8.2.3.2: only when the initial target is a dynamic anchor.
    if (keyword === "$dynamicRef" && resource.dynamic.get(fragment) === schema)
      return (scope.find(({ dynamic }) => dynamic.has(fragment)) ?? resource).dynamic.get(fragment);
    return schema;
  }

  return { home, target };
}
