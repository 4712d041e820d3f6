// `npm run fuzz:validators -- --seeds N --draft D [--from S] [--instances M] [--records R] [--compiler FILE]`: random schemas and values, judged by everybody.
// Needs the rivals (`npm ci --prefix test/fuzz`). The same seed gives the same documents and values everywhere; `--seeds 1 --from S` repeats one.
// Exit code 1 when somebody disagrees and no known fault of a rival explains it.
import { parseArgs } from "node:util";
import { DRAFTS } from "./drafts.mjs";
import { explanationOf, FAULTS } from "./faults.mjs";
import { instancesOf } from "./instances.mjs";
import { linked } from "./linked.mjs";
import { Discord, ours } from "./ours.mjs";
import { randomOf } from "./random.mjs";
import { report } from "./report.mjs";
import { documentOf } from "./schemas.mjs";
import { shrunk } from "./shrink.mjs";

const { reading, RIVALS } = await import("./voices.mjs").catch((error) => {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.log("left out: the rivals are not installed; npm ci --prefix test/fuzz installs them");
  process.exit(0);
});

const { values: options } = parseArgs({
  options: {
    seeds: { type: "string", default: "300" },
    from: { type: "string", default: "0" },
    instances: { type: "string", default: "8" },
    draft: { type: "string", default: "all" },
    records: { type: "string", default: "20" },
    compiler: { type: "string" },
  },
});
const drafts = DRAFTS.filter(({ name }) => options.draft === "all" || options.draft === name);
if (drafts.length === 0) throw new Error(`--draft is one of ${DRAFTS.map(({ name }) => name).join(", ")} or all`);
const compiled = await ours(options.compiler);
if (compiled === undefined) console.log("dist/scripts/compile-validator.js is missing: only the linked schemas and the rivals are judged");
/** What must never be wrong. */
const own = { ...(compiled === undefined ? {} : { ours: compiled }), linked: await linked() };

/** A verdict, or what was thrown as text. */
function judged(judge, text) {
  try {
    return judge(JSON.parse(text));
  } catch (error) {
    return error instanceof Discord ? `disagrees with itself: ${error.message}` : `throws ${String(error).slice(0, 200)}`;
  }
}

/** @param {import("./drafts.mjs").Draft} draft */
async function run(draft) {
  const started = performance.now();
  const tally = { schemas: 0, instances: 0, valid: 0, own: {}, rivals: {}, faults: {}, unexplained: 0 };
  for (const name of Object.keys(RIVALS)) tally.rivals[name] = { compared: 0, refused: 0, explained: 0 };
  for (const name of Object.keys(own)) tally.own[name] = { refused: 0, spent: 0 };
  for (const { name } of FAULTS) tally.faults[name] = 0;
  const records = new Map();

  /** Disagreements that look alike are one record, and a seed gives a voice no more than one. */
  const keep = (record) => {
    const shape = `${record.voice} ${record.got} ${JSON.stringify(record.schema)}`.replaceAll(/[\d.e+-]+/g, "0");
    const alike = records.get(shape);
    if (alike === undefined) records.set(shape, { ...record, times: 1 });
    else alike.times += 1;
  };
  const noted = new Set();
  const isNews = (seed, voice) => {
    const key = `${seed} ${voice}`;
    if (records.size >= Number(options.records) || noted.has(key)) return false;
    noted.add(key);
    return true;
  };

  const note = async (seed, voice, name, schema, text, expected, got) => {
    tally.unexplained += 1;
    if (!isNews(seed, name)) return;
    const stays = async (one, other) =>
      judged(await reading(one, draft), other) === expected && judged(await voice(one, draft), other) === got;
    keep({ seed, voice: name, expected, got, ...(await shrunk({ schema, text }, stays)) });
  };

  const noteRefusal = async (seed, voice, name, schema, error) => {
    if (!isNews(seed, name)) return;
    const kind = (one) => `${one.name} ${one.message}`.replaceAll(/#[^"]*|\d+/g, "").slice(0, 60);
    const stays = async (one) => {
      (await reading(one, draft))(null);
      return voice(one, draft).then(
        () => false,
        (other) => kind(other) === kind(error),
      );
    };
    const small = await shrunk({ schema, text: "null" }, stays);
    keep({ seed, voice: name, expected: "can be compiled", got: String(error).slice(0, 500), ...small });
  };

  for (let seed = Number(options.from); seed < Number(options.from) + Number(options.seeds); seed += 1) {
    const random = randomOf(`${draft.name}/${seed}`);
    const { schema, names } = documentOf(random, draft, `${draft.name}-${seed}`);
    const texts = instancesOf(random, schema, draft, names, Number(options.instances));
    const read = await reading(schema, draft);
    const expected = texts.map((text) => judged(read, text));
    tally.schemas += 1;
    tally.instances += texts.length;
    tally.valid += expected.filter((one) => one === true).length;

    for (const [name, voice] of Object.entries(own)) {
      const mine = tally.own[name];
      const before = performance.now();
      try {
        const judge = await voice(schema, draft);
        const verdicts = texts.map((text) => judged(judge, text));
        mine.spent += performance.now() - before;
        for (const [at, got] of verdicts.entries())
          if (got !== expected[at]) await note(seed, voice, name, schema, texts[at], expected[at], got);
      } catch (error) {
        mine.refused += 1;
        await noteRefusal(seed, voice, name, schema, error);
      }
    }

    for (const [name, voice] of Object.entries(RIVALS)) {
      const theirs = tally.rivals[name];
      const judge = await voice(schema, draft).catch(() => undefined);
      if (judge === undefined) {
        theirs.refused += 1;
        continue;
      }
      for (const [at, text] of texts.entries()) {
        const got = judged(judge, text);
        if (typeof got === "string") continue;
        theirs.compared += 1;
        if (got === expected[at]) continue;
        const agree = async (other) => judged(await reading(other, draft), text) === judged(await voice(other, draft), text);
        const faults = await explanationOf({ rival: name, schema, text, draft }, agree);
        if (faults === undefined) {
          await note(seed, voice, name, schema, text, expected[at], got);
          continue;
        }
        theirs.explained += 1;
        for (const fault of faults) tally.faults[fault.name] += 1;
      }
    }
  }
  return { draft, tally, records: [...records.values()], seconds: (performance.now() - started) / 1000 };
}

const runs = [];
for (const draft of drafts) runs.push(await run(draft));
process.stdout.write(report(runs));
process.exitCode = runs.some(({ tally }) => tally.unexplained > 0 || Object.values(tally.own).some(({ refused }) => refused > 0)) ? 1 : 0;
