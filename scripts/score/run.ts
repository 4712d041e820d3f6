// Holds the readers to a corpus of real documents with an exact truth: `npm run score -- <corpus>`. Exits with 1 when a figure is below its goal.
import { type Figure, isMissed, share, type Scorer } from "./figure.ts";
import { scoreModelPages } from "./model-pages.ts";
import { scoreOpenapi } from "./openapi.ts";
import { scoreProse } from "./prose.ts";
import { scoreSchemaPages } from "./schema-pages.ts";

/** How many of the things that are wrong are shown, for each figure. */
const SHOWN = 20;

const SCORERS: { readonly [name: string]: Scorer } = {
  "model-pages": scoreModelPages,
  prose: scoreProse,
  "schema-pages": scoreSchemaPages,
  openapi: scoreOpenapi,
};

const percent = (figure: Figure): string => `${(Math.floor(share(figure) * 100_000) / 1000).toFixed(3)} %`;

function lines(figure: Figure): readonly string[] {
  const { name, reached, of, goal, wrong, apart = {} } = figure;
  const verdict = isMissed(figure) ? "MISSED" : "";
  return [
    `${name.padEnd(44)}${`${reached} of ${of}`.padStart(16)}${percent(figure).padStart(12)}  goal ${(goal * 100).toFixed(1)} %  ${verdict}`.trimEnd(),
    ...Object.entries(apart).map(([kind, count]) => `    apart: ${kind}: ${count}`),
    ...wrong.slice(0, SHOWN).map((one) => `    ${one}`),
    ...(wrong.length > SHOWN ? [`    … and ${wrong.length - SHOWN} more`] : []),
  ];
}

const [corpus = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus", only] = process.argv.slice(2);
let missed = 0;
for (const [name, scorer] of Object.entries(SCORERS)) {
  if (only !== undefined && only !== name) continue;
  const figures = await scorer(corpus);
  missed += figures.filter(isMissed).length;
  process.stdout.write(`${figures.flatMap(lines).join("\n")}\n`);
}
if (missed > 0) {
  process.stderr.write(`${missed} figures are below their goal\n`);
  process.exitCode = 1;
}
