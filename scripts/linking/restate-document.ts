// A whole document restated in the keywords of 2020-12, each schema where it stands, for those who read documents as their authors laid them out.
import type { Json, JsonObject } from "../contract.ts";
import { languageOf } from "../dialects/language.ts";
import { leftOver } from "../dialects/left-over.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { type Circumstances, type Part, restate } from "../dialects/restate.ts";
import { isCheckedFormat } from "../keywords/format.ts";
import { entries, fromEntries, isArray, isObject, member } from "../lib/json.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { type Filling, setMember } from "./draft.ts";
import { dynamicName } from "./dynamic-name.ts";
import { doubts, identities, type RestatingFinding } from "./identities.ts";
import { openRegistry } from "./registry.ts";
import type { Place, Resource } from "./resource.ts";
import { resolveReference } from "./resolve-reference.ts";

/** A document in the keywords of 2020-12. */
export interface RestatedDocument {
  readonly value: Json;
  /**
   * Pointers into `value` that stood elsewhere in the document, with the pointer there. An entry also speaks for all pointers below it that
   * have no longer entry.
   */
  readonly moved: ReadonlyMap<string, string>;
  readonly findings: readonly RestatingFinding[];
}

/** Where a schema stands: in its resource, in the document, in the result. */
interface Spot {
  readonly resource: Resource;
  readonly pointer: string;
  readonly from: string;
  readonly to: string;
  /** Whether nothing but definitions stands around it, so that its own definitions may stay. */
  readonly outer: boolean;
}

interface Task extends Spot {
  readonly schema: JsonObject;
  readonly out: Filling;
}

interface Reference extends Spot {
  readonly part: Part;
  readonly holder: Filling;
}

const REFERENCES: ReadonlySet<Part["holds"]> = new Set(["reference", "dynamicReference", "recursiveReference"]);

/** Formats are rules in vendors' documents; and other documents, which may refer to this one, may ask what it evaluates. */
const CIRCUMSTANCES: Circumstances = { assertFormats: true, unevaluated: true, unevaluatedItems: true };

/**
 * Restates a document, in `dialect` where it does not say otherwise. References that lead to a schema of the document, by pointer, identifier or
 * anchor, become pointers into the result; others keep their text. Definitions stay where they are or, from inside other schemas, come to `$defs`
 * at the top. Codes of findings: see there.
 */
