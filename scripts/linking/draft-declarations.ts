// One pass over all schemas that the root leads to: each declaration's schema restated, its references bound to other declarations.
import type { Json, JsonObject } from "../contract.ts";
import { type Circumstances, type Part, restate } from "../dialects/restate.ts";
import { isArray, isObject, valueWords } from "../lib/json.ts";
import { pointerToken } from "../lib/pointer.ts";
import { type Draft, drafts, type Filling, setMember } from "./draft.ts";
import { dynamicName } from "./dynamic-name.ts";
import { type Enter, type Environment, NOWHERE } from "./environment.ts";
import type { Registry } from "./registry.ts";
import { locationOf, type Place, type Resource, type SchemaProblem } from "./resource.ts";
import { resolveReference } from "./resolve-reference.ts";

/** An object of a schema and where it stands: a program may use one object in many places. */
interface SharedObject {
  readonly schema: JsonObject;
  readonly location: string;
}

/** The locations of objects. */
export type Shared = ReadonlyMap<JsonObject, ReadonlySet<string>>;

/** What a pass finds. */
export interface Pass {
  readonly drafts: readonly Draft[];
  /** The places that hold references, with what each means: their names come later. */
  readonly references: readonly { readonly holder: Filling; readonly to: Draft }[];
  /** Objects that are declarations and that also stand inside others. */
  readonly shared: readonly SharedObject[];
  readonly problems: readonly SchemaProblem[];
}

/** A schema to be restated, and where the result goes. */
interface Task {
  readonly schema: JsonObject;
  readonly resource: Resource;
  /** Pointer in the resource, and in the declaration's schema. */
  readonly pointer: string;
  readonly out: string;
  readonly environment: Environment;
  readonly draft: Draft;
  /** Whether the schema applies to the same value as the whole declaration. */
  readonly inPlace: boolean;
  readonly put: (schema: Json) => void;
}

/** Keywords whose subschemas apply to the same value. */
const IN_PLACE: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"]);

/** A schema that is as short as a reference to it. */
const isLeaf = (schema: JsonObject): boolean => Object.values(schema).every((value) => typeof value !== "object" || value === null);

/**
 * Drafts the declarations. `shared` are objects to be replaced by references where they stand; those that an earlier pass found.
 * An explicit queue stands any depth.
 */
