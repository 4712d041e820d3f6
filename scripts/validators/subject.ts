// Expressions that reach into a value: members, and whether they are there.
import { code, propertyAccess, stringLiteral, type Code } from "../lib/code.ts";
import { atom, type Expression, unequal } from "../lib/expression.ts";

/** Names that every object inherits: only an own-property test says whether they are there. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The expression of a member. */
export const memberOf = (subject: Code, name: string): Code => code`${subject}${propertyAccess(name)}`;

/** Whether a member is there. `undefined` is not a JSON value, so a member that is undefined is absent. */
export const isPresent = (subject: Code, name: string): Expression =>
  INHERITED.has(name) ? atom(code`Object.hasOwn(${subject}, ${stringLiteral(name)})`) : unequal(memberOf(subject, name), code`undefined`);

/** Whether a type test on the member says already that it is there. */
export const typeImpliesPresence = (name: string): boolean => !INHERITED.has(name);
