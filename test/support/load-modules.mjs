// Loads the built modules of every vendor and asks their validators; run in a process of its own, so that nothing that they do is hidden.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.argv[2] ?? "";
const { questions, canary } = JSON.parse(readFileSync(join(folder, "questions.json"), "utf8"));
const globals = JSON.stringify(Reflect.ownKeys(globalThis).map(String));
const prototype = JSON.stringify(Reflect.ownKeys(Object.prototype).map(String));
const faults = {};

for (const [vendor, { accepts, refuses, schemas }] of Object.entries(questions)) {
  const found = [];
  try {
    const module = await import(pathToFileURL(join(folder, "dist", vendor, "index.js")).href);
    if (Object.hasOwn(globalThis, canary)) found.push("a vendor's text was run");
    if (JSON.stringify(Reflect.ownKeys(Object.prototype).map(String)) !== prototype) found.push("Object.prototype was changed");
    for (const [name, text] of Object.entries(schemas)) {
      const own = JSON.stringify(module.jsonSchemas[name])?.replaceAll('"$ref":"#/$defs/', '"$ref":"');
      if (own !== text) found.push(`jsonSchemas.${name} is ${own?.slice(0, 160)} and not ${text.slice(0, 160)}`);
    }
    for (const text of accepts) found.push(...verdicts(module, text, true));
    for (const text of refuses) found.push(...verdicts(module, text, false));
    for (const name of Object.keys(module)) if (/^is[A-Z_]/.test(name) && module[name].length === 1) callOnEverything(module, name);
    if (Object.hasOwn(globalThis, canary)) found.push("a vendor's text was run by a validator");
  } catch (error) {
    found.push(`throws ${String(error).slice(0, 300)}`);
  }
  delete globalThis[canary];
  if (found.length > 0) faults[vendor] = found;
}
if (JSON.stringify(Reflect.ownKeys(globalThis).map(String)) !== globals) faults[""] = ["globals were added"];
process.stdout.write(JSON.stringify(faults));

function verdicts(module, text, expected) {
  const value = JSON.parse(text);
  const shown = text.slice(0, 120);
  const verdict = module.validateThing(value);
  const faults = [];
  if (module.isThing(value) !== expected) faults.push(`isThing(${shown}) is not ${expected}`);
  if (verdict.ok !== expected) faults.push(`validateThing(${shown}).ok is not ${expected}`);
  if (!verdict.ok && verdict.issues.length === 0) faults.push(`validateThing(${shown}) fails without an issue`);
  if (JSON.stringify(value) !== JSON.stringify(JSON.parse(text))) faults.push(`validateThing(${shown}) changed the value`);
  return faults;
}

/** No validator throws, whatever it is given. */
function callOnEverything(module, name) {
  const values = [
    undefined,
    null,
    true,
    0,
    Number.NaN,
    "",
    "x",
    [],
    [null],
    {},
    { p: 1 },
    Object.create(null),
    JSON.parse('{"__proto__":{"p":1},"constructor":1,"toString":"x"}'),
  ];
  for (const value of values) {
    const is = module[name](value);
    const validate = module[name.replace(/^is/, "validate")];
    if (validate !== undefined && validate(value).ok !== is)
      throw new Error(`${name} and ${validate.name} disagree on ${JSON.stringify(value)}`);
  }
}
