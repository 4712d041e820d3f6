// A step of the build: the functions that validators call, as JavaScript, one text each, so that a module can hold just those it needs.
// (JavaScript, because it needs the bundler's transformer, which only development has.)
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { transformSync } from "rolldown/experimental";

const STATEMENT = /^(?:\/\*\*[\s\S]*?\*\/\n)?(?:export )?(?:const|function) (\w+)[\s\S]*?(?=\n(?:\/\*\*|export |const |function |$))/gm;

/** The top-level statements of a module by name. */
function statementsOf(path) {
  const { code, errors } = transformSync(path, readFileSync(path, "utf8"), { lang: "ts" });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const text = code.replace(/^import .*\n/gm, "").replace(/^\t+/gm, (tabs) => "  ".repeat(tabs.length));
  return [...text.matchAll(STATEMENT)].map(([statement, name]) => [
    name,
    statement.trim().replace(/^(\/\*\*[\s\S]*?\*\/\n)?export /, "$1"),
  ]);
}

/** What packages have and modules do not need. */
const OTHERS = /^(?:issue|parse|json-text|standard-schema|label|sign.*|verify-signature|upgrade)\.ts$/;
const modules = ["templates/src", "templates/src/formats"].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !OTHERS.test(name))
    .map((name) => `${folder}/${name}`),
);
const statements = new Map();
for (const path of modules)
  for (const [name, text] of statementsOf(path)) {
    if (statements.has(name)) throw new Error(`${path}: another module has a ${name}`);
    statements.set(name, text);
  }

/** Those of the names that a statement uses, other than its own. */
const needs = (name, text) => {
  const words = text.replace(/\/\*\*[\s\S]*?\*\//g, "").match(/(?<![\w.])[A-Za-z_]\w*/g);
  return [...new Set(words)].filter((word) => word !== name && statements.has(word));
};

mkdirSync("dist", { recursive: true });
const helpers = Object.fromEntries([...statements].map(([name, text]) => [name, { text, needs: needs(name, text) }]));
writeFileSync("dist/helpers.json", JSON.stringify(helpers));
