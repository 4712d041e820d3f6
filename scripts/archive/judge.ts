// Judges the lines of an archive, a batch of whole lines at a time.
import { isUtf8 } from "node:buffer";
import type { Issue } from "../../templates/src/issue.ts";
import { judge } from "../../templates/src/tolerance.ts";
import { jsonSyntaxError } from "../../templates/src/json-text.ts";
import type { Json } from "../contract.ts";
import { checksOf } from "../validators/made-functions.ts";
import { eventOf } from "./event-of.ts";
import type { Plan } from "./plan.ts";
import type { Tally } from "./tally.ts";

/** Why a line was refused. */
type Reason = "not-utf8" | "not-json" | "unknown-event" | "invalid" | "too-long";

/** Whole lines of one file. */
export interface Batch {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The number of its first line, from 1. */
  readonly line: number;
}

export interface Judged {
  /** The good lines, byte for byte. */
  readonly good: Uint8Array;
  /** One JSON object a line that was refused. */
  readonly refused: string;
  readonly tally: Tally;
}

interface Verdict {
  readonly event: string | null;
  readonly reason: Reason;
  readonly message: string;
  readonly issues: readonly Issue[];
}

const NEWLINE = 10;

/** Makes the judge of a plan. Its validators are the ones that the package gets. */
export function judgeOf(plan: Plan): (batch: Batch) => Judged {
  const recognise = eventOf(plan);
  const checks = new Map(plan.vendors.map(({ vendor, declarations }) => [vendor, checksOf(declarations)]));

  const verdict = (text: string): Verdict | string => {
    let value: Json;
    try {
      value = JSON.parse(text);
    } catch {
      const fault = jsonSyntaxError(text);
      return {
        event: null,
        reason: "not-json",
        message: fault === undefined ? "not JSON" : `column ${fault.column}: ${fault.message}`,
        issues: [],
      };
    }
    const event = recognise(value);
    if ("unknown" in event) {
      const { unknown } = event;
      const message = unknown === null ? "no event's name stands where the documents have it" : `no document knows the event ${unknown}`;
      return plan.mode === "tolerant" ? (unknown ?? "(no name)") : { event: unknown, reason: "unknown-event", message, issues: [] };
    }
    const found = checks.get(event.vendor)?.get(event.declaration)?.(value) ?? [];
    const { ok, issues } = judge((one) => (found.length === 0 ? { ok: true, value: one } : { ok: false, issues: found }), value, plan.mode);
    const name = `${event.vendor} ${event.name}`;
    if (ok) return name;
    return { event: name, reason: "invalid", message: issues.map(({ message }) => message).join("; "), issues };
  };

  return ({ file, bytes: array, line: first }) => {
    const bytes = Buffer.from(array.buffer, array.byteOffset, array.byteLength);
    const valid = isUtf8(bytes);
    const good: Buffer[] = [];
    const refused: string[] = [];
    const events = new Map<string, { good: number; refused: number }>();
    const rules = new Map<string, number>();
    let line = first - 1;
    let blank = 0;
    let accepted = 0;
    /** Where the good lines that were not written yet begin. */
    let from = 0;
    const count = (event: string, part: "good" | "refused"): void => {
      const before = events.get(event);
      if (before === undefined) events.set(event, { good: 0, refused: 0, [part]: 1 });
      else before[part] += 1;
    };
    for (let start = 0; start < bytes.length;) {
      const newline = bytes.indexOf(NEWLINE, start);
      const end = newline === -1 ? bytes.length : newline;
      const next = newline === -1 ? end : end + 1;
      line += 1;
      // A byte-order mark may lead the first line.
      const mark = line === 1 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf ? 3 : 0;
      const raw = bytes.subarray(start + mark, end);
      const text = valid || isUtf8(raw) ? raw.toString() : null;
      const found: Verdict | string = text === null ? NOT_UTF8 : text.trim() === "" ? "" : verdict(text);
      if (typeof found === "string" && found !== "") {
        count(found, "good");
        accepted += 1;
        if (mark > 0) from = start + mark;
      } else {
        if (from < start) good.push(bytes.subarray(from, start));
        from = next;
        if (typeof found === "string") blank += 1;
        else {
          const { event, reason, issues, message } = found;
          if (event !== null) count(event, "refused");
          for (const rule of rulesOf(found)) rules.set(rule, (rules.get(rule) ?? 0) + 1);
          const told = issues.map(({ pointer, keyword, location, message: words }) => ({ pointer, keyword, location, message: words }));
          const kept = text === null ? { rawBase64: raw.toString("base64") } : { raw: text };
          refused.push(JSON.stringify({ file, line, reason, event, message, ...(told.length === 0 ? {} : { issues: told }), ...kept }));
        }
      }
      start = next;
    }
    if (from < bytes.length) good.push(bytes.subarray(from));
    // A file may end without a line break; what follows it must not run into its last line.
    if (from < bytes.length && bytes.at(-1) !== NEWLINE) good.push(Buffer.of(NEWLINE));
    const lines = line - first + 1;
    return {
      good: good.length === 1 && good[0] !== undefined ? good[0] : Buffer.concat(good),
      refused: refused.length === 0 ? "" : `${refused.join("\n")}\n`,
      tally: { lines, good: accepted, refused: refused.length, blank, events, rules },
    };
  };
}

const NOT_UTF8: Verdict = { event: null, reason: "not-utf8", message: "the line is not UTF-8", issues: [] };

/** The rules that a line broke, each once. */
function rulesOf({ event, reason, issues }: Verdict): ReadonlySet<string> {
  if (reason !== "invalid") return new Set([event === null ? reason : `${reason} ${event}`]);
  return new Set(issues.map(({ keyword, location }) => `${reason} ${event} ${keyword} ${location}`));
}
