// The examples in a cell of a model page: one text, or a list of them that are numbered.
import type { Json, JsonObject } from "../contract.ts";
import { isArray, isObject, isString, member } from "../lib/json.ts";
import { readJson, restIsBlank } from "./json-text.ts";
import { type Cell, cellText } from "./markdown-tables.ts";

/** One example of a cell. */
export type CellExample =
  | { readonly kind: "value"; readonly value: Json; readonly offset: number; readonly repairs: readonly Repaired[] }
  /** An example of an item, in the row of a list. */
  | { readonly kind: "item"; readonly value: Json; readonly offset: number }
  /** A point in time, or nothing, as the generator of the page prints it, which is not how it is sent. */
  | { readonly kind: "rendered"; readonly offset: number }
  | { readonly kind: "unreadable"; readonly problem: string; readonly offset: number };

/** A repair of an example in JSON, at an offset of the document. */
type Repaired = Extract<ReturnType<typeof readJson>, { readonly ok: true }>["repairs"][number];

/** The examples of a cell as values of the field's schema. */
export function cellExamples({ text, offset }: Cell, schema: JsonObject): readonly CellExample[] {
  if (!NUMBERED.test(text)) return text === "" ? [] : [example(text, offset, schema)];
  const heads = [...text.matchAll(/\*\*Example \d+:\*\*/g)];
  return heads.map((head, index) => {
    const written = text.slice(head.index + head[0].length, heads[index + 1]?.index);
    const start = head.index + head[0].length + written.length - written.trimStart().length;
    return example(written.trim().replace(/(?:<br\s*\/?>)$/i, ""), offset + start, schema);
  });
}

/** `**Example 1:** a<br/>**Example 2:** b` */
const NUMBERED = /^\*\*Example \d+:\*\*/;

/** A time as Go prints it, `2022-10-23 00:00:00 +0000 UTC`, or nothing. */
const RENDERED = /^<nil>$|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)? [+-]\d{4} \w+$/;

function example(written: string, offset: number, schema: JsonObject): CellExample {
  const text = cellText(written);
  const types = typesOf(schema);
  if (RENDERED.test(text)) return { kind: "rendered", offset };
  if (types.includes("string")) return found(text, offset);
  if (types.includes("number") || types.includes("integer")) return numberExample(text, offset);
  if (types.includes("boolean"))
    return /^(true|false)$/i.test(text) ? found(text.toLowerCase() === "true", offset) : unreadable("true or false", offset);
  if (/^[[{]/.test(text)) return jsonExample(written, offset);
  if (types.includes("array")) {
    const items = member(schema, "items");
    const inner = example(written, offset, isObject(items) ? items : {});
    return inner.kind === "value" ? { kind: "item", value: inner.value, offset } : inner;
  }
  if (types.includes("object")) return unreadable("an object in JSON", offset);
  // Of a model that stands on another page, or of any type: a list of texts has such examples.
  return found(
    /^(true|false|null)$/.test(text) && Object.keys(schema).length === 0 ? text === "true" || (text === "false" ? false : null) : text,
    offset,
  );
}

const found = (value: Json, offset: number): CellExample => ({ kind: "value", value, offset, repairs: [] });

/** More digits than a number holds are those of a number that is sent as a text. */
function numberExample(text: string, offset: number): CellExample {
  const number = Number(text);
  if (text === "" || !Number.isFinite(number)) return unreadable("a number", offset);
  const digits = (one: string): string =>
    one
      .toLowerCase()
      .replace(/e.*$/, "")
      .replace(/\D/g, "")
      .replace(/^0+|0+$/g, "");
  return found(digits(text) === digits(number.toPrecision(17)) || digits(text) === digits(String(number)) ? number : text, offset);
}

const unreadable = (expected: string, offset: number): CellExample => ({
  kind: "unreadable",
  problem: `the field's type expects ${expected}`,
  offset,
});

/** Line breaks become blanks of the same length, so that places stay right. */
function jsonExample(written: string, offset: number): CellExample {
  const text = written.replace(/<br\s*\/?>/gi, (mark) => "\n".padEnd(mark.length)).replaceAll("\\|", "|");
  const read = readJson(text, 0);
  if (!read.ok) return { kind: "unreadable", problem: read.problem, offset: offset + read.offset };
  if (!restIsBlank(text, read.text.end))
    return { kind: "unreadable", problem: "something follows the end of the JSON value", offset: offset + read.text.end };
  const repairs = read.repairs.map((repair) => ({ ...repair, offset: offset + repair.offset }));
  return { kind: "value", value: read.text.value, offset, repairs };
}

/** The types that a schema allows, null left out; of a list of values, those of its values. */
function typesOf(schema: JsonObject): readonly string[] {
  const type = member(schema, "type");
  const constant = member(schema, "const");
  const values = member(schema, "enum");
  const forms = member(schema, "anyOf");
  if (isString(type)) return [type];
  if (isArray(type)) return type.filter(isString);
  if (constant !== undefined) return [typeof constant];
  if (isArray(values)) return values.map((value) => typeof value);
  if (isArray(forms)) return forms.flatMap((form) => (isObject(form) ? typesOf(form) : []));
  return [];
}
