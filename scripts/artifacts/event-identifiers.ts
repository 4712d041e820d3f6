// What events.ts calls its functions and variables, and the patterns of names: for printing, and for reading back what was printed.
import type { Contract } from "../contract.ts";
import { code, identifier, regularExpression, type Code } from "../lib/code.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { templatePattern, writtenOut } from "../lib/event-template.ts";
import { camelName, pascalCase, uniqueNames } from "../lib/words.ts";
import { eventTable, isTold, type ToldEvent } from "./event-table.ts";

/** A member that holds names, and the events that it names. */
export interface EventPlace {
  readonly keys: readonly string[];
  /** `eventTypeName` */
  readonly variable: Code;
  readonly rows: readonly ToldEvent[];
}

/** An event whose names vary. */
export interface TemplatedEvent {
  readonly row: ToldEvent;
  /** `DataTypeWriteSuccessful` */
  readonly stem: Code;
  readonly pattern: Code;
  /** `dataTypePart`, for a hole's name. */
  readonly variableOf: (hole: string) => Code;
}

/** What a module holds of a vendor's events. */
export interface EventModule {
  /** The events that values can be told to be, in the order of the contract. */
  readonly rows: readonly ToldEvent[];
  readonly places: readonly EventPlace[];
  /** Where several fit a name, the first one is meant. */
  readonly templated: readonly TemplatedEvent[];
  readonly exports: readonly string[];
}

/** What every module exports, and what it does more when names vary. */
const EXPORTS = "EventPayloads EventName EventPayload Event EventReading EventHandlers readEvent readEventJson createHandler".split(" ");
const PARSING = "EventTemplates ParsedEventName parseEventName".split(" ");

/** What a vendor's module of events holds. */
export function eventModule(contract: Contract): EventModule {
  const rows = eventTable(contract).filter(isTold);
  const templated = templatedEvents(rows);
  return {
    rows,
    places: eventPlaces(rows),
    templated,
    exports: rows.length === 0 ? [] : [...EXPORTS, ...(templated.length > 0 ? PARSING : [])],
  };
}

function templatedEvents(rows: readonly ToldEvent[]): readonly TemplatedEvent[] {
  const varying = rows
    .filter(({ template }) => template !== null)
    .toSorted((a, b) => writtenOut(b.name) - writtenOut(a.name) || compareUnits(a.name, b.name));
  const stems = uniqueNames(
    varying.map(({ name }) => name),
    pascalCase,
  );
  return varying.map((row) => {
    const variables = uniqueNames(
      row.holes.map(({ name }) => name),
      (hole) => camelName(pascalCase(hole)),
    );
    const valuesOf = (hole: string): readonly string[] => row.holes.find(({ name }) => name === hole)?.list?.values ?? [];
    return {
      row,
      stem: identifier(stems.get(row.name) ?? "_"),
      pattern: regularExpression(row.template === null ? row.name : templatePattern(row.template, valuesOf)),
      variableOf: (hole) => code`${identifier(variables.get(hole) ?? "_")}Part`,
    };
  });
}

function eventPlaces(rows: readonly ToldEvent[]): readonly EventPlace[] {
  const byPointer = new Map<string, ToldEvent[]>();
  for (const row of rows) {
    if (row.told.by !== "name") continue;
    const pointer = row.event.discriminator ?? "";
    const own = byPointer.get(pointer);
    if (own === undefined) byPointer.set(pointer, [row]);
    else own.push(row);
  }
  const pointers = [...byPointer.keys()].toSorted(compareUnits);
  const variables = uniqueNames(pointers, (pointer) => camelName(pascalCase(pointer)));
  return pointers.map((pointer) => {
    const own = byPointer.get(pointer) ?? [];
    return { keys: own[0]?.told.keys ?? [], variable: code`${identifier(variables.get(pointer) ?? "_")}Name`, rows: own };
  });
}
