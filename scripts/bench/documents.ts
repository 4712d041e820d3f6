// The documents that generators are measured on, each in JSON and in a schemas folder of its own.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readValue } from "../readers/value-text.ts";
import { located } from "../lib/origin.ts";
import { largeDocument } from "./large-document.ts";

/** A document on the disk. */
export interface Subject {
  readonly title: string;
  /** The schemas folder that holds nothing else. */
  readonly schemas: string;
  /** The document in JSON, which every generator reads. */
  readonly json: string;
  /** Whether one run takes long enough to count. */
  readonly isLarge: boolean;
}

const CORPUS = process.env["HOOKWRIGHT_CORPUS"] ?? "../shared/corpus";
const REST = "test/bench-generate/node_modules/@octokit/openapi/generated/api.github.com.json";

/** The largest OpenAPI document that the corpus holds as its vendor publishes it: `<repository>/yaml/<name>.yaml`. */
function publishedDocument(): string | undefined {
  const folders = existsSync(CORPUS) ? readdirSync(CORPUS).map((name) => join(CORPUS, name, "yaml")) : [];
  const paths = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  return paths.toSorted((a, b) => statSync(b).size - statSync(a).size)[0];
}

/** Puts a document into a folder below `scratch`. */
function placed(scratch: string, name: string, title: string, text: string): Subject {
  const schemas = join(scratch, name);
  const json = join(schemas, "vendor", `${name}.json`);
  mkdirSync(join(schemas, "vendor"), { recursive: true });
  writeFileSync(json, text);
  return { title: `${title}, ${(text.length / 1e6).toFixed(1)} MB`, schemas, json, isLarge: text.length > 5e6 };
}

/** A made document with so many components. */
export const madeSubject = (scratch: string, count: number): Subject =>
  placed(scratch, `made-${count}`, `${count} made components`, JSON.stringify(largeDocument(count), null, 2));

/** Real documents, those that are there; `say` is told what is missing. */
export async function realSubjects(scratch: string, say: (line: string) => void): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  const published = publishedDocument();
  if (published === undefined)
    say(`left out: a vendor's document; set HOOKWRIGHT_CORPUS to the folder of real documents (${CORPUS} has none)`);
  else {
    const { text } = await readValue(located(published, readFileSync(published, "utf8")));
    subjects.push(placed(scratch, "published", "a vendor's document", JSON.stringify(text?.value ?? null, null, 2)));
  }
  if (existsSync(REST)) subjects.push(placed(scratch, "rest", "a large REST description", readFileSync(REST, "utf8")));
  else say("left out: the large document and other generators; npm ci --prefix test/bench-generate installs them");
  return subjects;
}
