// The loops over an object's members and an array's items, for both printings.
import type { Schema } from "../contract.ts";
import type { Step } from "../keywords/keyword.ts";
import { matches } from "../keywords/pattern.ts";
import { code, identifier, type Code } from "../lib/code.ts";
import { always, atom, type Expression, not } from "../lib/expression.ts";
import { type Setting } from "./conditions.ts";
import { coversItem, coversMember, firstCovered, isNamed } from "./covered.ts";
import { evaluatedIn } from "./evaluated.ts";

/** A loop over members or items. */
export interface Loop {
  /** Statements that stand before it. */
  readonly before: readonly Code[];
  readonly over: "members" | "names" | "items";
  /** How many of the first items are left out. */
  readonly from: number;
  /** Which of them are looked at. */
  readonly applies: Expression;
  readonly schema: Schema;
  readonly at: string;
  /** The keyword and words for what may not be there at all. */
  readonly keyword: string;
  readonly says: string;
}

/** The variables of loops over a subject. Loops inside loops have others. */
export interface Frame {
  readonly subject: Code;
  readonly name: Code;
  readonly index: Code;
  readonly item: Code;
  readonly member: Code;
  readonly matching: Code;
}

/** The variables for a subject that stands in so many loops. */
export function frameOf(subject: Code, loops: number): Frame {
  const numbered = (name: string): Code => {
    const wished = loops === 0 ? name : `${name}${loops + 1}`;
    return identifier(wished === subject.text ? `${wished}_` : wished);
  };
  return {
    subject,
    name: numbered("name"),
    index: numbered("index"),
    item: numbered("item"),
    member: numbered("member"),
    matching: numbered("matching"),
  };
}

/** The loop of a step, or null when it has none. `schema` is the whole schema that the step is of. */
export function loopOf(step: Step, schema: Schema, frame: Frame, setting: Setting): Loop | null {
  const shared = { before: [], from: 0 };
  switch (step.kind) {
    case "pattern":
      return {
        ...shared,
        ...step,
        over: "members",
        applies: matches(step.pattern, frame.name, setting),
        keyword: "patternProperties",
        says: "not be there: no property of such a name is allowed",
      };
    case "others":
      return {
        ...shared,
        ...step,
        over: "members",
        applies: not(isNamed(step.named, frame.name, setting)),
        keyword: "additionalProperties",
      };
    case "names":
      return { ...shared, ...step, over: "names", applies: always, keyword: "propertyNames", says: "not be there: no property is allowed" };
    case "items":
      return { ...shared, ...step, over: "items", applies: always, keyword: "items" };
    case "unevaluated":
      return unevaluatedLoop(step, schema, frame, setting);
    default:
      return null;
  }
}

function unevaluatedLoop(step: Step & { readonly kind: "unevaluated" }, schema: Schema, frame: Frame, setting: Setting): Loop | null {
  const { statements: before, contributions } = evaluatedIn(schema, step.of, frame.subject, setting);
  if (step.of === "object") {
    const covered = coversMember(contributions, frame.name, setting);
    if (covered === always) return null;
    return { ...step, before, from: 0, over: "members", applies: not(covered), keyword: "unevaluatedProperties" };
  }
  const from = firstCovered(contributions);
  if (from === Infinity) return null;
  const applies = not(coversItem(contributions, from, frame.index, frame.item, setting));
  return { ...step, before, from, over: "items", applies, keyword: "unevaluatedItems" };
}

/** A name that a loop over members meets may be inherited, which is asked last: only what fails needs the answer. */
export const isOwn = ({ subject, name }: Frame): Expression => atom(code`Object.hasOwn(${subject}, ${name})`);

/** The head of a loop, and the variable of what it goes over, with what is read into it. */
export function headOf({ over, from }: Loop, frame: Frame): { readonly head: Code; readonly variable: Code; readonly read: Code | null } {
  const { subject, name, index, item, member } = frame;
  if (over === "names") return { head: code`for (const ${name} in ${subject})`, variable: name, read: null };
  if (over === "members") return { head: code`for (const ${name} in ${subject})`, variable: member, read: code`${subject}[${name}]` };
  const head = code`for (let ${index} = ${from}; ${index} < ${subject}.length; ${index} += 1)`;
  return { head, variable: item, read: code`${subject}[${index}]` };
}
