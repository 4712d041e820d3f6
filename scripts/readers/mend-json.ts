// Mends JSON that is damaged in its structure: braces that are missing, left out or too many, ellipses, foreign spellings.
import { add, closeAll, closeTo, endValue, leaveOut, problemAt, push, repair, type Work } from "./json-mending.ts";
import type { Problem, Repair, Scanner } from "./json-scanner.ts";
import { type JsonToken, jsonTokens } from "./json-tokens.ts";
import type { Piece } from "./page-text.ts";

/** One value as JSON, with the way back to the text it was read from. */
export interface Mended {
  readonly ok: true;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly repairs: readonly Repair[];
  /** Offset after it in the text it was read from. */
  readonly end: number;
}

/**
 * Reads the first value in a range of a text. Nothing is guessed: what the repairs do not cover is a problem. Comments, commas and members that
 * stand twice are left to {@link readJson}, which reports them.
 */
export function mendJson(text: string, from: number, to: number): Mended | Problem {
  const scanner: Scanner = { text, at: from, repairs: [], problem: undefined };
  const tokens = jsonTokens(text, from, to);
  const work: Work = {
    scanner,
    tokens,
    chunks: [],
    open: [],
    expected: "value",
    valueChunks: 0,
    valueEnd: from,
    memberChunks: 0,
    lineColumn: Math.max(0, tokens[0]?.column ?? 0),
  };
  const [first] = tokens;
  if (first !== undefined && isKey(work, 0)) {
    repair(work, "json-fragment", first);
    push(work, "}", first.column, true);
    work.chunks.push({ text: "{", offset: first.from });
  }
  let index = 0;
  for (; index < tokens.length && scanner.problem === undefined; index += 1) {
    const token = tokens[index];
    if (token === undefined || beginsAnother(work, token)) break;
    index += take(work, token, index);
    if (work.open.length === 0 && work.expected === "separator") return finished(work);
  }
  if (scanner.problem === undefined && work.open.length > 0) {
    const last = tokens[index - 1];
    if (work.expected === "colon" || (work.expected === "value" && work.open.at(-1)?.closer === "}"))
      problemAt(work, last, "the example ends inside a member");
    else closeAll(work, last?.to ?? from);
  }
  return scanner.problem ?? finished(work);
}

function finished({ chunks, scanner, valueEnd }: Work): Mended {
  let text = "";
  const pieces: Piece[] = [];
  for (const chunk of chunks) {
    pieces.push({ at: text.length, offset: chunk.offset });
    // White space between any two parts: a missing comma is then seen as one.
    text += `${chunk.text} `;
  }
  return { ok: true, text, pieces, repairs: scanner.repairs, end: valueEnd };
}

const isKey = ({ tokens }: Work, index: number): boolean => {
  const [token, next] = [tokens[index], tokens[index + 1]];
  return (token?.kind === "string" || token?.kind === "word") && next?.text === ":" && next.kind === "punctuation";
};

