// The loops that are timed. Each is compiled apart, so that none shares what V8 learns about its calls; each goes through a thousand different objects
// and returns a count that is checked, so that nothing can be folded, hoisted or left out.

const LOOP = (setup, body, result) =>
  `return (rounds) => { ${setup} for (let round = 0; round < rounds; round++) for (let i = 0; i < events.length; i++) { ${body} } return ${result}; };`;

const COUNT = (test) => LOOP("let count = 0;", `if (${test}) count++;`, "count");

/** How many events pass. */
export const verdicts = (is, events) => new Function("is", "events", COUNT("is(events[i]) === true"))(is, events);

/** How many texts hold events that pass. */
export const textVerdicts = (is, events) => new Function("is", "events", COUNT("is(JSON.parse(events[i])) === true"))(is, events);

/** JSON.parse alone. */
export const parses = (events) => new Function("events", COUNT("JSON.parse(events[i]) !== null"))(events);

/** How many events of two vendors pass; `kinds` says which function each is for. */
export const mixedVerdicts = (first, second, kinds, events) =>
  new Function("first", "second", "kinds", "events", COUNT("(kinds[i] === 0 ? first(events[i]) : second(events[i])) === true"))(
    first,
    second,
    kinds,
    events,
  );

/**
 * How many issues there are. Where and what are read of each: their ends, so that texts that are joined late are joined.
 * @param {(event: unknown) => readonly object[] | undefined} issues
 * @param {readonly unknown[]} events
 * @param {{ path: string, text: string }} names the members that are read
 */
export function issueCounts(issues, events, { path, text }) {
  const read = `const found = issues(events[i]);
    if (found !== undefined) {
      count += found.length;
      for (let j = 0; j < found.length; j++) {
        const where = found[j].${path};
        const what = found[j].${text};
        letters += what.charCodeAt(what.length - 1);
        letters += typeof where === "string" ? where.charCodeAt(where.length - 1) : where.length;
      }
    }`;
  return new Function("issues", "events", LOOP("let count = 0, letters = 0;", read, "letters < 0 ? letters : count"))(issues, events);
}
