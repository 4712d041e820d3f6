// Documents of examples in JSON: one value, a list of them, or one a line (NDJSON). What they are examples of is found out later.
import type { Contract, Diagnostic, Example } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isArray, isObject } from "../lib/json.ts";
import { originAt } from "../lib/origin.ts";
import { pascalCase } from "../lib/words.ts";
import { readJsonAt } from "./json-document.ts";
import { readJson } from "./json-text.ts";
import { memberPlaces } from "./member-places.ts";
import { type Document, emptyContract, type Reader, type ValueText } from "./reader.ts";

export const jsonExample: Reader = {
  format: "json-example",
  precedence: 30,
  // A file that is no JSON may be meant as anything; that is what to say of it.
  recognises: (text, file) =>
    /^\uFEFF?\s*(\{\s*"|\[\s*\{)/.test(text) && (/\.(ndjson|jsonl)$/i.test(file) || (/\.json$/i.test(file) && readJson(text).ok)),
  read(document: Document): readonly Contract[] {
    const { source, vendor, of = null } = document;
    const examples: Example[] = [];
    const diagnostics: Diagnostic[] = [];
    const byLine = /\.(ndjson|jsonl)$/i.test(source.file);
    for (let at = next(source.text, source.text.startsWith("\uFEFF") ? 1 : 0); at < source.text.length;) {
      // Each line of NDJSON stands for itself.
      const line = byLine ? source.text.indexOf("\n", at) : -1;
      const within = line === -1 ? source : { ...source, text: source.text.slice(0, line) };
      const read = readJsonAt(within, at, examples.length === 0 ? "" : `/${examples.length}`);
      if ("problem" in read) {
        diagnostics.push(diagnostic("example-unreadable", read.origin, { problem: read.problem }, read.length));
        if (line === -1) break;
        at = next(source.text, line);
        continue;
      }
      diagnostics.push(...read.repairs);
      examples.push(...examplesOf(read.text, of ?? exampleName(source.file)));
      at = next(source.text, read.end);
    }
    if (examples.length === 0 && diagnostics.length === 0)
      diagnostics.push(diagnostic("example-unreadable", originAt(source, 0, ""), { problem: "the file is empty" }));
    return [{ ...emptyContract(vendor, diagnostics), examples }];
  },
};

const next = (text: string, from: number): number => from + (/^[\s\u001E]*/.exec(text.slice(from, from + 10_000))?.[0].length ?? 0);

/** A list of objects is a list of examples. */
function examplesOf(text: ValueText, declaration: string): readonly Example[] {
  const origin = text.origin("");
  if (origin === undefined) return [];
  const { value } = text;
  if (!isArray(value) || !value.every(isObject)) return [{ declaration, pointer: "", value, origin, places: memberPlaces(text) }];
  const places = memberPlaces(text);
  return value.map((item, index): Example => {
    const prefix = `/${index}`;
    const own = Object.entries(places).filter(([pointer]) => pointer === prefix || pointer.startsWith(`${prefix}/`));
    return {
      declaration,
      pointer: "",
      value: item,
      origin: places[prefix] ?? origin,
      places: Object.fromEntries(own.map(([at, place]) => [at.slice(prefix.length), place])),
    };
  });
}

/** `invoice-created.example.json` → `InvoiceCreated`. */
const exampleName = (file: string): string =>
  pascalCase(
    (file.split("/").at(-1) ?? "").replace(/\.\w+$/, "").replace(/[-_. ]*(examples?|samples?|payloads?|body|bodies)?[-_. ]*\d*$/i, ""),
  );
