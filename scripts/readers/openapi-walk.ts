// A walk over an OpenAPI document: where it is, and what it has found so far.
import type { Diagnostic, EventType, Example, Json, Origin } from "../contract.ts";
import { diagnostic, type Slug } from "../diagnostics.ts";
import { entries, isObject, member, stringMember } from "../lib/json.ts";
import { pointedAt, pointerBelow } from "../lib/pointer.ts";
import { urlMeant, type Web } from "../lib/web.ts";
import { referenceOutside } from "../passes/reference-outside.ts";
import { absoluteReference, decoded } from "../passes/resolve-reference.ts";
import type { ValueText } from "./reader.ts";

/** A file with its value. */
export interface Source {
  readonly file: string;
  readonly text: ValueText;
  /** Whether nobody else reads its schemas, so that this walk has to. */
  readonly ours: boolean;
}

/** A value of a document, and where it stands. */
export interface Spot {
  readonly source: Source;
  readonly pointer: string;
  readonly value: Json;
}

/** A schema that gets a declaration. */
export interface SchemaPlace {
  readonly spot: Spot;
  readonly name: string;
  /** What references call it, when that is not where it stands. */
  readonly address?: string;
}

/** A request that an operation describes: the address of its body's schema, or null where it has none that is JSON. */
export interface Request {
  readonly operation: Spot;
  readonly declaration: string | null;
  readonly name: string;
}

/** What a walk has found; lists grow while it goes on. */
export interface Walk {
  readonly own: Source;
  /** Another file of the folder; null when it is not there. */
  readonly open: (file: string) => Source | null;
  /** Whether the folder has a file, of whatever format. */
  readonly has: (file: string) => boolean;
  readonly web: Web;
  /** Schemas by `file#pointer`: the first name stays. */
  readonly schemas: Map<string, SchemaPlace>;
  readonly events: EventType[];
  readonly examples: Example[];
  readonly diagnostics: Diagnostic[];
  /** What holds no data, by name: how often, and where first. */
  readonly dataless: Map<string, number>;
  /** Bodies that are not JSON, by media type. */
  readonly otherMedia: Map<string, { readonly count: number; readonly first: Spot }>;
  /** Examples of parameters and headers that are texts and stand there without quotes, by the parameter's name. */
  readonly unquoted: Map<string, { readonly count: number; readonly first: Spot }>;
  /** What Path Item and Request Body Objects hold, by `file#pointer`. */
  readonly requests: Map<string, readonly Request[]>;
  readonly bodies: Map<string, readonly string[]>;
  /** Other objects that were walked already, by `file#pointer`. */
  readonly seen: Set<string>;
}

export const addressOf = ({ source, pointer }: Spot): string => `${source.file}#${pointer}`;

/** A member of an object that is a value of a document. */
export function below(spot: Spot, key: string): Spot | undefined {
  const value = member(spot.value, key);
  return value === undefined ? undefined : { source: spot.source, pointer: pointerBelow(spot.pointer, key), value };
}

/** The members of an object, each with its key. */
export const membersOf = (spot: Spot | undefined): readonly (readonly [key: string, spot: Spot])[] =>
  spot === undefined
    ? []
    : entries(spot.value).map(([key, value]) => [key, { source: spot.source, pointer: pointerBelow(spot.pointer, key), value }]);

/** A finding at a spot. */
export function tell(walk: Walk, spot: Spot, slug: Slug, facts: Diagnostic["facts"] = {}): void {
  walk.diagnostics.push(diagnostic(slug, originOf(spot), facts, spot.source.text.length(spot.pointer)));
}

export const originOf = ({ source, pointer }: Spot): Origin =>
  source.text.origin(pointer) ?? { file: source.file, line: 1, column: 1, pointer };

/** How many references an object may stand behind. */
const LONGEST_CHAIN = 50;

/** What an object means: itself, or what its `$ref` leads to. Undefined, with a finding, when that is nothing. */
export function followed(walk: Walk, spot: Spot): Spot | undefined {
  let at = spot;
  for (let count = 0; count < LONGEST_CHAIN; count += 1) {
    const reference = stringMember(at.value, "$ref");
    if (reference === undefined) return at;
    besideReference(walk, at);
    const next = target(walk, at, reference);
    if (next === undefined) {
      const spot = { ...at, pointer: pointerBelow(at.pointer, "$ref") };
      const { file, text } = at.source;
      if (absoluteReference(reference, file, walk.web) !== null) tell(walk, spot, "reference-dangling", { reference, reading: "nothing" });
      else
        walk.diagnostics.push(referenceOutside(reference, urlMeant(reference, file, walk.web), originOf(spot), text.length(spot.pointer)));
      return undefined;
    }
    at = next;
  }
  return undefined;
}

/** What may stand beside a reference that is no schema's: words for people (OpenAPI 3.1, "Reference Object"). */
const BESIDE: ReadonlySet<string> = new Set(["$ref", "summary", "description"]);

/** Reports what stands beside a reference, once: what is referred to counts. */
function besideReference(walk: Walk, spot: Spot): void {
  const strays = Object.keys(spot.value ?? {}).filter((key) => !BESIDE.has(key) && !key.startsWith("x-"));
  const seen = `${addressOf(spot)} beside`;
  if (strays.length === 0 || walk.seen.has(seen)) return;
  walk.seen.add(seen);
  for (const key of strays) tell(walk, { ...spot, pointer: pointerBelow(spot.pointer, key) }, "line-unaccounted", { format: "OpenAPI" });
}

/** What a reference leads to, in any file of the folder. */
export function target(walk: Walk, { source }: Spot, reference: string): Spot | undefined {
  const address = absoluteReference(reference, source.file, walk.web);
  if (address === null) return undefined;
  const file = address.slice(0, address.indexOf("#"));
  const fragment = address.slice(file.length + 1);
  const other = file === "" || file === source.file ? source : file === walk.own.file ? walk.own : walk.open(file);
  const pointer = decoded(fragment);
  const value = other === null || (pointer !== "" && !pointer.startsWith("/")) ? undefined : pointedAt(other.text.value, pointer);
  return other === null || value === undefined ? undefined : { source: other, pointer, value };
}

/** Reports members that a kind of object does not have, and counts those that say nothing of data. */
export function account(walk: Walk, spot: Spot, read: ReadonlySet<string>, dataless: ReadonlySet<string>): boolean {
  if (!isObject(spot.value)) {
    tell(walk, spot, "openapi-misshapen", { expected: "an object" });
    return false;
  }
  for (const key of Object.keys(spot.value)) {
    if (read.has(key)) continue;
    if (dataless.has(key)) walk.dataless.set(key, (walk.dataless.get(key) ?? 0) + 1);
    else if (!key.startsWith("x-"))
      tell(walk, { ...spot, pointer: pointerBelow(spot.pointer, key) }, "line-unaccounted", { format: "OpenAPI" });
  }
  return true;
}
