// The JSON examples of a page of text: where they stand, what was repaired, and what stands around an event in all of them.
import type { Diagnostic, Json, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, isObject } from "../lib/json.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { readJsonAt } from "./json-document.ts";
import { restIsBlank } from "./json-text.ts";
import type { Line } from "./lines.ts";
import type { ValueText } from "./reader.ts";

/** One example. */
export interface PageExample {
  readonly text: ValueText;
  readonly origin: Origin;
}

interface PageExamples {
  readonly examples: readonly PageExample[];
  readonly diagnostics: readonly Diagnostic[];
  /** Offset after the last example. */
  readonly end: number;
}

/** Reads the examples that begin at a line and follow each other without any other text. `section` names them. */
export function pageExamples(source: Located, start: Line, section: string): PageExamples {
  const examples: PageExample[] = [];
  const diagnostics: Diagnostic[] = [];
  const joints: Origin[] = [];
  let end = start.offset;
  while (!restIsBlank(source.text, end)) {
    const next = end + (/^\s*/.exec(source.text.slice(end))?.[0].length ?? 0);
    if (!/[[{]/.test(source.text.charAt(next))) break;
    const pointer = pointerBelow("", section, examples.length + 1);
    const read = readJsonAt(source, next, pointer);
    if ("problem" in read) {
      const { problem, origin, length } = read;
      diagnostics.push(diagnostic("example-unreadable", origin, { problem }, length));
      end = source.text.length;
      break;
    }
    const origin = originAt(source, next, pointer);
    if (examples.length > 0) joints.push(origin);
    examples.push({ text: read.text, origin });
    diagnostics.push(...read.repairs);
    end = read.end;
  }
  const count = String(examples.length);
  return { examples, diagnostics: [...diagnostics, ...joints.map((joint) => diagnostic("json-run-together", joint, { count }))], end };
}

/** Where a table's object stands in the examples: at the root (""), or under a member of an envelope ("/data"). */
export function describedAt(examples: readonly PageExample[], fields: readonly string[]): string {
  const values = examples.map(({ text }) => text.value);
  const fit = (value: Json): number => entries(value).filter(([name]) => fields.includes(name)).length;
  const members = [...new Set(values.flatMap((value) => entries(value).flatMap(([name, inner]) => (isObject(inner) ? [name] : []))))];
  const scored = members.map((name) => ({
    name,
    score: sum(values.map((value) => entries(value).reduce((most, [key, inner]) => (key === name ? fit(inner) : most), 0))),
  }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0];
  return best !== undefined && best.score > sum(values.map(fit)) ? pointerBelow("", best.name) : "";
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
