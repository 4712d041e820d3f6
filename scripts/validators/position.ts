// Where in the value an issue stands, as code: literal texts where the place is known when code is made, and links from the inside out where it is not.
import { code, join, stringLiteral, type Code } from "../lib/code.ts";
import { pointerToken } from "../lib/pointer.ts";
import type { Use } from "../helpers.ts";

/** A member's name or an item's index: known, or in a variable. */
export type Key =
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "index"; readonly number: number }
  | { readonly kind: "any-name" | "any-index"; readonly variable: Code };

/** A place below the value of the function at hand. */
export interface Position {
  /** Prints where the function's value stands; null when it is the whole value. */
  readonly link: (() => Code) | null;
  readonly keys: readonly Key[];
}

export const below = ({ link, keys }: Position, key: Key): Position => ({ link, keys: [...keys, key] });

const keyCode = (key: Key): Code =>
  key.kind === "name" ? stringLiteral(key.text) : key.kind === "index" ? code`${key.number}` : key.variable;

/** `["payload", "tags", name]` */
export const pathCode = ({ keys }: Position): Code => code`[${join(keys.map(keyCode), code`, `)}]`;

/** `"/payload/tags/" + token(name)` */
export const pointerCode = ({ keys }: Position, use: Use): Code =>
  concatenated(
    keys.map((key) => {
      if (key.kind === "name") return { before: `/${pointerToken(key.text)}`, rest: null };
      if (key.kind === "index") return { before: `/${key.number}`, rest: null };
      return { before: "/", rest: key.kind === "any-name" ? code`${use("token")}(${key.variable})` : key.variable };
    }),
    "",
  );

/** `"payload.tags" + accessor(name) + " must be a string"` */
export function messageCode({ keys }: Position, says: string | Code, use: Use): Code {
  const [first] = keys;
  const pieces = keys.map((key, index) => {
    if (key.kind === "name") return { before: nameText(key.text, index === 0), rest: null };
    if (key.kind === "index") return { before: `[${key.number}]`, rest: null };
    if (key.kind === "any-index") return { before: "[", rest: key.variable, after: "]" };
    return { before: "", rest: index === 0 ? code`${use("firstAccessor")}(${key.variable})` : code`${use("accessor")}(${key.variable})` };
  });
  const named = first === undefined ? [{ before: "the value", rest: null }] : pieces;
  return typeof says === "string" ? concatenated(named, ` must ${says}`) : concatenated([...named, { before: " must ", rest: says }], "");
}

/** A name as people write it: `payload`, `.status`, `["a b"]`. */
const nameText = (name: string, isFirst: boolean): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? (isFirst ? name : `.${name}`) : `[${JSON.stringify(name)}]`;

interface Piece {
  readonly before: string;
  readonly rest: Code | null;
  readonly after?: string;
}

/** Texts and expressions as one sum, neighbouring texts joined. */
function concatenated(pieces: readonly Piece[], last: string): Code {
  const terms: Code[] = [];
  let text = "";
  for (const { before, rest, after } of pieces) {
    text += before;
    if (rest === null) continue;
    if (text !== "" || terms.length === 0) terms.push(stringLiteral(text));
    terms.push(rest);
    text = after ?? "";
  }
  text += last;
  if (text !== "" || terms.length === 0) terms.push(stringLiteral(text));
  return join(terms, code` + `);
}

/**
 * A place as two arguments, so that it is made only where there is an issue: what is around the value, and the key in it. The function's own value stands
 * where the function was told that it does.
 */
export function placeArguments({ link, keys }: Position, use: Use): { readonly up: Code; readonly key: Code | null } {
  const [key] = keys;
  if (key === undefined) return link === null ? { up: code`undefined`, key: null } : { up: code`up`, key: code`key` };
  return keys.length === 1 ? { up: upTo(link), key: keyCode(key) } : { up: linkCode({ link, keys }, use), key: null };
}

/** The link to a place: `below(at, "payload")`. */
export const linkCode = ({ link, keys }: Position, use: Use): Code =>
  keys.reduce((up, key) => code`${use("below")}(${up}, ${keyCode(key)})`, upTo(link));

const upTo = (link: Position["link"]): Code => link?.() ?? code`undefined`;
