// What the printers of explaining checks share: what is checked, and how an issue is written.
import type { Schema } from "../contract.ts";
import type { JsonType, Step } from "../keywords/keyword.ts";
import { code, isIdentifier, stringLiteral, type Code } from "../lib/code.ts";
import { and, type Expression } from "../lib/expression.ts";
import type { Setting } from "./conditions.ts";
import { type Chain, chainLines } from "./lines.ts";
import { descend, type Place } from "./place.ts";
import { linkCode, messageCode, pathCode, pointerCode, type Position } from "./position.ts";
import { FIELD } from "./subject.ts";

/** What is being checked: a variable, where its value stands, and where its schema does. */
export interface Subject {
  readonly variable: Code;
  readonly position: Position;
  readonly place: Place;
  /** How many loops it stands in. */
  readonly loops: number;
  /** Whether it is a member's name: what is said of it stands at the member. */
  readonly isName?: true;
}

/** What is said of a member's name stands at the member, so it must speak of the name. */
export const ofName = (says: string): string => `be named otherwise: its name must ${says}`;

/** What printing a check needs to know besides. */
export interface Telling extends Setting {
  /** Whether what stands inside is written out, and not called. */
  readonly written: boolean;
  /** The location of the function's schema, which a constant of the function holds; null where the function has none. */
  readonly here: string | null;
  readonly explain: Explain;
  readonly explainLeaf: ExplainLeaf;
}

/** Explains a schema on a subject. */
type Explain = (schema: Schema, subject: Subject, telling: Telling) => readonly Chain[];

/** Explains the steps of a schema without members or items. `types` are what the subject is known to be. */
type ExplainLeaf = (steps: readonly Step[], subject: Subject, telling: Telling, types?: readonly JsonType[] | null) => readonly Chain[];

/** The call that adds an issue to a list. */
export function issueCall(
  list: Code,
  { position, place, isName }: Subject,
  keyword: string,
  words: string | Code,
  telling: Telling,
  at = `/${keyword}`,
): Code {
  const { use, here } = telling;
  const says = isName !== true ? words : typeof words === "string" ? ofName(words) : code`${stringLiteral(ofName(""))} + ${words}`;
  const { location } = descend(place, at);
  const expected = typeof says === "string" ? stringLiteral(says) : says;
  const name = stringLiteral(keyword);
  if (position.link === null) {
    const rule = code`${name}, ${stringLiteral(location)}, ${expected}`;
    return code`${use("issue")}(${list}, ${pathCode(position)}, ${pointerCode(position, use)}, ${rule}, ${messageCode(position, says, use)})`;
  }
  const key = memberKey(position);
  if (key !== null && location === memberLocation(here, key, keyword))
    return code`${use("memberIssue")}(${list}, ${position.link()}, here, ${stringLiteral(key)}, ${name}, ${expected})`;
  const link = linkCode(position, use);
  const end = `/${keyword}`;
  const isBelow = location.endsWith(end);
  const stated = locationCode(isBelow ? location.slice(0, -end.length) : location, here);
  return code`${use("issueAt")}(${list}, ${link}, ${stated}, ${name}, ${expected}${isBelow ? code`` : code`, ${stated}`})`;
}

/** The statement for a required member that is absent or of a wrong type, or null where it takes two. */
export function requiredLine({ position, place }: Subject, says: string, { use, here }: Telling): Code | null {
  const key = memberKey(position);
  if (key === null || position.link === null || descend(place, "/type").location !== memberLocation(here, key, "type")) return null;
  return code`found = ${use("requiredIssue")}(found, ${position.link()}, here, ${stringLiteral(key)}, ${FIELD}, ${stringLiteral(says)});`;
}

/** The key of a member of the function's value, when it is an identifier. */
const memberKey = ({ keys }: Position): string | null => {
  const [key] = keys;
  return keys.length === 1 && key?.kind === "name" && isIdentifier(key.text) ? key.text : null;
};

/** Where the schema of the function's value states a member's rule. */
const memberLocation = (here: string | null, key: string, keyword: string): string | null =>
  here === null ? null : `${here}/properties/${key}/${keyword}`;

/** `here + "/properties/tags/type"`, or the whole location where it stands elsewhere. */
export function locationCode(location: string, here: string | null): Code {
  if (here === null || !location.startsWith(here)) return stringLiteral(location);
  const inside = location.slice(here.length);
  return inside === "" ? code`here` : inside.startsWith("/") ? code`here + ${stringLiteral(inside)}` : stringLiteral(location);
}

/** The statement that adds an issue. */
export const issueLine = (subject: Subject, keyword: string, says: string | Code, telling: Telling, at = `/${keyword}`): Code =>
  code`found = ${issueCall(code`found`, subject, keyword, says, telling, at)};`;

/** Chains under a condition that is cheap, each on its own. */
export const guardedEach = (when: Expression, chains: readonly Chain[]): readonly Chain[] =>
  chains.map((chain) => chain.map((link) => ({ ...link, when: link.when === null ? when : and([when, link.when]) })));

/** Chains under a condition, as one chain. */
export function guarded(when: Expression, chains: readonly Chain[]): Chain {
  const [only, ...others] = chains;
  const [first, ...rest] = only ?? [];
  if (first !== undefined && rest.length === 0 && others.length === 0)
    return [{ when: first.when === null ? when : and([when, first.when]), then: first.then }];
  return [{ when, then: chains.flatMap(chainLines) }];
}
