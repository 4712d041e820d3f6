// What the printers of explaining checks share: what is checked, and how an issue is written.
import type { Schema } from "../contract.ts";
import type { JsonType, Step } from "../keywords/keyword.ts";
import { code, stringLiteral, type Code } from "../lib/code.ts";
import { and, type Expression } from "../lib/expression.ts";
import type { Setting } from "./conditions.ts";
import { type Chain, chainLines } from "./lines.ts";
import { descend, type Place } from "./place.ts";
import { linkCode, messageCode, pathCode, pointerCode, type Position } from "./position.ts";

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
  { use }: Telling,
  at = `/${keyword}`,
): Code {
  const says = isName !== true ? words : typeof words === "string" ? ofName(words) : code`${stringLiteral(ofName(""))} + ${words}`;
  const rule = code`${stringLiteral(keyword)}, ${stringLiteral(descend(place, at).location)}, ${typeof says === "string" ? stringLiteral(says) : says}`;
  if (position.link !== null) return code`${use("issueAt")}(${list}, ${linkCode(position)}, ${rule})`;
  return code`${use("issue")}(${list}, ${pathCode(position)}, ${pointerCode(position, use)}, ${rule}, ${messageCode(position, says, use)})`;
}

/** The statement that adds an issue. */
export const issueLine = (subject: Subject, keyword: string, says: string | Code, telling: Telling, at = `/${keyword}`): Code =>
  code`found = ${issueCall(code`found`, subject, keyword, says, telling, at)};`;

/** Chains under a condition, as one chain. */
export function guarded(when: Expression, chains: readonly Chain[]): Chain {
  const [only, ...others] = chains;
  const [first, ...rest] = only ?? [];
  if (first !== undefined && rest.length === 0 && others.length === 0)
    return [{ when: first.when === null ? when : and([when, first.when]), then: first.then }];
  return [{ when, then: chains.flatMap(chainLines) }];
}
