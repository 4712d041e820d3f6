// From the text of a reference to the place that it means.
import type { Json } from "../contract.ts";
import { isArray, isObject, isSchema } from "../lib/json.ts";
import { pointerKeys, pointerToken } from "../lib/pointer.ts";
import type { Registry } from "./registry.ts";
import type { Place, Resource } from "./resource.ts";
import { holderOf } from "./subschemas.ts";
import { decodedFragment, resolveUri, splitFragment } from "./uri.ts";

/** What a reference in a resource means, or the code of what is wrong with it. */
export function resolveReference(
  reference: string,
  from: Resource,
  registry: Registry,
): Place | "reference-unresolved" | "schema-expected" {
  const [uri, fragment] = splitFragment(reference);
  const resource = uri === "" ? from : registry.resourceAt(resolveUri(from.uri, uri), from);
  if (resource === undefined) return "reference-unresolved";
  let place = resource.fragments.get(fragment);
  if (place === undefined) {
    place = placeAt(fragment, resource, registry);
    resource.fragments.set(fragment, place);
  }
  if (place === null) return "reference-unresolved";
  return isSchema(place.schema) ? place : "schema-expected";
}

function placeAt(fragment: string, resource: Resource, registry: Registry): Place | null {
  const text = decodedFragment(fragment);
  if (text === null) return null;
  if (text === "") return { schema: resource.root, resource, pointer: "", applied: false };
  return text.startsWith("/") ? placeAtPointer(text, resource, registry) : (resource.anchors.get(text) ?? null);
}

/** Follows a pointer. It may lead into an embedded resource, and to values that no keyword is known to hold as schemas. */
function placeAtPointer(pointer: string, start: Resource, registry: Registry): Place | null {
  let at: Json = start.root;
  let resource = start;
  let path = "";
  let applied = false;
  /** What the value at hand is: a schema, a holder of schemas, or of no known use. */
  let use: "schema" | "list" | "map" | null = "schema";
  for (const key of pointerKeys(pointer)) {
    const next: Json | undefined = below(at, key);
    if (next === undefined) return null;
    const holder: "schema" | "list" | "map" | null =
      use === "schema" ? holderOf(key, next, resource.language) : use === null ? null : "schema";
    if (use === "schema") applied = resource.language.rules.get(key) !== "definitions";
    use = holder;
    at = next;
    path += `/${pointerToken(key)}`;
    const inner: Resource | undefined = use === "schema" && isObject(at) ? registry.rootedAt(at) : undefined;
    if (inner !== undefined && inner !== resource) [resource, path] = [inner, ""];
  }
  const place: Place = { schema: at, resource, pointer: path, applied: applied && use === "schema" };
  return use === "schema" ? place : registry.adopt(place);
}

function below(value: Json, key: string): Json | undefined {
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
