// The members of an object type: properties and index signatures.
import { code, identifier, isIdentifier, join, propertyName, stringLiteral, type Code } from "../lib/code.ts";
import type { IsCircular } from "./circular.ts";
import { isWithin, keyPattern, type KeyPattern } from "./key-pattern.ts";
import type { Lowering } from "./lowering.ts";
import { UNKNOWN, type ObjectShape, type PropertyShape, type Shape } from "./shape.ts";
import { union } from "./union.ts";

/** What a printer needs: how exact it is to be, how shapes are intersected, which names are circular, and how inner shapes are printed. */
export interface Printing extends Pick<Lowering, "style" | "meet"> {
  readonly isCircular: IsCircular;
  readonly print: (shape: Shape) => Code;
}

/** The members, index signatures last. */
export const printMembers = (shape: ObjectShape, printing: Printing): readonly Code[] => [
  ...membersOf(shape, printing).map((property) => printProperty(property, printing)),
  ...indexSignatures(shape, printing),
];

/** `name?: type`. */
export const printProperty = ({ name, optional, shape }: PropertyShape, printing: Printing): Code =>
  code`${propertyName(name, "type")}${optional ? code`?` : code``}: ${printing.print(shape)}`;

/** What TypeScript finds in every object (`Object` of its standard library), and JSON does not. */
const INHERITED: ReadonlySet<string> = new Set([
  "constructor",
  "toString",
  "toLocaleString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
]);

/** The properties that are printed. In an exact type, an optional one that every object inherits may hold anything. */
export function membersOf(shape: ObjectShape, { style }: Printing): readonly PropertyShape[] {
  if (style === "listed") return shape.properties;
  const values = valuesOf(shape);
  if (values.kind === "never") return [];
  const isFree = ({ name, optional }: PropertyShape): boolean => optional && INHERITED.has(name);
  const isAlone = isClosed(shape) || (values.kind === "unknown" && shape.patterns.length === 0);
  return isAlone
    ? shape.properties.map((property) => (isFree(property) ? { ...property, shape: UNKNOWN } : property))
    : shape.properties.filter((property) => !isFree(property));
}

/**
 * Whether an object has the named properties and no others. TypeScript has no words for it, and finds other properties best where there is
 * no signature: in object literals, and in values that share no property with the type.
 */
const isClosed = ({ properties, patterns, others }: ObjectShape): boolean =>
  others.kind === "never" && patterns.length === 0 && properties.some(({ shape }) => shape.kind !== "never");

/** What `[key: string]` must allow: TypeScript wants all properties to fit it. Known texts beside any text help nobody here. */
function valuesOf(shape: ObjectShape): Shape {
  const { properties, patterns, others } = shape;
  if (!isRegular(shape)) return UNKNOWN;
  const values = union([others, ...[...patterns, ...properties].map((part) => part.shape)]);
  const isText = (part: Shape): boolean => part.kind === "literal" && typeof part.value === "string";
  return values.kind === "union" && values.parts.some(({ kind }) => kind === "string")
    ? union(values.parts.filter((part) => !isText(part)))
    : values;
}

/** Whether all properties can be seen to fit signatures beside them. */
const isRegular = ({ properties, patterns }: ObjectShape): boolean =>
  [...properties, ...patterns].every(({ shape }) => isComparable(shape));

/** TypeScript finds some intersections of objects not assignable to the same type written twice. */
function isComparable(shape: Shape): boolean {
  switch (shape.kind) {
    case "intersection":
      return shape.parts.every(({ kind }) => kind === "reference");
    case "union":
      return shape.parts.every(isComparable);
    case "array":
      return [...shape.first, shape.rest].every(isComparable);
    case "object":
      return isRegular(shape) && isComparable(shape.others);
    default:
      return true;
  }
}

/**
 * `[key: string]: …`, where it says something, and where TypeScript would otherwise ask for at least one of the optional properties. In a
 * listed type only where there is no property.
 */
export function indexSignatures(shape: ObjectShape, printing: Printing): readonly Code[] {
  if (printing.style === "listed" && shape.properties.length > 0) return [];
  const values = valuesOf(shape);
  if (printing.style === "listed") return [code`[key: string]: ${printing.print(values.kind === "never" ? UNKNOWN : values)}`];
  if (isClosed(shape)) return [];
  const byPattern = patternSignatures(shape, printing);
  const isNeeded = values.kind !== "unknown" || (byPattern.length === 0 && shape.properties.every(({ optional }) => optional));
  const optional = membersOf(shape, printing).some((property) => property.optional);
  return isNeeded ? [...byPattern, code`[key: string]: ${orUndefined(values, optional, printing)}`] : byPattern;
}

/** Without exactOptionalPropertyTypes, an optional property that a signature speaks of may be undefined too. */
const orUndefined = (values: Shape, optional: boolean, printing: Printing): Code =>
  optional && values.kind !== "unknown" ? code`${printing.print(values)} | undefined` : printing.print(values);

/** ``[key: `x-${string}`]: …`` for each pattern that TypeScript has words for. */
function patternSignatures(shape: ObjectShape, printing: Printing): readonly Code[] {
  if (!isRegular(shape)) return [];
  const worded = shape.patterns.flatMap((one) => {
    const keys = keyPattern(one.pattern);
    return keys === null || keys === "all" ? [] : [{ ...one, keys }];
  });
  return worded.flatMap(({ pattern, keys }) => {
    // A signature for some keys must fit the signatures for more keys.
    const values = worded
      .filter((other) => isWithin(keys, other.keys))
      .map((other) => other.shape)
      .reduce(printing.meet, UNKNOWN);
    const matching = new RegExp(pattern, "u");
    const optional = membersOf(shape, printing).some((property) => property.optional && matching.test(property.name));
    return values.kind === "unknown" ? [] : [code`[key: ${printKeys(keys)}]: ${orUndefined(values, optional, printing)}`];
  });
}

const printKeys = ({ begins, text, ends }: Exclude<KeyPattern, "all">): Code =>
  code`\`${begins ? code`` : code`\${string}`}${printText(text)}${ends ? code`` : code`\${string}`}\``;

/** Text inside a template: as it is where it is words and hyphens, else as a literal in a hole. */
const printText = (text: string): Code => {
  const pieces = text.split("-");
  return pieces.every((piece) => piece === "" || (isIdentifier(piece) && !piece.includes("$")))
    ? join(
        pieces.map((piece) => (piece === "" ? code`` : identifier(piece))),
        code`-`,
      )
    : code`\${${stringLiteral(text)}}`;
};
