// Equality with the values that `const` and `enum` state (Core, section 4.2.2).
import type { Json, JsonObject } from "../contract.ts";
import type { Scope } from "../helpers.ts";
import { code, jsonText, stringLiteral, valueLiteral, type Code } from "../lib/code.ts";
import { atom, equal, type Expression, or } from "../lib/expression.ts";
import { member } from "../lib/json.ts";
import type { Step } from "./keyword.ts";
import { hasType, typesOf } from "./type.ts";

/** Longer lists of values are looked up in a set; shorter ones are compared one by one, which is faster. */
export const LONGEST_CHAIN = 8;

type Scalar = null | boolean | number | string;

/** Whether `===` decides equality with a value. */
const isScalar = (value: Json): value is Scalar => value === null || typeof value !== "object";

const literal = (value: Scalar): Code => (typeof value === "string" ? stringLiteral(value) : jsonText(value));

/** Whether a subject is a value. */
const equals = (subject: Code, value: Json, scope: Scope): Expression =>
  isScalar(value)
    ? equal(subject, literal(value))
    : atom(code`${scope.use("sameValue")}(${subject}, ${scope.constant("value", subject, valueLiteral(value))})`);

/** Whether a subject is one of some values. */
export function equalsOne(subject: Code, values: readonly Json[], scope: Scope): Expression {
  const scalars = values.filter(isScalar);
  const others = values.filter((value) => !isScalar(value));
  const listed =
    scalars.length <= LONGEST_CHAIN
      ? scalars.map((value) => equals(subject, value, scope))
      : [atom(code`${scope.constant("values", subject, code`new Set(${valueLiteral(scalars)})`)}.has(${subject})`)];
  const [only] = others;
  if (only === undefined) return or(listed);
  if (others.length === 1) return or([...listed, equals(subject, only, scope)]);
  return or([...listed, atom(code`${scope.use("isOneOf")}(${subject}, ${scope.constant("values", subject, valueLiteral(others))})`)]);
}

/** The step of a keyword that lists the values which pass. */
export function listStep(keyword: "const" | "enum", listed: readonly Json[], says: string, schema: JsonObject): Step {
  const values = allowedByType(listed, schema);
  return {
    kind: "test",
    keyword,
    gate: null,
    holds: (subject, scope) => equalsOne(subject, values, scope),
    says,
    settles: values.every(isScalar) ? values : null,
  };
}

/** The stated values that a schema's own `type` allows. */
function allowedByType(values: readonly Json[], schema: JsonObject): readonly Json[] {
  const type = member(schema, "type");
  return type === undefined ? values : values.filter((value) => hasType(value, typesOf(type)));
}
