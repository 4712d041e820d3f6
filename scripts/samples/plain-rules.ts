// Rules of single values that never stand in each other's way: a value is made by all of them at the first try, and the breach of one does not hide another.
import { randomOf } from "../../templates/src/samples/random.ts";
import { sampleText } from "../../templates/src/samples/text.ts";
import type { Json, JsonObject } from "../contract.ts";
import { isArray, isObject, member } from "../lib/json.ts";

/** Lists in lists grow fast. */
const MOST_ITEMS = 2;

/** Longer texts are not made, or not in vain. */
const MOST_CHARACTERS = 10_000;

/** Greater numbers are not told from their neighbours, and there is hardly one between limits that are closer. */
const GREATEST = 2 ** 40;
const WIDTH = 2;

/** What is made for so many seeds is made for nearly every other. */
const SEEDS = [0, 1, 2, 3, 4];

/** Whether a schema's values are those of a list, of one type besides null, or any and nothing more is said. `rules` are its keywords. */
export function isOfOneType(schema: JsonObject, rules: readonly string[]): boolean {
  const type = member(schema, "type");
  const isTyped = type !== undefined;
  if (isArray(type) && !(type.length === 2 && type.includes("null") && type[0] !== type[1])) return false;
  const constant = member(schema, "const");
  const values = constant === undefined ? member(schema, "enum") : [constant];
  if (values === undefined) return isTyped || rules.length === 0;
  const types = isArray(type) ? type : isTyped ? [type] : null;
  return (
    rules.length === (isTyped ? 2 : 1) &&
    isArray(values) &&
    values.every(isScalar) &&
    values.some((value) => types === null || types.some((one) => isOfType(value, one)))
  );
}

const isScalar = (value: Json): boolean => typeof value !== "object" || value === null;

const isOfType = (value: Json, type: Json): boolean =>
  type === "null" ? value === null : type === "integer" ? Number.isInteger(value) : typeof value === type;

/** Whether the limits of a schema leave room for values. */
export const haveRoom = (schema: JsonObject): boolean =>
  numbersHaveRoom(schema) && textsHaveRoom(schema) && listsHaveRoom(schema) && objectsHaveRoom(schema);

const limit = (schema: JsonObject, keyword: string, otherwise: number): number => {
  const found = member(schema, keyword);
  return typeof found === "number" ? found : otherwise;
};

function numbersHaveRoom(schema: JsonObject): boolean {
  const [least, above] = [limit(schema, "minimum", -Infinity), limit(schema, "exclusiveMinimum", -Infinity)];
  const [most, below] = [limit(schema, "maximum", Infinity), limit(schema, "exclusiveMaximum", Infinity)];
  return (
    (least === -Infinity || above === -Infinity) &&
    (most === Infinity || below === Infinity) &&
    [least, above, most, below].every((one) => !Number.isFinite(one) || Math.abs(one) < GREATEST) &&
    Math.min(most, below) - Math.max(least, above) >= WIDTH
  );
}

function textsHaveRoom(schema: JsonObject): boolean {
  const [shortest, longest] = [limit(schema, "minLength", 0), limit(schema, "maxLength", Infinity)];
  if (shortest > longest || shortest > MOST_CHARACTERS) return false;
  const isLimited = shortest > 0 || longest < Infinity;
  const isPatterned = member(schema, "pattern") !== undefined;
  if (member(schema, "format") !== undefined) return !isLimited && !isPatterned;
  return !isPatterned || SEEDS.every((seed) => sampleText([schema], 2, randomOf(seed)) !== undefined);
}

function listsHaveRoom(schema: JsonObject): boolean {
  const [fewest, most] = [limit(schema, "minItems", 0), limit(schema, "maxItems", Infinity)];
  return fewest <= Math.min(most, member(schema, "uniqueItems") === true ? 1 : MOST_ITEMS) && most > 0;
}

/** Names that are ruled are those of a map. */
function objectsHaveRoom(schema: JsonObject): boolean {
  const required = member(schema, "required");
  const names = member(schema, "propertyNames");
  if (limit(schema, "maxProperties", Infinity) < Math.max(1, isArray(required) ? required.length : 0)) return false;
  return (
    names === undefined ||
    (isObject(names) &&
      Object.keys(names).every((keyword) => NAME_RULES.has(keyword)) &&
      textsHaveRoom({ type: "string", ...names }) &&
      required === undefined &&
      member(schema, "properties") === undefined &&
      member(schema, "additionalProperties") !== false)
  );
}

const NAME_RULES: ReadonlySet<string> = new Set(["pattern", "minLength", "maxLength"]);
