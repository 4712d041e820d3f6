// Table rows whose columns are glued into one line: `sourceObjectIdsarrayAn array of strings…`.
import type { Line } from "./lines.ts";
import { plainCell } from "./prose-cell.ts";
import { gluedRoles, type Role } from "./prose-columns.ts";
import { FIELD_NAME, type LaidRow } from "./prose-layout.ts";
import { typeAt, type TypePhrase } from "./prose-types.ts";

/** Whether a line is the header of a table with a column for types, its columns glued or apart by blanks. */
export const isTableHeader = (line: string): boolean => gluedRoles(line)?.includes("type") ?? false;

interface Cut {
  readonly name: string;
  readonly at: number;
  readonly phrase: TypePhrase;
  /** The less, the likelier. */
  readonly rank: number;
}

/** A description begins with a capital, with what is no letter, or after a blank. */
const BEGINS = /^(?:$|[\p{Lu}\d("“'‘`[<{*_-]|\s)/u;
/** Or with one of the literals of JSON. */
const BEGINS_LITERAL = /^(?:true|false|null)\b/;
const ANY = /^/;

/** What is tried in this order until a cut is found. */
const TRIES = [
  ["glued", BEGINS],
  ["glued", BEGINS_LITERAL],
  ["glued, any word", BEGINS],
  ["glued, any word", BEGINS_LITERAL],
  ["glued", ANY],
] as const;

/**
 * Cuts a row at a type word, the longest that stands there, that is followed by what begins a description. A name that contains such a word
 * leaves several cuts open: a cut whose name an example has is right, otherwise the likeliest one is.
 */
export function cutRow(
  line: Line,
  isKnown: (name: string) => boolean,
  roles: readonly Role[] = ["name", "type", "description"],
): LaidRow | null {
  let doubtful: Cut | undefined;
  for (const [words, begins] of TRIES) {
    const cuts = cutsOf(line.text, words, begins);
    const cut = cuts.find(({ name }) => isKnown(name)) ?? (begins === ANY ? undefined : cuts.toSorted(likeliest)[0]);
    if (cut === undefined || (doubtful !== undefined && cut.rank > 0)) continue;
    if (cut.rank < IN_TEXT) return rowOf(line, cut, roles);
    doubtful ??= cut;
  }
  return doubtful === undefined ? null : rowOf(line, doubtful, roles);
}

/** The rank of a type word among other words: `customermapThe object concerned` has its type before that. So has `source_objectObjectThe source`. */
const IN_TEXT = 3;

/** Glued on both sides, then after a stray blank, then before one; of those alike the last, since a description seldom begins with a type. */
const likeliest = (a: Cut, b: Cut): number => a.rank - b.rank || b.at - a.at;

function cutsOf(text: string, words: "glued" | "glued, any word", begins: RegExp): readonly Cut[] {
  const cuts: Cut[] = [];
  const [, first = "", second = ""] = /^(\s*\S+)(\s*\S*)/.exec(text) ?? [];
  const zone = first.length + second.length - second.trimStart().length;
  for (let at = 1; at <= zone && at < text.length; at += 1) {
    const name = text.slice(0, at).trim();
    if (!FIELD_NAME.test(name)) continue;
    const phrase = typeAt(text, at, words);
    if (phrase === null || !begins.test(text.slice(at + phrase.length))) continue;
    const isInText = at >= first.length && /^\s+\p{Ll}/u.test(text.slice(at + phrase.length));
    const rank = isInText || /[_.-]$/.test(name) ? IN_TEXT : at >= first.length ? 1 : /\S/.test(text.charAt(at + phrase.length)) ? 0 : 2;
    cuts.push({ name, at, phrase, rank });
  }
  return cuts;
}

const PRESENCE = /^\s*(required|optional|mandatory|yes|no|true|false)(?=$|[\p{Lu}\s("“'`])/iu;

function rowOf({ text, offset }: Line, { name, at, phrase }: Cut, roles: readonly Role[]): LaidRow {
  const typeEnd = at + phrase.length;
  const presence = roles[2] === "required" || roles[2] === "optional" ? PRESENCE.exec(text.slice(typeEnd)) : null;
  const end = typeEnd + (presence?.[0].length ?? 0);
  return {
    cells: {
      name: plainCell(name, offset + text.indexOf(name)),
      type: plainCell(text.slice(at, typeEnd), offset + at),
      ...(presence === null ? {} : { [roles[2] ?? "required"]: plainCell(presence[0], offset + typeEnd) }),
      description: plainCell(text.slice(end), offset + end),
    },
    type: phrase.schema,
    offset: offset + text.length - text.trimStart().length,
  };
}
