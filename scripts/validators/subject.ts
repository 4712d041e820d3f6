// Variables for the members of an object: each member is read once, right before its test, into `field` or, where it is walked into, a variable of its own.
import { helpers, type Scope } from "../helpers.ts";
import { code, identifier, isIdentifier, propertyAccess, stringLiteral, type Code } from "../lib/code.ts";
import { equal, type Expression, unequal } from "../lib/expression.ts";
import { camelName, pascalCase } from "../lib/words.ts";

/** Names that every object inherits: only an own-property test says whether they are there. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Names of generated variables, constants and functions: a member's variable is called otherwise. */
const TAKEN =
  /^(?:at|here|value|field|found|depth|(?:item|matching|fits|covers)\d*|(?:is|check|validate|parse|assert|matches|has)[A-Z].*|.*(?:Pattern|Names|Values|Value|Set)[\d_]*)$/;

/** Names of the variables of loops, which end in `_` where a member has the name: a member inside one is called otherwise. */
const LOOP = /^(?:name|index|item|member)\d*_?$/;

/** What no variable can be called, and what the code around it calls. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in " +
    "instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield " +
    "BigInt Infinity JSON Map Math NaN Number Object RegExp Set String Array"
  ).split(" "),
);

/** The variables of an object's members, by member name. */
export interface Locals {
  readonly of: (member: string) => Code;
  /** The expression that reads a member. */
  readonly value: (member: string, scope: Scope) => Code;
  /** The statement that reads a member into its variable. */
  readonly read: (member: string, scope: Scope) => Code;
}

/** The variable that members are read into which are tested in a line: one more member is one more line. */
export const FIELD: Code = code`field`;

/** The expression that reads a member into it. */
export const readInto = (value: Code): Code => code`(${FIELD} = ${value})`;

/** A printer's setting in which constants are named for a member, and not for the variable that it is read into. */
export const namedFor = <S extends Scope>(variable: Code, setting: S): S => ({
  ...setting,
  constant: (noun, _subject, value) => setting.constant(noun, variable, value),
});

/** Names variables for members of `subject`, which may stand in loops. */
export function localsOf(members: Iterable<string>, subject: Code, loops = 0): Locals {
  const names = new Map<string, string>();
  const taken = new Set<string>([subject.text]);
  for (const member of members) {
    if (names.has(member)) continue;
    const wished = isPlain(member) && !(loops > 0 && LOOP.test(member)) ? member : `${camelName(pascalCase(member)) || "other"}Member`;
    // "own-" would be `ownMember`, and "is-a" `isAMember`: both may be functions.
    const legal = wished === member || isPlain(wished) ? wished : `_${wished}`;
    let name = legal;
    for (let count = 2; taken.has(name); count += 1) name = `${legal}${count}`;
    taken.add(name);
    names.set(member, name);
  }
  const variable = (member: string): Code => identifier(names.get(member) ?? "undefined");
  const value = (member: string, { use }: Scope): Code =>
    INHERITED.has(member) ? code`${use("ownMember")}(${subject}, ${stringLiteral(member)})` : code`${subject}${propertyAccess(member)}`;
  return {
    of: variable,
    value,
    read: (member, scope) => code`const ${variable(member)} = ${value(member, scope)};`,
  };
}

/** Whether a member's name can be its variable's. */
const isPlain = (member: string): boolean =>
  isIdentifier(member) && !RESERVED.has(member) && !INHERITED.has(member) && !TAKEN.test(member) && !Object.hasOwn(helpers, member);

/** Whether a member is there. `undefined` is not a JSON value, so a member that is undefined is absent. */
export const isThere = (variable: Code): Expression => unequal(variable, code`undefined`);

/** Whether a member is not there. */
export const isAbsent = (variable: Code): Expression => equal(variable, code`undefined`);
