// The tokens of JSON that may be damaged: quotation marks of any kind, words, ellipses, comments.
import { lineNumbers } from "./line-numbers.ts";

export interface JsonToken {
  readonly kind: "string" | "word" | "punctuation" | "ellipsis" | "comment" | "copied" | "other";
  readonly from: number;
  readonly to: number;
  /** The token in JSON: as it stands, or as JSON spells it. */
  readonly text: string;
  /** Whether that is not how it stands. */
  readonly respelt: boolean;
  /** Its column, when it is the first of its line; otherwise -1. */
  readonly column: number;
}

const CLOSERS: { readonly [opener: string]: string } = {
  '"': '"',
  "'": "'",
  "“": "”",
  "‘": "’",
  "”": "”",
  '\\"': '\\"',
  "&quot;": "&quot;",
  "&#34;": "&#34;",
};
const OPENER = /\\"|&quot;|&#34;|["'“‘”]/y;
const SPELLINGS: { readonly [word: string]: string } = {
  True: "true",
  TRUE: "true",
  False: "false",
  FALSE: "false",
  None: "null",
  NULL: "null",
  Null: "null",
  undefined: "null",
  nil: "null",
};
const COMMENT = /\/\/[^\r\n]*|#[^\r\n]*|\/\*[\s\S]*?\*\//y;
/** The sign for a line's end where the line ends besides. */
const LINE_END = /\\[nrt]/y;
const WORD = /[\w$.+-]+/y;
const ELLIPSIS = /\.{2,}|…|<\s*(?:\.{3}|…)\s*>/y;

/** Cuts a range of a text into tokens, white space left out. */
export function jsonTokens(text: string, from: number, to: number): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  let lineStart = Math.max(text.lastIndexOf("\n", from - 1), text.lastIndexOf("\r", from - 1)) + 1;
  let first = text.slice(lineStart, from).trim() === "";
  const numbers = lineNumbers(text, from, to);
  let at = from;
  while (at < to) {
    const unit = text.charAt(at);
    const number = numbers.get(at);
    if (number !== undefined) {
      tokens.push({ kind: "copied", from: at, to: number, text: text.slice(at, number), respelt: false, column: -1 });
      at = number;
      lineStart = number;
      continue;
    }
    if (unit === "\n" || unit === "\r") {
      lineStart = at + 1;
      first = true;
    }
    if (/\s|\uFEFF/.test(unit)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, to);
    tokens.push({ ...token, column: first ? columnOf(text.slice(lineStart, at)) : -1 });
    first = false;
    // Of all tokens only a comment can go on over lines.
    if (token.kind === "comment" && token.text.includes("\n")) lineStart = at + token.text.lastIndexOf("\n") + 1;
    at = token.to;
  }
  return tokens;
}

const columnOf = (indent: string): number => indent.replace(/\t/g, "    ").length;

type Bare = Omit<JsonToken, "column">;

function tokenAt(text: string, at: number, to: number): Bare {
  const sticky = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    return found === undefined || at + found.length > to ? undefined : found;
  };
  const made = (kind: JsonToken["kind"], length: number, spelt?: string): Bare => ({
    kind,
    from: at,
    to: at + length,
    text: spelt ?? text.slice(at, at + length),
    respelt: spelt !== undefined,
  });
  const unit = text.charAt(at);
  const comment = sticky(COMMENT);
  if (comment !== undefined) return made("comment", comment.length);
  const lineEnd = sticky(LINE_END);
  if (lineEnd !== undefined) return made("copied", lineEnd.length);
  const ellipsis = sticky(ELLIPSIS);
  if (ellipsis !== undefined) return made("ellipsis", ellipsis.length);
  const opener = sticky(OPENER);
  if (opener !== undefined) return stringAt(text, at, to, opener);
  if (/[{}[\]:,]/.test(unit)) return made("punctuation", 1);
  const word = sticky(WORD);
  if (word === undefined) return made("other", 1);
  return made("word", word.length, Object.hasOwn(SPELLINGS, word) ? SPELLINGS[word] : undefined);
}

/** A string to its closing mark, or to the end of the line where it has none. */
function stringAt(text: string, at: number, to: number, opener: string): Bare {
  const closer = CLOSERS[opener] ?? '"';
  const start = at + opener.length;
  let end = start;
  while (end < to && !text.startsWith(closer, end) && !/[\r\n]/.test(text.charAt(end))) end += text.charAt(end) === "\\" ? 2 : 1;
  end = Math.min(end, to);
  const closed = text.startsWith(closer, end) && end < to;
  const inner = text.slice(start, end);
  const content = closed ? inner : inner.replace(/\s*[,\]}]*\s*$/, "");
  const stop = closed ? end + closer.length : start + content.length;
  const standing = text.slice(at, stop);
  const isJson = closed && opener === '"' && isString(standing);
  const spelt = isJson ? standing : JSON.stringify(unescaped(content));
  return { kind: "string", from: at, to: stop, text: spelt, respelt: !isJson };
}

const isString = (text: string): boolean => /^"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"$/.test(text);

const ESCAPES: { readonly [letter: string]: string } = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** Escapes that JSON does not know stand for what follows the backslash. */
const unescaped = (content: string): string =>
  content.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, letter: string | undefined) =>
    code === undefined ? (ESCAPES[letter ?? ""] ?? letter ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );
