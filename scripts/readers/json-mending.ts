// The state in which damaged JSON is mended, and what can be done to it.
import { fail, type Repair, type Scanner } from "./json-scanner.ts";
import type { JsonToken } from "./json-tokens.ts";

/** A bracket that is open. */
export interface Open {
  readonly closer: "}" | "]";
  /** The column of the line that opens it, or of its members' first line. */
  readonly column: number;
  members: number;
  readonly keys: Set<string>;
  /** Whether no bracket stands for it in the text. */
  readonly implied: boolean;
}

interface Chunk {
  readonly text: string;
  readonly offset: number;
}

type Expected = "value" | "key" | "colon" | "separator";

/** All that is known while a text is mended. */
export interface Work {
  readonly scanner: Scanner;
  readonly tokens: readonly JsonToken[];
  readonly chunks: Chunk[];
  readonly open: Open[];
  expected: Expected;
  /** How many chunks there are up to the last whole value, and where it ends. */
  valueChunks: number;
  valueEnd: number;
  /** How many there are before the member that is being read. */
  memberChunks: number;
  /** The column of the first token in the line at hand. */
  lineColumn: number;
}

export const problemAt = ({ scanner }: Work, token: JsonToken | undefined, problem: string): void =>
  fail(scanner, token?.from ?? scanner.at, token === undefined ? 0 : token.to - token.from, problem);

export function repair(
  { scanner }: Work,
  slug: Repair["slug"],
  { from, to }: Pick<JsonToken, "from" | "to">,
  facts: Repair["facts"] = {},
): void {
  scanner.repairs.push({ slug, offset: from, length: Math.max(1, to - from), facts });
}

export function push(work: Work, closer: Open["closer"], column: number, implied: boolean): void {
  work.open.push({ closer, column, members: -1, keys: new Set(), implied });
  work.expected = closer === "}" ? "key" : "value";
}

export function add(work: Work, { text, from }: Pick<JsonToken, "text" | "from">): void {
  work.chunks.push({ text, offset: from });
}

export function endValue(work: Work, end: number): void {
  work.valueChunks = work.chunks.length;
  work.valueEnd = end;
  work.expected = "separator";
}

/** Puts the closers of all brackets from a depth on behind the last value. `token` is where that was noticed. */
export function closeTo(work: Work, depth: number, token?: JsonToken): void {
  const closers = work.open.splice(depth).toReversed();
  const text = closers.map(({ closer }) => closer).join("");
  // Behind the opener, when there is no value in it.
  const at = Math.max(work.valueChunks, work.chunks.findLastIndex(({ text: chunk }) => chunk === "{" || chunk === "[") + 1);
  work.chunks.splice(at, 0, ...closers.map(({ closer }) => ({ text: closer, offset: work.valueEnd })));
  if (token !== undefined) repair(work, "json-unclosed", token, { closers: text });
  work.valueChunks = at + closers.length;
  if (work.chunks.length === work.valueChunks) work.expected = "separator";
}

/** Closes what is open where the example ends; `seen` is the offset after its last token. */
export function closeAll(work: Work, seen: number): void {
  const told = work.open.filter(({ implied }) => !implied);
  const end = work.valueEnd;
  // A comma behind the last value has nothing to part.
  const openers = work.chunks.findLastIndex(({ text }) => text === "{" || text === "[") + 1;
  work.chunks.splice(Math.max(work.valueChunks, openers));
  const closers = told
    .map(({ closer }) => closer)
    .toReversed()
    .join("");
  if (told.length > 0) repair(work, "json-unclosed", { from: Math.max(0, seen - 1), to: seen }, { closers });
  for (const { closer } of work.open.splice(0).toReversed()) work.chunks.push({ text: closer, offset: end });
}

/** Reads on without an ellipsis, without the comma beside it, and without the member that it is the value of. */
export function leaveOut(work: Work, token: JsonToken, index: number): number {
  repair(work, "json-ellipsis", token);
  const inner = work.open.at(-1);
  const next = work.tokens[index + 1];
  if (work.expected === "value" && inner?.closer === "}") {
    work.chunks.splice(work.memberChunks);
    work.expected = "key";
  }
  const isComma = next?.kind === "punctuation" && next.text === ",";
  if (work.expected !== "separator" && isComma) return 1;
  if (next === undefined || /^[\]}]$/.test(next.text)) {
    const last = work.chunks.at(-1);
    if (last?.text === "," && work.expected !== "separator") {
      work.chunks.pop();
      work.expected = "separator";
    }
  }
  return 0;
}