export function restateDocument(document: Json, dialect: Dialect): RestatedDocument {
  const registry = openRegistry(document, languageOf(dialect), new Map());
  const moved = new Map<string, string>();
  const findings: RestatingFinding[] = [];
  /** Where schemas stand now, by their resource and place in it; and where resources begin in the document. */
  const places = new Map<Resource, Map<string, string>>();
  const begins = new Map<Resource, string>();
  const queue: Task[] = [];
  const references: Reference[] = [];
  const hoisted = new Map<string, Json>();

  const identity = identities();

  const enter = (value: Json, spot: Spot): Json => {
    const inner = isObject(value) ? registry.rootedAt(value) : undefined;
    const at = inner === undefined || inner === spot.resource ? spot : { ...spot, resource: inner, pointer: "" };
    const known = places.get(at.resource) ?? new Map<string, string>();
    places.set(at.resource, known);
    if (!known.has(at.pointer)) known.set(at.pointer, at.to);
    if (at.pointer === "" && !begins.has(at.resource)) begins.set(at.resource, at.from);
    if (!isObject(value)) return value;
    const out: Filling = {};
    queue.push({ ...at, schema: value, out });
    return out;
  };
  const below = (spot: Spot, from: readonly (string | number)[], to: string): Spot => ({
    resource: spot.resource,
    pointer: pointerBelow(spot.pointer, ...from),
    from: pointerBelow(spot.from, ...from),
    to,
    outer: false,
  });
  /** Brings a schema to `$defs` at the top. */
  const hoist = (value: Json, spot: Spot): string | null => {
    const own = member(document, "$defs");
    if (!isObject(document) || (own !== undefined && !isObject(own))) return null;
    let key = pointerKeys(spot.from).at(-1) ?? "";
    while (hoisted.has(key) || member(own, key) !== undefined) key += "_";
    const to = pointerBelow("", "$defs", key);
    moved.set(to, spot.from);
    hoisted.set(key, {});
    hoisted.set(key, enter(value, { ...spot, to, outer: true }));
    return to;
  };
  const filled = (part: Part, task: Task, to: string, holder: Filling): Json => {
    const { from, holds, value } = part;
    if (holds === "schema") return enter(value, below(task, [from], to));
    if (holds === "list" && isArray(value))
      return value.map((item, index) => enter(item, below(task, [from, index], pointerBelow(to, index))));
    if (holds === "map" && isObject(value))
      return fromEntries(entries(value).map(([key, item]) => [key, enter(item, below(task, [from, key], pointerBelow(to, key)))]));
    if (REFERENCES.has(holds)) references.push({ ...task, part, holder });
    return value;
  };
  const define = (keyword: string, value: Json, task: Task): void => {
    if (!isObject(value)) return setMember(task.out, keyword, value);
    const inner = entries(value).map(([key, item]) => {
      const spot = below(task, [keyword, key], pointerBelow(task.to, keyword, key));
      return [key, task.outer ? enter(item, { ...spot, outer: true }) : hoist(item, spot)] as const;
    });
    if (task.outer) setMember(task.out, keyword, fromEntries(inner));
  };
  const restateTask = (task: Task): void => {
    const { schema, out, resource, from, to } = task;
    const { language } = resource;
    const finding = (code: RestatingFinding["code"], keyword: string, facts: RestatingFinding["facts"]): void => {
      findings.push({ code, pointer: pointerBelow(from, keyword), facts: { keyword, dialect: language.dialect, ...facts } });
    };
    if (task.outer) for (const [keyword, value] of identity(task, to === "")) out[keyword] = value;
    if (to === "" && language.id !== "$id") moved.set("/$id", pointerBelow(from, language.id));
    const parts = restate(schema, language, CIRCUMSTANCES);
    const rest = leftOver(schema, language, parts);
    const extras: Filling[] = [];
    const own = member(schema, "allOf");
    const branches = isArray(own) ? own.length : 0;
    for (const found of parts) {
      const part = keepsFormat(found) ? { ...found, keyword: "format" } : found;
      if (part.keyword === "x-format" && part.from === "format")
        finding("format-of-another-dialect", "format", { format: String(part.value) });
      // A keyword that is there already gets a schema of its own in `allOf`.
      const again = Object.hasOwn(out, part.keyword);
      const holder: Filling = again ? {} : out;
      const at = again ? pointerBelow(to, "allOf", branches + extras.length, part.keyword) : pointerBelow(to, part.keyword);
      setMember(holder, part.keyword, filled(part, task, at, holder));
      if (again) extras.push(holder);
      if (again || part.from !== part.keyword) moved.set(at, pointerBelow(from, part.from));
    }
    const listed = out["allOf"];
    if (extras.length > 0) out["allOf"] = [...(isArray(listed) ? listed : []), ...extras];
    for (const [keyword, value] of rest.kept) setMember(out, keyword, value);
    for (const [keyword, value] of rest.definitions) define(keyword, value, task);
    for (const { code, keyword, other } of rest.unsaid) finding(code, keyword, { other });
  };
  const pointerTo = (place: Place): string | null => {
    const known = places.get(place.resource)?.get(place.pointer);
    const begin = begins.get(place.resource) ?? pointerOf(place.resource.root, document);
    if (known !== undefined || begin === undefined) return known ?? null;
    return hoist(place.schema, { ...place, from: begin + place.pointer, to: "", outer: true });
  };
  const bind = ({ part, holder, resource, from }: Reference): void => {
    if (typeof part.value !== "string") return;
    const place = resolveReference(part.value, resource, registry);
    const finding = (code: RestatingFinding["code"], reference: string): void => {
      findings.push({ code, pointer: pointerBelow(from, part.from), facts: { reference } });
    };
    if (typeof place === "string") {
      if ([...begins.keys()].some(({ dynamic }) => dynamic.size > 0)) finding("dynamic-scope-ends", part.value);
      return;
    }
    const name = dynamicName(part, place);
    if (name !== null && [...begins.keys()].filter(({ dynamic }) => dynamic.has(name)).length > 1) finding("dynamic-reference", part.value);
    const to = pointerTo(place);
    if (to !== null) holder["$ref"] = `#${to.replaceAll("%", "%25")}`;
  };

  const value = enter(document, { resource: registry.top, pointer: "", from: "", to: "", outer: true });
  // Both lists grow while they are gone through: what a reference leads to may have to be brought in.
  for (let [next, bound] = [0, 0]; next < queue.length || bound < references.length;) {
    const task = queue[next];
    const reference = references[bound];
    if (task !== undefined) {
      restateTask(task);
      next += 1;
    } else if (reference !== undefined) {
      bind(reference);
      bound += 1;
    }
  }
  const whole =
    hoisted.size === 0 || !isObject(value) ? value : { ...value, $defs: fromEntries([...entries(member(value, "$defs")), ...hoisted]) };
  return { value: whole, moved, findings: [...findings, ...doubts(registry.problems, document, begins)] };
}

/** Where an object stands in a document, by what it is and not by what it says; undefined when it does not. An explicit stack stands any depth. */
function pointerOf(object: Json, document: Json): string | undefined {
  const open: (readonly [value: Json, pointer: string])[] = [[document, ""]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, pointer] = next;
    if (value === object) return pointer;
    if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) open.push([inner, pointerBelow(pointer, key)]);
  }
  return undefined;
}

/** A format that nobody checks stays a format: it is reported like those of the newest dialect. */
const keepsFormat = ({ keyword, from, value }: Part): boolean => keyword === "x-format" && from === "format" && !isCheckedFormat(value);
