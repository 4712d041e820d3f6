// The statements that go from a schema to those that it applies: what these say of a value belongs to the value's annotations.
import type { Schema } from "../contract.ts";
import type { JsonType, Part, Step } from "../keywords/keyword.ts";
import { typeTest } from "../keywords/type.ts";
import { code, propertyAccess, stringLiteral, type Code } from "../lib/code.ts";
import { always, and, type Expression, never } from "../lib/expression.ts";
import { isSchema, member } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { isSilent, unitLine } from "./annotation-units.ts";
import { condition, type Setting } from "./conditions.ts";
import { block, chainLines } from "./lines.ts";
import { frameOf, headOf, isOwn, loopOf } from "./loops.ts";
import type { Place } from "./place.ts";
import { assertedTypes, gating, stepsOf } from "./steps.ts";
import { isThere } from "./subject.ts";

/** What is told of: an expression for the value, and one for the pointer to it. */
export interface Subject {
  readonly value: Code;
  readonly at: Code;
}

/** What the function around is handed. */
const SELF: Subject = { value: code`value`, at: code`at` };

/** What printing needs to know of the function around. */
export interface Annotating {
  readonly schema: Schema;
  readonly place: Place;
  readonly setting: Setting;
  /** The lines for a part of the schema. */
  readonly part: (part: Part, subject: Subject) => readonly Code[];
  /** The lines for a declaration. */
  readonly declared: (name: string, subject: Subject) => readonly Code[];
}

/** Whether a schema applies others that have something to tell. */
export const looksInside = (schema: Schema): boolean =>
  tells(containedIn(schema)) ||
  stepsOf(schema).some((step) => {
    if (step.kind === "reference" || step.kind === "choice") return true;
    if (step.kind === "branches") return step.parts.some(tells);
    return step.kind !== "not" && step.kind !== "names" && "schema" in step && tells(step);
  });

const tells = (part: Part | null): part is Part => part !== null && !isSilent(part.schema);

/** The schema of `contains`, which tells of items also where their number does not matter and nothing is tested. */
const containedIn = (schema: Schema): Part | null => {
  const contained = member(schema, "contains");
  return isSchema(contained) ? { at: "/contains", schema: contained } : null;
};

/** The lines for all that a schema applies, in the order in which it is tested. */
export function insideLines(annotating: Annotating): readonly Code[] {
  const { schema, setting } = annotating;
  const steps = stepsOf(schema);
  const types = assertedTypes(steps);
  const gated = (gate: JsonType, lines: () => readonly Code[]): readonly Code[] => {
    const how = gating(gate, types);
    if (how === "idle") return [];
    return how === "sure" ? lines() : block(code`if (${typeTest(gate, SELF.value, setting).code})`, lines());
  };
  return [
    ...gated("array", () => [...containsLines(annotating), ...steps.flatMap((step) => itemLines(step, annotating))]),
    ...gated("object", () => steps.flatMap((step) => memberLines(step, annotating))),
    ...steps.flatMap((step) => sameValueLines(step, annotating)),
  ];
}

function containsLines({ schema, setting, part }: Annotating): readonly Code[] {
  const contained = containedIn(schema);
  if (!tells(contained)) return [];
  const { index, item } = frameOf(SELF.value, 0);
  const lines = part(contained, { value: item, at: code`at + "/" + ${index}` });
  return block(code`for (const [${index}, ${item}] of value.entries())`, when(condition(contained.schema, item, setting), lines));
}

function itemLines(step: Step, annotating: Annotating): readonly Code[] {
  if (step.kind !== "prefix") return step.kind === "items" || step.kind === "unevaluated" ? loopLines(step, "array", annotating) : [];
  const { index } = step;
  return block(
    code`if (value.length > ${index})`,
    annotating.part(step, { value: code`value[${index}]`, at: code`at + ${stringLiteral(`/${index}`)}` }),
  );
}

function memberLines(step: Step, annotating: Annotating): readonly Code[] {
  const { setting, part } = annotating;
  switch (step.kind) {
    case "property": {
      const value = memberOf(step.name, setting);
      const at = code`at + ${stringLiteral(pointerBelow("", step.name))}`;
      return tells(step) ? block(code`if (${isThere(value).code})`, part(step, { value, at })) : [];
    }
    case "dependent":
      return tells(step) ? block(code`if (${isThere(memberOf(step.name, setting)).code})`, part(step, SELF)) : [];
    case "pattern":
    case "others":
    case "unevaluated":
      return loopLines(step, "object", annotating);
    default:
      return [];
  }
}

const memberOf = (name: string, { use }: Setting): Code =>
  name in Object.prototype ? code`${use("ownMember")}(value, ${stringLiteral(name)})` : code`value${propertyAccess(name)}`;

/** The loop of a step over members (names are asked whether they are the object's own) or items. */
function loopLines(step: Step & Part, gate: "object" | "array", { schema, setting, part }: Annotating): readonly Code[] {
  if (!tells(step) || (step.kind === "unevaluated" && step.of !== gate)) return [];
  const frame = frameOf(SELF.value, 0);
  const loop = loopOf(step, schema, frame, setting);
  if (loop === null || loop.applies === never) return [];
  const { head, variable, read } = headOf(loop, frame);
  const isItem = loop.over === "items";
  const at = isItem ? code`at + "/" + ${frame.index}` : code`at + "/" + ${setting.use("token")}(${frame.name})`;
  const lines = when(isItem ? loop.applies : and([isOwn(frame), loop.applies]), part(step, { value: variable, at }));
  const isRead = read !== null && lines.some(({ text }) => new RegExp(`\\b${variable.text}\\b`).test(text));
  return [...loop.before, ...block(head, isRead ? [code`const ${variable} = ${read};`, ...lines] : lines)];
}

/** What applies to the very value: forms that pass, and the side of an `if` that counts. Nothing of `not` does (Core, section 7.7.1). */
function sameValueLines(step: Step, { schema, place, setting, part, declared }: Annotating): readonly Code[] {
  if (step.kind === "reference") return declared(step.name, SELF);
  const fits = (inner: Schema): Expression => condition(inner, SELF.value, setting);
  if (step.kind === "branches")
    return step.parts
      .filter(tells)
      .flatMap((one) => (step.keyword === "allOf" ? part(one, SELF) : when(fits(one.schema), part(one, SELF))));
  if (step.kind !== "choice") return [];
  const side = (keyword: "then" | "else"): readonly Code[] => {
    const value = member(schema, keyword);
    if (!isSchema(value)) return [];
    return [unitLine(keyword, value, place, SELF.at), ...part({ at: `/${keyword}`, schema: value }, SELF)];
  };
  return chainLines([
    { when: fits(step.if.schema), then: [...part(step.if, SELF), ...side("then")] },
    { when: null, then: side("else") },
  ]);
}

/** Lines under a condition. */
const when = (test: Expression, lines: readonly Code[]): readonly Code[] => {
  if (test === never) return [];
  return test === always ? lines : block(code`if (${test.code})`, lines);
};
