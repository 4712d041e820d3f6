// Which members and items other keywords have looked at, for `unevaluatedProperties` and `unevaluatedItems` (Core, section 11): known when code is
// made, but for what stands under a condition.
import type { JsonObject, Schema } from "../contract.ts";
import type { Evaluation, Step } from "../keywords/keyword.ts";
import { keywordOf } from "../keywords/registry.ts";
import { code, identifier, stringLiteral, type Code } from "../lib/code.ts";
import { and, atom, type Expression, not } from "../lib/expression.ts";
import { entries } from "../lib/json.ts";
import { condition, type Setting } from "./conditions.ts";
import type { Routines } from "./routines.ts";
import { stepsOf } from "./steps.ts";

type Kind = "object" | "array";

/** What has been looked at: always, or when an expression holds. */
export interface Contribution {
  readonly when: Expression | null;
  readonly evaluation: Evaluation;
}

/** Contributions, and the statements that work their conditions out. */
export interface Evaluated {
  readonly statements: readonly Code[];
  readonly contributions: readonly Contribution[];
}

const OWN = { object: "unevaluatedProperties", array: "unevaluatedItems" } as const;

/** What a schema looks at in a subject, apart from its own `unevaluated…`. */
export function evaluatedIn(schema: Schema, of: Kind, subject: Code, setting: Setting): Evaluated {
  const statements: Code[] = [];
  const contributions: Contribution[] = [];
  const add = (inner: Schema, when: Expression | null, except: string | null): void => {
    contributions.push(...ownEvaluations(inner, of, except).map((evaluation) => ({ when, evaluation })));
    for (const part of stepsOf(inner).flatMap((step) => sameValueParts(step, of, setting.routines))) {
      if (!contributes(part.schema, of, setting.routines)) continue;
      const test = part.when(subject, setting);
      if (test === null) {
        add(part.schema, when, null);
        continue;
      }
      const variable = identifier(`${of === "object" ? "fits" : "covers"}${statements.length + 1}`);
      statements.push(code`const ${variable} = ${and(when === null ? [test] : [when, test]).code};`);
      add(part.schema, atom(variable), null);
    }
  };
  add(schema, null, OWN[of]);
  return { statements, contributions };
}

const ownEvaluations = (schema: Schema, of: Kind, except: string | null): readonly Evaluation[] =>
  typeof schema === "boolean"
    ? []
    : entries(schema).flatMap(([name, value]) => {
        const found = name === except ? undefined : keywordOf(name)?.evaluates?.(value, schema);
        return found === undefined || (of === "object" ? found.members : found.items) === undefined ? [] : [found];
      });

/** A schema for the same value, and when it counts; null when it always does. */
interface SameValuePart {
  readonly schema: Schema;
  readonly when: (subject: Code, setting: Setting) => Expression | null;
}

function sameValueParts(step: Step, of: Kind, routines: Routines): readonly SameValuePart[] {
  const always = (): null => null;
  switch (step.kind) {
    case "reference": {
      const routine = routines.named(step.name);
      return routine === undefined ? [] : [{ schema: routine.schema, when: always }];
    }
    case "branches":
      return step.parts.map(({ schema }) => ({
        schema,
        when: step.keyword === "allOf" ? always : (subject, setting) => condition(schema, subject, setting),
      }));
    case "dependent":
      return of === "array"
        ? []
        : [{ schema: step.schema, when: (subject) => atom(code`Object.hasOwn(${subject}, ${stringLiteral(step.name)})`) }];
    case "choice": {
      const { schema } = step.if;
      const holds = (subject: Code, setting: Setting): Expression => condition(schema, subject, setting);
      return [
        { schema, when: holds },
        ...(step.then === null ? [] : [{ schema: step.then.schema, when: holds }]),
        ...(step.else === null
          ? []
          : [{ schema: step.else.schema, when: (subject: Code, setting: Setting) => not(holds(subject, setting)) }]),
      ];
    }
    default:
      return [];
  }
}

/** Whether a schema, or one for the same value inside it, looks at members or items at all. */
function contributes(schema: Schema, of: Kind, routines: Routines): boolean {
  if (typeof schema === "boolean") return false;
  const known = contributing[of].get(schema);
  if (known !== undefined) return known;
  const found =
    ownEvaluations(schema, of, null).length > 0 ||
    stepsOf(schema).some((step) => sameValueParts(step, of, routines).some((part) => contributes(part.schema, of, routines)));
  contributing[of].set(schema, found);
  return found;
}

const contributing = { object: new WeakMap<JsonObject, boolean>(), array: new WeakMap<JsonObject, boolean>() };
