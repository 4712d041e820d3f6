// Runs the official JSON Schema test suite through generated modules: `npm run conformance`. The modules are judged by a process that may not
// make code from strings.
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileValidator } from "../compile-validator.ts";
import type { Json } from "../contract.ts";
import { discard, stage } from "../files.ts";
import { casesOf, type Case, type Draft, DRAFTS, MISSING, remoteDocuments } from "./suite.ts";

/** What a module is asked, and what it must answer. */
export interface Question {
  readonly name: string;
  readonly part: Case["part"];
  readonly module: string;
  readonly value: Json;
  readonly valid: boolean;
}

/** Draft 4 tells 1.0 from 1, which JSON.parse does not. */
const IMPOSSIBLE = [
  "draft4 optional/zeroTerminatedFloats.json: some languages do not distinguish between different types of numeric value",
];

const documents = Object.fromEntries(remoteDocuments());

/** The modules of a draft's schemas and the questions for them. */
function prepared(draft: Draft, cases: readonly Case[]): { readonly files: Map<string, string>; readonly questions: readonly Question[] } {
  const files = new Map<string, string>();
  const questions = cases.flatMap(({ name, part, schema, instances }, index) => {
    const made = compileValidator(schema, { dialect: draft.dialect, documents, formats: part === "mandatory" ? "annotate" : "assert" });
    const module = `schema-${index}.mjs`;
    // A schema that gives no module has every question wrong.
    files.set(module, made.ok ? made.module : `// ${JSON.stringify(made.problems)}\n`);
    return instances.map((one) => ({ name: `${draft.folder} ${name}: ${one.name}`, part, module, value: one.value, valid: one.valid }));
  });
  files.set("questions.json", JSON.stringify(questions));
  return { files, questions };
}

/** The names of the questions that were answered wrongly, by `isValue` or by `validateValue`. */
function wrongAnswers(files: ReadonlyMap<string, string>): readonly string[] {
  const directory = stage(join(tmpdir(), `hookwright-conformance-${process.pid}`), files);
  try {
    const judge = fileURLToPath(new URL("./judge.js", import.meta.url));
    const options = { encoding: "utf8", maxBuffer: 2 ** 28 } as const;
    const answer: readonly string[] = JSON.parse(
      execFileSync(process.execPath, ["--disallow-code-generation-from-strings", judge, directory], options),
    );
    return answer;
  } finally {
    discard(directory);
  }
}

const PARTS = ["mandatory", "optional", "formats"] as const;
const total = { mandatory: [0, 0], optional: [0, 0], formats: [0, 0] };
const row = (cells: readonly string[]): string => `${cells.map((cell, at) => (at === 0 ? cell.padEnd(14) : cell.padStart(14))).join("")}\n`;

process.stdout.write(row(["draft", ...PARTS]));
for (const draft of DRAFTS) {
  const cases = casesOf(draft);
  if (cases === null) {
    process.stdout.write(`${MISSING}\n`);
    process.exitCode = 1;
    break;
  }
  const { files, questions } = prepared(draft, cases);
  const wrong = wrongAnswers(files);
  const counts = PARTS.map((part) => {
    const asked = questions.filter((question) => question.part === part);
    const right = asked.filter(({ name }) => !wrong.includes(name)).length;
    total[part] = [(total[part][0] ?? 0) + right, (total[part][1] ?? 0) + asked.length];
    return `${right}/${asked.length}`;
  });
  process.stdout.write(row([draft.folder, ...counts]));
  for (const name of wrong) {
    const expected = IMPOSSIBLE.some((one) => name.startsWith(one));
    process.stdout.write(`  ${expected ? "cannot be told from JSON.parse data" : "wrong"}: ${name}\n`);
    if (!expected) process.exitCode = 1;
  }
}
process.stdout.write(row(["all", ...PARTS.map((part) => total[part].join("/"))]));
