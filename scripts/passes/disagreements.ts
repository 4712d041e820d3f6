// What two statements of one field disagree about, one finding each; nothing is decided here.
import type { Declaration, Fact, Json, Origin } from "../contract.ts";
import type { Slug } from "../diagnostics.ts";
import { entries, isArray, isObject, member, sameJson, valueWords } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { kindsAgree, kindsOf, kindWords, type Kinds, sameKinds } from "./kinds.ts";
import { type Declarations, followed, formatOf, type Placed, valuesOf } from "./schema-facts.ts";

/** Says a disagreement: its slug, the weaker place, and its facts. */
export type Report = (slug: Slug, origin: Origin, facts: { readonly [name: string]: Fact }, length: number) => void;

export const placeOf = ({ declaration, pointer }: Placed): Origin => partOrigin(declaration, pointer);

export const isText = ({ declaration }: { readonly declaration: Declaration }): boolean => declaration.statedBy === "text";

/** Reports where two statements of a field differ in type, null, values, format and rules. Whether their types agree. */
export function compareField(own: Placed, other: Placed, field: string, declarations: Declarations, report: Report): boolean {
  const stronger = kindsOf(own.schema, declarations);
  const weaker = kindsOf(other.schema, declarations);
  const origin = placeOf(other);
  const shared = { field, other: origin, leading: placeOf(own) };
  const say = (slug: Slug, facts: { readonly [name: string]: Fact } = {}): void =>
    report(slug, origin, { ...shared, ...facts }, Math.max(1, field.length));
  if (!kindsAgree(stronger, weaker) || isFiner(stronger, weaker, other)) {
    say("kinds-differ", { stronger: kindWords(stronger), weaker: kindWords(weaker) });
    return false;
  }
  if (isMapShownAsObject(own, other, declarations)) say("map-shown-as-object");
  if (stronger !== null && weaker !== null && stronger.has("null") !== weaker.has("null") && (weaker.has("null") || !isText(other)))
    say(
      "null-differs",
      weaker.has("null") ? { weaker: "may be null", stronger: "is never null" } : { weaker: "is never null", stronger: "may be null" },
    );
  const [values, others] = [valuesOf(own, declarations), valuesOf(other, declarations)];
  if (values !== null && others !== null) {
    if (!sameMembers(values, others))
      say("values-differ", { more: onlyIn(values, others, "only there"), fewer: onlyIn(others, values, "only here") });
  } else if (others !== null && !isText(own)) say("rule-kept-out", { keyword: "a list of values" });
  const [format, another] = [formatOf(own, declarations), formatOf(other, declarations)];
  if (format !== null && another !== null && format !== another) say("format-differs", { stronger: format, weaker: another });
  else if (format === null && another !== null && !isText(own)) say("rule-kept-out", { keyword: `the format ${another}` });
  if (!isText(own) && !isText(other)) compareRules(own.schema, other.schema, say);
  return true;
}

/** Whether a statement is narrower than the leading one in a way that is no loss of detail: whole numbers where any number passes. */
function isFiner(stronger: Kinds, weaker: Kinds, other: Placed): boolean {
  if (stronger === null || weaker === null || sameKinds(stronger, weaker)) return false;
  const widened = stronger.has("number") && !weaker.has("number") && weaker.has("integer");
  const narrowed = stronger.has("integer") && !stronger.has("number") && weaker.has("number");
  return widened || (!isText(other) && (narrowed || !sameKinds(stronger, weaker)));
}

/** A table prints a reference as an object, and it leads to a map, whose names are data. */
function isMapShownAsObject(own: Placed, other: Placed, declarations: Declarations): boolean {
  if (!isText(other) || isText(own) || member(own.schema, "$ref") === undefined || member(other.schema, "type") !== "object") return false;
  const { schema } = followed(own, declarations);
  return isObject(member(schema, "additionalProperties")) && member(schema, "properties") === undefined;
}

const sameMembers = (a: readonly Json[], b: readonly Json[]): boolean => {
  const texts = (values: readonly Json[]): ReadonlySet<string> => new Set(values.map((value) => JSON.stringify(value)));
  const [left, right] = [texts(a), texts(b)];
  return left.size === right.size && [...left].every((text) => right.has(text));
};

/** How many values a finding names. */
const NAMED = 5;

function onlyIn(values: readonly Json[], others: readonly Json[], words: string): string {
  const known = new Set(others.map((value) => JSON.stringify(value)));
  const only = values.filter((value) => !known.has(JSON.stringify(value)));
  if (only.length === 0) return "";
  const more = only.length > NAMED ? ` and ${only.length - NAMED} more` : "";
  return `; ${words}: ${only.slice(0, NAMED).map(valueWords).join(", ")}${more}`;
}

/** Keywords that are compared by their meaning, or that say nothing of values. */
const OTHERWISE: ReadonlySet<string> = new Set(
  (
    "type nullable enum const format properties required items additionalProperties $ref allOf anyOf oneOf title description examples example default deprecated " +
    "readOnly writeOnly $comment externalDocs xml discriminator definitions $defs $schema $id $anchor"
  ).split(" "),
);

/** Two schemas beside each other: any rule that only one of them has, or that they state differently. */
function compareRules(own: Json, other: Json, say: (slug: Slug, facts: { readonly [name: string]: Fact }) => void): void {
  const names = [...new Set([own, other].flatMap((schema) => entries(schema).map(([keyword]) => keyword)))];
  const words = (value: Json | undefined): string =>
    value === undefined ? "not stated" : isArray(value) || isObject(value) ? JSON.stringify(value) : valueWords(value);
  for (const keyword of names) {
    if (OTHERWISE.has(keyword) || keyword.startsWith("x-")) continue;
    const [stronger, weaker] = [member(own, keyword), member(other, keyword)];
    if (!sameJson(stronger, weaker)) say("rule-differs", { keyword, stronger: words(stronger), weaker: words(weaker) });
  }
}