export function draftDeclarations(registry: Registry, enter: Enter, circumstances: Circumstances, shared: Shared): Pass {
  const made = drafts();
  const references: { holder: Filling; to: Draft }[] = [];
  const foundShared: SharedObject[] = [];
  const problems: SchemaProblem[] = [];

  const bind = (holder: Filling, to: Draft, from: Task, keyword: string): void => {
    setMember(holder, "$ref", "");
    references.push({ holder, to });
    from.draft.targets.push(to);
    if (from.inPlace) from.draft.inPlace.push({ to, location: `${locationOf(from.resource, from.pointer)}${keyword}` });
  };
  const refer = (part: Part, holder: Filling, task: Task): boolean => {
    const location = `${locationOf(task.resource, task.pointer)}/${part.from}`;
    const text = typeof part.value === "string" ? part.value : null;
    const place = text === null ? "reference-unresolved" : resolveReference(text, task.resource, registry);
    if (typeof place === "string") {
      problems.push({ code: place, location, facts: { reference: text ?? valueWords(part.value) } });
      return false;
    }
    const meant = part.holds === "reference" ? place : dynamicTarget(part, place, task.environment);
    if (meant.applied && isObject(meant.schema) && !isLeaf(meant.schema))
      foundShared.push({ schema: meant.schema, location: locationOf(meant.resource, meant.pointer) });
    bind(holder, made.declare(meant, enter(task.environment, meant.resource)), task, `/${part.from}`);
    return true;
  };
  made.declare({ schema: registry.top.root, resource: registry.top, pointer: "", applied: false }, enter(NOWHERE, registry.top));
  for (let next = 0; next < made.all.length; next += 1) {
    const draft = made.all[next];
    if (draft === undefined) break;
    const { place, environment } = draft;
    if (typeof place.schema === "boolean") draft.schema = place.schema;
    if (!isObject(place.schema)) continue;
    const put = (schema: Json): void => {
      draft.schema = schema;
    };
    const queue: Task[] = [
      { schema: place.schema, resource: place.resource, pointer: place.pointer, out: "", environment, draft, inPlace: true, put },
    ];
    for (let index = 0; index < queue.length; index += 1) {
      const task = queue[index];
      if (task !== undefined) restateTask(task, queue);
    }
  }
  const [blurred] = made.blurred;
  if (blurred !== undefined)
    problems.push({ code: "dynamic-scope-limit", location: locationOf(blurred.place.resource, blurred.place.pointer), facts: {} });
  return { drafts: made.all, references, shared: foundShared, problems };

  function restateTask(task: Task, queue: Task[]): void {
    const out: Filling = {};
    task.put(out);
    const parts = restate(task.schema, task.resource.language, circumstances);
    const extras: Filling[] = [];
    let allOf: Json[] | null = null;
    for (const part of parts) {
      // A keyword that is there already gets a schema of its own in `allOf`.
      const again = Object.hasOwn(out, part.keyword);
      const holder: Filling = again ? {} : out;
      const at = again
        ? `${task.out}/allOf/${branchCount(parts) + extras.length}/${part.keyword}`
        : `${task.out}/${pointerToken(part.keyword)}`;
      const filled = fill(
        part,
        holder,
        at,
        { ...task, inPlace: task.inPlace && (IN_PLACE.has(part.keyword) || part.keyword === "$ref") },
        queue,
      );
      if (Array.isArray(filled) && part.keyword === "allOf" && !again) allOf = filled;
      if (filled !== false && again) extras.push(holder);
      if (filled !== false && (again || part.from !== part.keyword) && !part.keyword.startsWith("x-"))
        task.draft.moved[at] = `${locationOf(task.resource, task.pointer)}/${part.from}`;
    }
    // The list is still being filled, so that it has to stay the same list.
    const list: Json[] = allOf ?? [];
    for (const extra of extras) list.push(extra);
    if (extras.length > 0) out["allOf"] = list;
  }

  /** Fills one keyword; `task` says whether its subschemas apply in place. Returns the list when it is one, and false when there was nothing to fill. */
  function fill(part: Part, holder: Filling, out: string, task: Task, queue: Task[]): Json[] | boolean {
    const { keyword, holds, value } = part;
    const pointer = `${task.pointer}/${pointerToken(part.from)}`;
    if (holds === "schema") child(value, { ...task, pointer, out, put: (schema) => setMember(holder, keyword, schema) }, queue);
    else if (holds === "list" && isArray(value)) {
      const list: Json[] = value.slice();
      holder[keyword] = list;
      for (const [index, item] of value.entries()) {
        const put = (schema: Json): void => {
          list[index] = schema;
        };
        child(item, { ...task, pointer: `${pointer}/${index}`, out: `${out}/${index}`, put }, queue);
      }
      return list;
    } else if (holds === "map" && isObject(value)) {
      const map: Filling = {};
      holder[keyword] = map;
      for (const [key, item] of Object.entries(value)) {
        const step = `/${pointerToken(key)}`;
        setMember(map, key, item);
        child(item, { ...task, pointer: pointer + step, out: out + step, put: (schema) => setMember(map, key, schema) }, queue);
      }
    } else if (holds === "data" || holds === "list" || holds === "map") setMember(holder, keyword, value);
    else return refer(part, holder, task);
    return true;
  }

  /** Puts what stands where a schema is expected; `task` is already that of the place, but for an embedded resource. */
  function child(value: Json, around: Omit<Task, "schema">, queue: Task[]): void {
    if (!isObject(value)) return around.put(value);
    const inner = registry.rootedAt(value);
    const enters = inner !== undefined && inner !== around.resource;
    const task: Task = enters
      ? // Where a resource stands twice, the first stands for both.
        {
          ...around,
          schema: isObject(inner.root) ? inner.root : value,
          resource: inner,
          pointer: "",
          environment: enter(around.environment, inner),
        }
      : { ...around, schema: value };
    if (enters) task.draft.moved[task.out] = locationOf(inner, "");
    if (shared.get(task.schema)?.has(locationOf(task.resource, task.pointer)) !== true) return void queue.push(task);
    const holder: Filling = {};
    task.put(holder);
    bind(
      holder,
      made.declare({ schema: task.schema, resource: task.resource, pointer: task.pointer, applied: true }, task.environment),
      task,
      "",
    );
  }
}

/** How many schemas stand in `allOf` before any are added. */
function branchCount(parts: readonly Part[]): number {
  const value = parts.find(({ keyword }) => keyword === "allOf")?.value;
  return isArray(value) ? value.length : 0;
}

/** The place that a dynamic reference means, whose plain reading is `place`. */
function dynamicTarget(part: Part, place: Place, environment: Environment): Place {
  const name = dynamicName(part, place);
  return name === null ? place : (environment.bindings.get(name) ?? place);
}
