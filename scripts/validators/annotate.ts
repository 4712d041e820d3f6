// The functions that tell what a schema says of a valid value: `annotationsOfFoo(value)`, and one `annotate…` for each schema that applies others.
import type { JsonObject } from "../contract.ts";
import type { Part } from "../keywords/keyword.ts";
import { code, identifier, type Code } from "../lib/code.ts";
import { isObject } from "../lib/json.ts";
import { pascalCase } from "../lib/words.ts";
import { insideLines, looksInside, type Subject } from "./annotate-inside.ts";
import { isSilent, type Stated, unitLines } from "./annotation-units.ts";
import type { PrintOthers } from "./functions.ts";
import { functionText } from "./module-text.ts";
import { descend, type Place } from "./place.ts";
import type { Routine, Routines } from "./routines.ts";
import { isLeaf } from "./steps.ts";

/** A schema at its place, and the routine whose depth is counted there. */
interface Annotated {
  readonly schema: JsonObject;
  readonly place: Place;
  readonly routine: Routine;
  readonly name: string;
}

/**
 * Prints `annotationsOfFoo(value)` for a root. The functions go through a value as its test does, and count depth alike, so that no valid value
 * can exhaust the stack.
 */
export const printAnnotations =
  (root: Routine, routines: Routines, stated: Stated): PrintOthers =>
  (settingOf) => {
    const declarations = new Map(routines.list.flatMap((one) => (one.declared ? [[one.place.source.name, one] as const] : [])));
    const names = namer();
    const functions: Code[] = [];
    const known = new Map<JsonObject, Annotated>();
    const open: Annotated[] = [];
    const called = (schema: JsonObject, wished: string, place: Place, routine: Routine): Annotated => {
      const before = known.get(schema);
      if (before !== undefined) return before;
      const made = { schema, place, routine, name: names(wished) };
      known.set(schema, made);
      open.push(made);
      return made;
    };
    const declared = (name: string, subject: Subject, from: Annotated | null): readonly Code[] => {
      const routine = declarations.get(name);
      if (routine === undefined || !isObject(routine.schema)) return [];
      if (!looksInside(routine.schema)) return unitLines(routine.schema, routine.place, subject.at, stated);
      return [call(called(routine.schema, routine.name, routine.place, routine), subject, from)];
    };
    const partLines = ({ schema, at }: Part, subject: Subject, from: Annotated): readonly Code[] => {
      if (!isObject(schema) || isSilent(schema)) return [];
      const place = descend(from.place, at);
      if (!looksInside(schema)) return unitLines(schema, place, subject.at, stated);
      const own = routines.of(schema);
      // Like a test: what is one expression has no level of its own.
      const routine = own === undefined || isLeaf(own.steps) ? from.routine : own;
      const wished = own?.name ?? from.name + pascalCase(at.replace(/^\/properties\//, ""));
      return [call(called(schema, wished, place, routine), subject, from)];
    };
    const start = declared(root.place.source.name, { value: code`value`, at: code`""` }, null);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { schema, place, routine, name } = next;
      const inside = insideLines({
        schema,
        place,
        setting: settingOf(routine),
        part: (part, subject) => partLines(part, subject, next),
        declared: (to, subject) => declared(to, subject, next),
      });
      const parameters = routine.recursive ? code`value, at, found, depth` : code`value, at, found`;
      functions.push(
        functionText(code`function annotate${identifier(name)}At(${parameters})`, [
          ...unitLines(schema, place, code`at`, stated),
          ...inside,
        ]),
      );
    }
    const name = identifier(root.name);
    const refused = code`if (!is${name}(value)) return [];`;
    return [
      functionText(code`export function annotationsOf${name}(value)`, [refused, code`const found = [];`, ...start, code`return found;`]),
      ...functions,
    ];
  };

/** A call of a function, from another or from outside. */
function call({ schema, routine, name }: Annotated, { value, at }: Subject, from: Annotated | null): Code {
  const isSameLevel = from !== null && routine === from.routine && schema !== routine.schema;
  const deeper = isSameLevel ? code`, depth` : from?.routine.recursive === true ? code`, depth + 1` : code`, 0`;
  return code`annotate${identifier(name)}At(${value}, ${at}, found${routine.recursive ? deeper : code``});`;
}

/** Gives each name once. (What is called `annotate…At` is no constant, whose names end otherwise.) */
function namer(): (wished: string) => string {
  const counts = new Map<string, number>();
  const taken = new Set<string>();
  return (wished) => {
    let name = wished;
    let count = counts.get(wished) ?? 1;
    while (taken.has(name)) name = `${wished}_${(count += 1)}`;
    counts.set(wished, count);
    taken.add(name);
    return name;
  };
}
