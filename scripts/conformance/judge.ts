// Asks generated modules their questions and prints the names of those that they answer wrongly, as JSON. Run by run.ts in a process of its own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Question } from "./run.ts";

interface Module {
  readonly isValue: (value: unknown) => boolean;
  readonly validateValue: (value: unknown) => { readonly ok: boolean; readonly issues?: readonly unknown[] };
}

const directory = process.argv[2] ?? ".";
const questions: readonly Question[] = JSON.parse(readFileSync(join(directory, "questions.json"), "utf8"));
const modules = new Map<string, Promise<Module>>();
const moduleOf = (name: string): Promise<Module> => {
  const known = modules.get(name) ?? import(pathToFileURL(join(directory, name)).href);
  modules.set(name, known);
  return known;
};

async function isRight({ module, value, valid }: Question): Promise<boolean> {
  const { isValue, validateValue } = await moduleOf(module);
  const before = JSON.stringify(value);
  const result = validateValue(value);
  const agrees = isValue(value) === valid && result.ok === valid && (valid || (result.issues?.length ?? 0) > 0);
  return agrees && JSON.stringify(value) === before;
}

const wrong: string[] = [];
for (const question of questions) if (!(await isRight(question).catch(() => false))) wrong.push(question.name);
process.stdout.write(JSON.stringify(wrong));
