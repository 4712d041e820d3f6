// Every competitor must be right on every event before anything is timed: a fast wrong answer is worth nothing.
import { eventsOf, mixedEvents } from "./lib/events.mjs";
import { loaded } from "./lib/loaded.mjs";
import { MODES, VENDORS } from "./lib/schemas.mjs";

/** How many issues the shortest list has. */
const fewest = (issues, events) => events.reduce((least, event) => Math.min(least, issues(event)?.length ?? 0), Infinity);

/** Whether the first issue has what the workloads read. */
function isReadable(issues, event, { path, text }) {
  const issue = issues(event)?.[0];
  return issue !== undefined && issue[path] !== undefined && typeof issue[text] === "string";
}

function wrongAnswers({ is, issues }, { valid, oneWrong, fiveWrong, texts }, competitor) {
  const most = competitor.firstOnly ? 1 : 5;
  const checks = {
    "valid events": valid.every((event) => is(event) === true),
    "events with one wrong type": oneWrong.every((event) => is(event) === false),
    "events with five wrong types": fiveWrong.every((event) => is(event) === false),
    "texts of valid events": texts.every((text) => is(JSON.parse(text)) === true),
    "issues of valid events": valid.every((event) => issues(event) === undefined),
    "issues of one wrong type": fewest(issues, oneWrong) >= 1,
    "issues of five wrong types": fewest(issues, fiveWrong) >= most,
    "what an issue says": isReadable(issues, oneWrong[0], competitor),
  };
  return Object.keys(checks).filter((name) => !checks[name]);
}

/**
 * @param {readonly import("./competitors.mjs").Competitor[]} competitors
 * @returns {Promise<string[]>} a line for each wrong answer
 */
export async function wrongIn(competitors) {
  const events = Object.fromEntries(VENDORS.map((vendor) => [vendor, eventsOf(vendor)]));
  const mixed = mixedEvents();
  const lines = [];
  for (const competitor of competitors) {
    for (const mode of competitor.modes ?? MODES) {
      const judges = await loaded(competitor, mode);
      const at = (what) => `${competitor.name}, formats ${mode}: ${what}`;
      for (const vendor of VENDORS) {
        const wrong = wrongAnswers(judges[vendor], events[vendor], competitor);
        lines.push(...wrong.map((what) => at(`${vendor}, ${what}`)));
      }
      const differ = mixed.filter(({ vendor, valid, value }) => judges[vendor].is(value) !== valid).length;
      if (differ > 0) lines.push(at(`${differ} of the mixed events`));
    }
  }
  return lines;
}
