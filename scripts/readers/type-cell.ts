// A type as a programming language writes it → schema: `Optional[List[str]]`, `map[string]*shared.Item`, `Array<T> | null`.
import type { Json, JsonObject } from "../contract.ts";
import { isArray, member } from "../lib/json.ts";
import { type Token, typeTokens } from "./type-tokens.ts";
import { BYTE, dateOf, LIBRARIES, SIMPLE, WRAPPERS } from "./type-words.ts";

/** A type, read. References are links to pages, or the model's name as a page. */
export interface TypeRead {
  readonly schema: JsonObject;
  /** Whether the language lets the value be missing or null, without saying which. */
  readonly maybe: boolean;
  /** A part that says nothing of JSON: a class of the language, or all of a text that is no type. */
  readonly unread: string | null;
  /** Whether other texts pass beside those that are listed. */
  readonly open: boolean;
}

const ANY: TypeRead = { schema: {}, maybe: false, unread: null, open: false };

/** Go's pointers: `**string*` (in emphasis), `[*shared.Item](item.md)` and a star in code marks. */
const POINTER = /^(\*\*[^*]+\*|\[\*[^*\]]+\].*|`\*[^*]+`)$/;

/** Longer texts are no types. */
const LONGEST = 4000;

export function readType(text: string): TypeRead {
  const tokens = text.length > LONGEST ? null : typeTokens(text);
  const unread: TypeRead = { ...ANY, unread: text };
  if (tokens === null || tokens.length === 0) return unread;
  const cursor = cursorOver(tokens);
  const read = union(cursor);
  return read === null || cursor.peek() !== undefined ? unread : { ...read, maybe: read.maybe || POINTER.test(text) };
}

/** Tokens with a place among them. */
interface Cursor {
  readonly peek: () => Token | undefined;
  readonly isAt: (...signs: readonly string[]) => boolean;
  /** Goes over the signs when they stand here. */
  readonly take: (...signs: readonly string[]) => boolean;
  readonly next: () => Token | undefined;
}

function cursorOver(tokens: readonly Token[]): Cursor {
  let at = 0;
  const isAt = (...signs: readonly string[]): boolean =>
    signs.every((sign, ahead) => tokens[at + ahead]?.kind !== "literal" && tokens[at + ahead]?.text === sign);
  return {
    peek: () => tokens[at],
    isAt,
    take: (...signs) => {
      const found = isAt(...signs);
      if (found) at += signs.length;
      return found;
    },
    next: () => {
      at += 1;
      return tokens[at - 1];
    },
  };
}

function union(cursor: Cursor): TypeRead | null {
  const forms = listOf(cursor, "|");
  return forms === null ? null : anyOf(forms);
}

/** Types with a sign between them. */
function listOf(cursor: Cursor, sign: "|" | ","): readonly TypeRead[] | null {
  const found: TypeRead[] = [];
  do {
    const one = sign === "," ? union(cursor) : prefixed(cursor);
    if (one === null) return null;
    found.push(one);
  } while (cursor.take(sign));
  return found;
}

function prefixed(cursor: Cursor): TypeRead | null {
  if (cursor.take("?", "extends") || cursor.take("?", "super")) return prefixed(cursor);
  if (cursor.take("?")) return maybe(prefixed(cursor));
  if (cursor.take("[", "]")) return list(prefixed(cursor));
  let read = atom(cursor);
  while (read !== null) {
    if (cursor.take("[", "]")) read = list(read);
    else if (cursor.take("?")) read = maybe(read);
    else break;
  }
  return read;
}

function atom(cursor: Cursor): TypeRead | null {
  if (cursor.take("(")) return closed(cursor, union(cursor), ")");
  if (cursor.take("{")) return objectType(cursor);
  const token = cursor.next();
  if (token === undefined || token.kind === "sign") return null;
  if (token.kind === "literal") return { ...ANY, schema: { const: literalValue(token.text) } };
  const word = wordOf(token);
  if (word === "map" && cursor.isAt("[")) {
    // Go: map[string]T
    cursor.take("[");
    return closed(cursor, union(cursor), "]") === null ? null : map(prefixed(cursor));
  }
  const sign = cursor.peek();
  const close = cursor.isAt("[", "]") || sign?.kind !== "sign" ? undefined : CLOSING.get(sign.text);
  if (close === undefined) return named(token, word, cursor);
  cursor.next();
  const inner = listOf(cursor, ",");
  if (inner === null || !cursor.take(close)) return null;
  return wrapped(token, word, inner);
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ["<", ">"],
  ["[", "]"],
  ["(", ")"],
]);

const closed = (cursor: Cursor, read: TypeRead | null, sign: string): TypeRead | null => (cursor.take(sign) ? read : null);

/** `{ [k: string]: T }`, and `{}`. */
function objectType(cursor: Cursor): TypeRead | null {
  if (cursor.take("}")) return { ...ANY, schema: { type: "object" } };
  if (!cursor.take("[") || cursor.next() === undefined || !cursor.take(":") || union(cursor) === null) return null;
  if (!cursor.take("]", ":")) return null;
  return closed(cursor, map(union(cursor)), "}");
}

