// Expressions that reach into a value: members, and whether they are there.
import type { Use } from "../helpers.ts";
import { code, propertyAccess, stringLiteral, type Code } from "../lib/code.ts";
import { atom, type Expression, unequal } from "../lib/expression.ts";

/** Names that every object inherits: only an own-property test says whether they are there. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether a member's name is one that every object inherits. */
export const isInherited = (name: string): boolean => INHERITED.has(name);

/** The expression of a member. What an inherited name stands for has a type of its own, so it is read through a function that gives unknown. */
export const memberOf = (subject: Code, name: string, use: Use): Code =>
  INHERITED.has(name) ? code`${use("memberOf")}(${subject}, ${stringLiteral(name)})` : code`${subject}${propertyAccess(name)}`;

/** Whether a member is there. `undefined` is not a JSON value, so a member that is undefined is absent. */
export const isPresent = (subject: Code, name: string): Expression =>
  INHERITED.has(name)
    ? atom(code`Object.hasOwn(${subject}, ${stringLiteral(name)})`)
    : unequal(code`${subject}${propertyAccess(name)}`, code`undefined`);
