// What is timed, in the order in which one process does it.
import { eventsOf, mixedEvents } from "./events.mjs";
import { issueCounts, mixedVerdicts, parses, textVerdicts, verdicts } from "./kernels.mjs";
import { VENDORS } from "./schemas.mjs";

/** The columns of the tables. `list` columns are about issues, `reference` is a row that is no competitor. */
export const COLUMNS = [
  { id: "valid", title: "valid" },
  { id: "oneWrong", title: "deep wrong" },
  { id: "listValid", title: "list, valid" },
  { id: "listOne", title: "list, 1" },
  { id: "listFive", title: "list, 5" },
  { id: "text", title: "JSON text" },
  { id: "manyShapes", title: "valid, after many shapes" },
];

/** The row that says what JSON.parse takes alone. */
export const PARSE = "JSON.parse";

/**
 * @typedef {{ competitor: import("../competitors.mjs").Competitor, judges: Awaited<ReturnType<typeof import("./loaded.mjs").loaded>> }} Entrant
 * @typedef {{ id: string, kernel: (rounds: number) => number, events: number }} Contender
 * @param {readonly Entrant[]} entrants
 * @returns {Iterable<{ id: string, contenders: Contender[] }>}
 */
export function* workloads(entrants) {
  const full = entrants.filter(({ competitor }) => !competitor.firstOnly);
  const events = Object.fromEntries(VENDORS.map((vendor) => [vendor, eventsOf(vendor)]));
  for (const vendor of VENDORS) {
    const { valid, oneWrong, fiveWrong, texts } = events[vendor];
    const each = (list, input, kernel) =>
      list.map((entrant) => contender(entrant.competitor.id, input, kernel(entrant, entrant.judges[vendor])));
    const lists = (input) => each(full, input, ({ competitor }, { issues }) => issueCounts(issues, input, competitor));
    yield { id: `${vendor}.valid`, contenders: each(entrants, valid, (_, { is }) => verdicts(is, valid)) };
    yield { id: `${vendor}.oneWrong`, contenders: each(entrants, oneWrong, (_, { is }) => verdicts(is, oneWrong)) };
    yield { id: `${vendor}.listValid`, contenders: lists(valid) };
    yield { id: `${vendor}.listOne`, contenders: lists(oneWrong) };
    yield { id: `${vendor}.listFive`, contenders: lists(fiveWrong) };
    const judged = each(entrants, texts, (_, { is }) => textVerdicts(is, texts));
    yield { id: `${vendor}.text`, contenders: [...judged, contender(PARSE, texts, parses(texts))] };
  }
  const mixed = mixedEvents();
  const kinds = Uint8Array.from(mixed, ({ vendor }) => VENDORS.indexOf(vendor));
  const values = mixed.map(({ value }) => value);
  const bothVendors = ({ codat, railz }) => mixedVerdicts(codat.is, railz.is, kinds, values);
  yield { id: "mixed", contenders: entrants.map(({ competitor, judges }) => contender(competitor.id, values, bothVendors(judges))) };
  // The valid events once more: property loads are now those of a server that has seen many shapes.
  for (const vendor of VENDORS) {
    const { valid } = events[vendor];
    const again = ({ competitor, judges }) => contender(competitor.id, valid, verdicts(judges[vendor].is, valid));
    yield { id: `${vendor}.manyShapes`, contenders: entrants.map(again) };
  }
}

const contender = (id, events, kernel) => ({ id, kernel, events: events.length });