const wordOf = ({ text }: Token): string => (text.split(/\.|::|\\/).at(-1) ?? "").toLowerCase();

/** A name without arguments: a type of the language, or a model. */
function named({ text, link }: Token, word: string, cursor: Cursor): TypeRead {
  if (word === "true" || word === "false") return { ...ANY, schema: { const: word === "true" } };
  const parts = text.replace(/^(::|\\)/, "").split(/\.|::|\\/);
  const isPage = link !== null && /\.mdx?(#|$)/.test(link);
  const isLibrary = isPage
    ? /(^|\/)types\//.test(link)
    : link !== null || parts.length === 1 || LIBRARIES.has((parts[0] ?? "").toLowerCase());
  const simple = isLibrary ? (dateOf(word, link) ?? SIMPLE.get(word)) : undefined;
  // Go: interface{}, struct{}
  if (simple !== undefined && (word === "interface" || word === "struct")) cursor.take("{", "}");
  if (simple !== undefined) return { ...ANY, schema: simple };
  if (isPage) return { ...ANY, schema: { $ref: link.replace(/#.*$/, "") } };
  return link === null ? { ...ANY, schema: { $ref: `${parts.slice(-2).join("/")}.md` } } : { ...ANY, unread: text };
}

/** A name with arguments. */
function wrapped(token: Token, word: string, inner: readonly TypeRead[]): TypeRead {
  const last = inner.at(-1) ?? ANY;
  switch (WRAPPERS.get(word)) {
    case "maybe":
      return maybe(last) ?? last;
    case "null":
      return { ...last, schema: orNull(last.schema) };
    case "list":
      return (inner.length > 1 ? map(last) : list(last)) ?? last;
    case "map":
      return map(last) ?? last;
    case "union":
      return anyOf(inner);
    case "open":
      return { ...last, open: true };
    default:
      // A stream of bytes: ReadableStream<Uint8Array>, IO[bytes]
      return SIMPLE.get(word)?.["type"] === "string" ? { ...ANY, schema: { type: "string" } } : { ...ANY, unread: token.text };
  }
}

const maybe = (read: TypeRead | null): TypeRead | null => (read === null ? null : { ...read, maybe: true });

/** A list of bytes is sent as a text. */
const list = (read: TypeRead | null): TypeRead | null =>
  read === null ? null : { ...read, maybe: false, schema: read.schema === BYTE ? { ...BYTE } : { type: "array", items: stated(read) } };

const map = (read: TypeRead | null): TypeRead | null =>
  read === null
    ? null
    : { ...read, maybe: false, schema: { type: "object", additionalProperties: Object.keys(read.schema).length === 0 || stated(read) } };

/** What stands inside a list or map cannot be missing, so what may be null or missing may be null. */
const stated = (read: TypeRead): JsonObject => (read.maybe ? orNull(read.schema) : read.schema);

function anyOf(forms: readonly TypeRead[]): TypeRead {
  const [only] = forms;
  if (forms.length === 1 && only !== undefined) return only;
  const listed = forms.filter(({ open }) => !open);
  const schemas = listed.map(({ schema }) => schema);
  const constants = schemas.flatMap((schema): readonly Json[] => {
    const value = member(schema, "const");
    return value === undefined ? [] : [value];
  });
  return {
    schema: constants.length === schemas.length ? { enum: [...new Set(constants)] } : oneOrMore(schemas),
    maybe: false,
    open: listed.length < forms.length,
    unread: forms.find(({ unread }) => unread !== null)?.unread ?? null,
  };
}

/** Forms that differ; where any value passes, nothing else counts. */
function oneOrMore(schemas: readonly JsonObject[]): JsonObject {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [only] = distinct;
  if (distinct.some((schema) => Object.keys(schema).length === 0)) return {};
  return distinct.length === 1 && only !== undefined ? only : { anyOf: distinct };
}

/** The schema, or null. */
export function orNull(schema: JsonObject): JsonObject {
  const type = member(schema, "type");
  const forms = member(schema, "anyOf");
  if (Object.keys(schema).length === 0) return schema;
  if (typeof type === "string") return { ...schema, type: [type, "null"] };
  if (isArray(type)) return type.includes("null") ? schema : { ...schema, type: [...type, "null"] };
  if (isArray(forms)) return { ...schema, anyOf: [...forms, { type: "null" }] };
  return { anyOf: [schema, { type: "null" }] };
}

/** A literal of any of the languages. */
function literalValue(text: string): Json {
  if (!/^["']/.test(text)) return Number(text);
  return text
    .slice(1, -1)
    .replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, escape: string) =>
      escape.length === 5 ? String.fromCharCode(Number.parseInt(escape.slice(1), 16)) : (ESCAPES.get(escape) ?? escape),
    );
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
]);
