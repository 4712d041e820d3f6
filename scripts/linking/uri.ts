// URI references: splitting off fragments, and resolution against a base (RFC 3986, section 5.2).

interface Parts {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  readonly path: string;
  readonly query: string | undefined;
}

/** RFC 3986, appendix B, without the fragment. */
const PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/;

function partsOf(uri: string): Parts {
  const [, scheme, authority, path = "", query] = PARTS.exec(uri) ?? [];
  return { scheme, authority, path, query };
}

/** What stands before the first `#`, and what stands behind it ("" when there is none). */
export function splitFragment(reference: string): readonly [uri: string, fragment: string] {
  const at = reference.indexOf("#");
  return at === -1 ? [reference, ""] : [reference.slice(0, at), reference.slice(at + 1)];
}

/** RFC 3986, section 5.2.4. */
function withoutDots(path: string): string {
  if (!/(?:^|\/)\.\.?(?:\/|$)/.test(path)) return path;
  const segments = path.split("/");
  const kept: string[] = [];
  const floor = segments[0] === "" ? 1 : 0;
  segments.forEach((segment, index) => {
    if (segment !== "." && segment !== "..") return void kept.push(segment);
    if (segment === ".." && kept.length > floor) kept.pop();
    if (index === segments.length - 1) kept.push("");
  });
  return kept.join("/");
}

/** RFC 3986, section 5.2.3. */
const merged = (base: Parts, path: string): string =>
  base.authority !== undefined && base.path === "" ? `/${path}` : base.path.slice(0, base.path.lastIndexOf("/") + 1) + path;

const joined = ({ scheme, authority, path, query }: Parts): string =>
  `${scheme === undefined ? "" : `${scheme}:`}${authority === undefined ? "" : `//${authority}`}${path}${query === undefined ? "" : `?${query}`}`;

/** A reference without fragment, resolved against a base without fragment. The base may be "", which leaves relative references relative. */
export function resolveUri(base: string, reference: string): string {
  if (reference === "") return base;
  const parts = partsOf(reference);
  if (parts.scheme !== undefined) return joined({ ...parts, path: withoutDots(parts.path) });
  const against = partsOf(base);
  if (parts.authority !== undefined) return joined({ ...parts, scheme: against.scheme, path: withoutDots(parts.path) });
  const { scheme, authority } = against;
  if (parts.path === "") return joined({ scheme, authority, path: against.path, query: parts.query ?? against.query });
  const path = parts.path.startsWith("/") ? parts.path : merged(against, parts.path);
  return joined({ scheme, authority, path: withoutDots(path), query: parts.query });
}

/** A fragment without its percent-encoding, or null when it is malformed. */
export function decodedFragment(fragment: string): string | null {
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return null;
  }
}
