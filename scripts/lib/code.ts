// Safe source text. A `Code` is the proof that every vendor string inside it was escaped for the place it stands in.
import type { Json } from "../contract.ts";
import { deepJsonText, isArray, isDeep, isObject } from "./json.ts";

/** Characters that change how a line is shown or cut: controls, bidirectional marks, line separators, byte-order marks, lone surrogates. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapeUnit = (units: string): string =>
  Array.from({ length: units.length }, (_, at) => `\\u${units.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");

/** What needs no look at each character: printable ASCII. */
const PLAIN = /^[ -~]*$/;

/** A text with its unsafe characters as escapes. */
const escaped = (text: string): string => (PLAIN.test(text) ? text : text.replace(UNSAFE, escapeUnit));

/** Source text that may be written to a file as it is. Made only by the constructors of this module. */
export class Code {
  readonly text: string;
  private constructor(text: string) {
    this.text = text;
  }
  /** Trusts a text; only this module calls it. */
  static of(this: void, text: string, key: typeof KEY): Code {
    if (key !== KEY) throw new TypeError("Code is made by the constructors of lib/code.ts");
    return new Code(text);
  }
  /** Read by Handlebars: text that needs no further escaping. */
  toHTML(): string {
    return this.text;
  }
}

const KEY: unique symbol = Symbol("lib/code.ts");
const trust = (text: string): Code => Code.of(text, KEY);

/** No text at all. */
export const nothing: Code = trust("");

/** Source text written by us, with holes for other `Code` and finite numbers. */
export function code(strings: TemplateStringsArray, ...holes: readonly (Code | number)[]): Code {
  let text = strings[0] ?? "";
  for (let index = 0; index < holes.length; index += 1) {
    const hole = holes[index] ?? nothing;
    text += (hole instanceof Code ? hole : numberLiteral(hole)).text + (strings[index + 1] ?? "");
  }
  return trust(text);
}

/** Several pieces with a separator between them. */
export function join(pieces: readonly Code[], separator: Code | "" = ""): Code {
  const [first = nothing, second = nothing] = pieces;
  const between = separator === "" ? "" : separator.text;
  if (pieces.length === 1) return first;
  if (pieces.length === 2) return trust(first.text + between + second.text);
  // A sum of texts would keep all of its parts in memory.
  return trust(pieces.map((piece) => piece.text).join(between));
}

/** A string literal in double quotes. */
export function stringLiteral(value: string): Code {
  return trust(escaped(JSON.stringify(value)));
}

/**
 * A number literal.
 * @throws {RangeError} when the number is not finite.
 */
export function numberLiteral(value: number): Code {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no literal`);
  return trust(Object.is(value, -0) ? "-0" : String(value));
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Whether a text can stand as an identifier without escapes (ASCII only). */
export const isIdentifier = (text: string): boolean => IDENTIFIER.test(text);

/**
 * An identifier.
 * @throws {RangeError} when the text is none; lib/words.ts makes texts that are.
 */
export function identifier(text: string): Code {
  if (!isIdentifier(text)) throw new RangeError(`${JSON.stringify(text)} is not an identifier`);
  return trust(text);
}

/** A template literal, or a template literal type: texts with holes between them. */
export function templateLiteral(texts: readonly string[], holes: readonly Code[]): Code {
  const pieces = texts.map((text, index) => {
    const hole = holes[index];
    const cooked = text.replace(/[\\`]|\$(?=\{|$)/g, "\\$&").replace(UNSAFE, escapeUnit);
    return hole === undefined ? cooked : `${cooked}\${${hole.text}}`;
  });
  return trust(`\`${pieces.join("")}\``);
}

/** A property name in a type or an object literal. `__proto__` is computed: in an object literal the bare name sets the prototype. */
export function propertyName(name: string, place: "type" | "value"): Code {
  if (name === "__proto__" && place === "value") return trust('["__proto__"]');
  return isIdentifier(name) ? trust(name) : stringLiteral(name);
}

/** `.name` or `["name"]`. */
export function propertyAccess(name: string): Code {
  return isIdentifier(name) ? trust(`.${name}`) : trust(`[${stringLiteral(name).text}]`);
}

/** Text inside a block comment: it cannot end the comment, start a tag or hide characters. Line ends stay. */
export function commentText(text: string): Code {
  if (PLAIN.test(text) && !/@|\*\//.test(text)) return trust(text.trimEnd());
  return trust(
    text
      .replace(/\r\n?/g, "\n")
      .split("\n")
      .map((line) =>
        escaped(line.trimEnd())
          .replace(/\*\//g, "*\\/")
          .replace(/(^|[\s{*])@/g, "$1\\@"),
      )
      .join("\n"),
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");

const MARKDOWN_SPECIAL = /[\\`*_{}[\]<>#|~!&]/g;

/** Text in a Markdown table cell or paragraph: one line, nothing in it is markup. */
export function markdownText(text: string): Code {
  return trust(escaped(oneLine(text).trim()).replace(MARKDOWN_SPECIAL, "\\$&"));
}

const entity = (character: string): string => (/[A-Za-z0-9 ]/.test(character) ? character : `&#${character.codePointAt(0) ?? 0};`);

/** A Markdown code span that may stand in a table cell. */
export function markdownCode(text: string): Code {
  const line = escaped(oneLine(text)).replace(/\|/g, "\\|");
  // A backslash before a bar cannot stand in a cell's code span; entities can.
  if (/\\\s*\|/.test(text)) return trust(`<code>${[...escaped(oneLine(text))].map(entity).join("")}</code>`);
  if (!line.includes("`") && line !== "") return trust(`\`${line}\``);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") || line === "" ? " " : "";
  return trust(`${fence}${pad}${line}${pad}${fence}`);
}

/**
 * A regular expression literal with the `u` flag (JSON Schema 2020-12 Core, section 6.4).
 * @throws {SyntaxError} when the pattern is no ECMA-262 regular expression.
 */
export function regularExpression(pattern: string): Code {
  const made = new RegExp(pattern, "u");
  return trust(escaped(made.toString()));
}

/** JSON text on one line. */
export function jsonText(value: unknown): Code {
  return trust(escaped(JSON.stringify(value) ?? "null"));
}

/** A JSON value as an expression. A member called `__proto__` is a member like any other; what is nested deeply is parsed from its text. */
export const valueLiteral = (value: Json): Code =>
  isDeep(value) ? trust(`JSON.parse(${stringLiteral(deepJsonText(value)).text})`) : literal(value);

function literal(value: Json): Code {
  if (isArray(value)) return trust(`[${value.map((item) => literal(item).text).join(", ")}]`);
  if (!isObject(value)) return Object.is(value, -0) ? trust("-0") : jsonText(value);
  const members = Object.entries(value).map(([name, inner]) => `${propertyName(name, "value").text}: ${literal(inner).text}`);
  return trust(members.length === 0 ? "{}" : `{ ${members.join(", ")} }`);
}