/** Whether a bracket at the start of a line opens the next example, because nothing can begin with it here. */
function beginsAnother({ open, expected }: Work, { text, kind, column }: JsonToken): boolean {
  const [root, inner] = [open[0], open.at(-1)];
  if (root === undefined || inner === undefined || kind !== "punctuation" || !/[{[]/.test(text) || column === -1) return false;
  if (expected === "key" || (expected === "separator" && inner.closer === "}")) return column <= Math.max(root.column, 0);
  return expected === "separator" && column <= root.column && inner.column > column;
}

/** Takes a token; gives how many further ones were taken with it. */
function take(work: Work, token: JsonToken, index: number): number {
  const { expected, open } = work;
  const inner = open.at(-1);
  if (token.column !== -1) work.lineColumn = token.column;
  if (token.kind === "comment") {
    // The reader of JSON knows those of JavaScript.
    if (token.text.startsWith("#")) {
      repair(work, "json-comment", token);
      return 0;
    }
    work.chunks.push({ text: `${token.text}${token.text.startsWith("//") ? "\n" : ""}`, offset: token.from });
    return 0;
  }
  if (token.kind === "copied") {
    // Numbers of lines are one finding.
    if (!/^\d/.test(token.text) || Number.parseInt(token.text, 10) === 1)
      repair(work, "json-copied-along", token, { found: token.text.trim() });
    return 0;
  }
  if (token.kind === "ellipsis") return leaveOut(work, token, index);
  if (token.kind === "string" || token.kind === "word") {
    if (isKey(work, index) && inner !== undefined && expected !== "colon" && !(expected === "value" && inner.closer === "}")) {
      beginMember(work, token);
      return 0;
    }
    takeScalar(work, token);
    return 0;
  }
  if (token.kind === "other") problemAt(work, token, "this is no JSON");
  else if (token.text === "{" || token.text === "[") takeOpener(work, token);
  else if (token.text === "}" || token.text === "]") takeCloser(work, token);
  else if (token.text === ":" && expected === "colon") {
    add(work, token);
    work.expected = "value";
  } else if (token.text === "," && expected === "separator" && inner !== undefined) {
    add(work, token);
    work.expected = inner.closer === "}" ? "key" : "value";
  } else problemAt(work, token, `"${token.text}" can not stand here`);
  return 0;
}

const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function takeScalar(work: Work, token: JsonToken): void {
  const { expected, open } = work;
  const ready = expected === "value" || (expected === "separator" && open.at(-1)?.closer === "]");
  if (!ready || (token.kind === "word" && !LITERAL.test(token.text)))
    return problemAt(work, token, token.kind === "word" ? `"${token.text}" is no value of JSON` : "a string can not stand here");
  respelt(work, token);
  add(work, token);
  endValue(work, token.to);
}

function respelt(work: Work, token: JsonToken, read = token.text): void {
  const found = work.scanner.text.slice(token.from, token.to);
  if (token.respelt || read !== token.text) repair(work, "json-spelling", token, { found, read });
}

/** Reads a key. One that stands further left than its object's others ends that object; one in a list begins an object. */
function beginMember(work: Work, token: JsonToken): void {
  const key = token.kind === "word" ? JSON.stringify(work.scanner.text.slice(token.from, token.to)) : token.text;
  const outer = token.column === -1 ? -1 : work.open.findLastIndex(({ closer, members }) => closer === "}" && members === token.column);
  if (outer !== -1 && (work.open.at(-1)?.members ?? -1) > token.column) closeTo(work, outer + 1, token);
  const inner = work.open.at(-1);
  if (inner?.implied === true && work.open.length > 1 && inner.keys.has(key)) {
    closeTo(work, work.open.length - 1);
    openImplied(work, token);
  } else if (inner?.closer === "]") openImplied(work, token);
  const object = work.open.at(-1);
  if (object === undefined) return;
  object.keys.add(key);
  if (object.members === -1) object.members = token.column;
  work.memberChunks = work.chunks.length;
  respelt(work, token, key);
  work.chunks.push({ text: key, offset: token.from });
  work.expected = "colon";
}

function openImplied(work: Work, token: JsonToken): void {
  repair(work, "json-opener-missing", token, { opener: "{" });
  work.chunks.push({ text: "{", offset: token.from });
  push(work, "}", token.column, true);
}

function takeOpener(work: Work, token: JsonToken): void {
  const inner = work.open.at(-1);
  const ready = work.expected === "value" || (work.expected === "separator" && inner?.closer === "]");
  if (!ready) return problemAt(work, token, `"${token.text}" can not stand here`);
  add(work, token);
  push(work, token.text === "{" ? "}" : "]", work.lineColumn, false);
}

/** Closes the brackets that stand open inside of the one that a closer is of; one that is of none is left out. */
function takeCloser(work: Work, token: JsonToken): void {
  const at = work.open.findLastIndex(({ closer, implied }, index) => closer === token.text && (!implied || index === 0));
  if (work.expected === "colon" || (work.expected === "value" && work.open.at(-1)?.closer === "}"))
    return problemAt(work, token, "a value is missing before this");
  if (at === -1) return repair(work, "json-closer-stray", token, { closer: token.text });
  const implied = work.open.slice(at + 1).every((one) => one.implied);
  if (at < work.open.length - 1) closeTo(work, at + 1, implied ? undefined : token);
  add(work, token);
  work.open.pop();
  endValue(work, token.to);
}
