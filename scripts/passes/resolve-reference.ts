// Which declaration a vendor's reference means.
import type { Declaration, Json } from "../contract.ts";
import { isArray, isSchema, member, stringMember } from "../lib/json.ts";
import { partName } from "../lib/part-name.ts";
import { splitFragment } from "../linking/uri.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { NO_WEB, urlMeant, type Web } from "../lib/web.ts";
import { isPageLink, pageFinder } from "./resolve-page.ts";

/** What a reference means: a declaration, a part of one, or nothing that is there. */
export type Resolved =
  | { readonly kind: "declaration"; readonly declaration: Declaration }
  /** The schema of a parameter, body or header that the reference names itself. */
  | { readonly kind: "held"; readonly declaration: Declaration }
  | { readonly kind: "part"; readonly declaration: Declaration; readonly pointer: string; readonly name: string }
  /** `url` is null when it leads to the disk and not to the network. */
  | { readonly kind: "outside"; readonly url: string | null }
  | { readonly kind: "nothing" };

/** Finds declarations by address. */
export function resolver(declarations: readonly Declaration[], web: Web): (reference: string, fromFile: string) => Resolved {
  const byAddress = new Map<string, Declaration[]>();
  for (const declaration of declarations)
    for (const address of [
      ...declaration.addresses,
      ...declaration.addresses.filter((one) => one.startsWith("#")).map((one) => `${fileOf(declaration)}${one}`),
    ]) {
      const others = byAddress.get(address);
      if (others === undefined) byAddress.set(address, [declaration]);
      else others.push(declaration);
    }
  /** The document's own declarations come first; others answer only for places that all of a vendor's documents share. */
  const at = (address: string, fromFile: string): Declaration | undefined => {
    const found = byAddress.get(address) ?? byAddress.get(address.replace(/(?<=.)#$/, "")) ?? [];
    const own = found.find((declaration) => fileOf(declaration) === fromFile);
    return own ?? (isSharedAddress(address) ? (found.find(({ supplied }) => !supplied) ?? found[0]) : undefined);
  };
  // What a vendor's documents call themselves is found without the network.
  const identifiers = new Set([...byAddress.keys()].filter((address) => isAbsolute(address)).map((address) => address.replace(/#.*$/, "")));
  const identified = (reference: string, fromFile: string): string | null => {
    const [document, fragment] = splitFragment(reference);
    const name = identifiers.has(document) ? document : urlMeant(reference, fromFile, web);
    return name === null || !identifiers.has(name) ? null : reference.includes("#") ? `${name}#${fragment}` : name;
  };
  const pageAt = pageFinder(declarations);
  return (reference, fromFile) => {
    if (isPageLink(reference)) {
      const declaration = pageAt(reference, fromFile);
      return declaration === undefined ? { kind: "nothing" } : { kind: "declaration", declaration };
    }
    const address = absoluteReference(reference, fromFile, web) ?? identified(reference, fromFile);
    if (address === null) return { kind: "outside", url: urlMeant(reference, fromFile, web) };
    const whole = at(address, fromFile) ?? at(decoded(address), fromFile);
    if (whole !== undefined) return { kind: "declaration", declaration: whole };
    const inside = part(decoded(address), at, fromFile, web);
    if (inside.kind !== "nothing") return inside;
    const answer = supplied(decoded(address), declarations);
    if (answer !== undefined) return { kind: "declaration", declaration: answer };
    const held = HOLDS_SCHEMA.test(decoded(address)) ? heldBy(decoded(address), (one) => at(one, fromFile)) : undefined;
    return held === undefined ? inside : { kind: "held", declaration: held };
  };
}

/** Components that are no schemas, but describe data by one. */
const HOLDS_SCHEMA = /#\/components\/(parameters|headers|requestBodies|responses)\/[^/]+$/;

/** The schema of such a component. */
function heldBy(address: string, at: (address: string) => Declaration | undefined): Declaration | undefined {
  return at(`${address}/schema`) ?? at(`${address}/content/application~1json/schema`);
}

/** A supplement has schemas under `components`; a reference into `definitions` means the one of the same name. */
function supplied(address: string, declarations: readonly Declaration[]): Declaration | undefined {
  const name = /^#\/(?:definitions|\$defs)\/([^/]+)$/.exec(address)?.[1];
  return name === undefined
    ? undefined
    : declarations.find((one) => one.supplied && one.addresses.includes(`#/components/schemas/${name}`));
}

const fileOf = ({ origins }: Declaration): string => origins[0]?.file ?? "";

/** Whether an address means the same in all of a vendor's documents. */
export const isSharedAddress = (address: string): boolean => !address.startsWith("#") || /^#\/(components|paths|webhooks)\//.test(address);

/** Whether a path leads to the network, or to a place of one machine. */
const isAbsolute = (path: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith("/") || path.includes("\\");

/** A percent-encoded fragment as a pointer (RFC 6901, section 6). */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * A reference with its path taken from the document it stands in; null when it leads out of the schemas folder, or to the network and no file
 * holds the document there. A file of the folder comes before a document of the network that a relative reference could mean as well.
 */
export function absoluteReference(reference: string, fromFile: string, web: Web = NO_WEB): string | null {
  if (reference.startsWith("#")) return reference;
  const [path, fragment] = splitFragment(reference);
  const url = urlMeant(reference, fromFile, web);
  const saved = url === null ? undefined : web.files.get(url);
  if (saved !== undefined) return `${saved}#${fragment}`;
  if (isAbsolute(path)) return null;
  const steps: string[] = fromFile.split("/").slice(0, -1);
  for (const step of decoded(path).split("/")) {
    if (step === "." || step === "") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  const file = steps.join("/");
  return url === null || web.names?.has(file) !== false ? `${file}#${fragment}` : null;
}

/** `#/components/schemas/Company/properties/id`, where only Company is declared. What is a reference itself is gone through. */
function part(
  address: string,
  resolve: (address: string, fromFile: string) => Declaration | undefined,
  fromFile: string,
  web: Web,
): Resolved {
  let at = address;
  let from = fromFile;
  for (let count = 0; count < LONGEST_CHAIN; count += 1) {
    const [declaration, pointer] = holderOf(at, (one) => resolve(one, from));
    if (declaration === undefined) return { kind: "nothing" };
    const [inner, beyond] = wayThrough(declaration.schema, pointer);
    if (beyond === null)
      return isSchema(inner)
        ? { kind: pointer === "" ? "declaration" : "part", declaration, pointer, name: partName(declaration.name, pointer) }
        : { kind: "nothing" };
    from = fileOf(declaration);
    const next = absoluteReference(beyond, from, web);
    if (next === null) return { kind: "nothing" };
    at = decoded(next);
  }
  return { kind: "nothing" };
}

/** How many references one may lead through. */
const LONGEST_CHAIN = 50;

/** The nearest declaration around an address, and the rest of the way. */
function holderOf(address: string, at: (address: string) => Declaration | undefined): readonly [Declaration | undefined, string] {
  for (let end = address.length; end > 0; end = address.lastIndexOf("/", end - 1)) {
    const declaration = at(address.slice(0, end));
    if (declaration !== undefined) return [declaration, address.slice(end)];
  }
  return [undefined, ""];
}

/** The value that a pointer names, or the reference that the way leads on through. */
function wayThrough(schema: Json, pointer: string): readonly [Json | undefined, string | null] {
  let at: Json | undefined = schema;
  const keys = pointerKeys(pointer);
  for (const [index, key] of keys.entries()) {
    const next: Json | undefined = isArray(at) ? at[Number(key)] : member(at, key);
    const reference = stringMember(at, "$ref");
    if (next === undefined && reference !== undefined)
      return [undefined, `${reference.includes("#") ? reference : `${reference}#`}${pointerBelow("", ...keys.slice(index))}`];
    at = next;
  }
  return [at, null];
}
