// Either of several shapes.
import { anyOfKind, isAny, KINDS, NEVER, UNKNOWN, type ObjectShape, type PropertyShape, type Shape } from "./shape.ts";
import { shapeText } from "./shape-text.ts";

/** The union, without what says nothing more. A list of known texts stays beside `string`: editors show it. */
export function union(parts: readonly Shape[]): Shape {
  const flat = joined(
    unique(parts.flatMap((part) => (part.kind === "union" ? part.parts : [part]))).filter(({ kind }) => kind !== "never"),
  );
  const whole: ReadonlySet<string> = new Set(flat.filter(isAny).map(({ kind }) => kind));
  const left = flat.filter(
    (part) => isAny(part) || !(whole.has(part.kind) || (part.kind === "literal" && whole.has(literalKind(part.value)))),
  );
  const [only] = left;
  if (only === undefined) return NEVER;
  if (left.length === 1) return only;
  const isEverything = KINDS.every((kind) => whole.has(kind)) || whole.has("unknown");
  return isEverything ? UNKNOWN : { kind: "union", parts: left };
}

/** Texts are never absorbed. */
const literalKind = (value: boolean | number | string): Shape["kind"] =>
  typeof value === "boolean" ? "boolean" : typeof value === "number" ? "number" : "never";

export const unique = (shapes: readonly Shape[]): readonly Shape[] =>
  shapes.length < 2 ? shapes : [...new Map(shapes.map((shape) => [shapeText(shape), shape])).values()];

/** `true | false` is `boolean`, and `{ a?: never } | { a: string }` is `{ a?: string }`. */
function joined(parts: readonly Shape[]): readonly Shape[] {
  const truths = parts.filter((part) => part.kind === "literal" && typeof part.value === "boolean");
  const [first] = truths;
  const plain =
    truths.length < 2 ? parts : parts.flatMap((part) => (part === first ? [anyOfKind("boolean")] : truths.includes(part) ? [] : [part]));
  const objects: Shape[] = [];
  for (const part of plain) {
    const at = part.kind === "object" ? objects.findIndex((other) => other.kind === "object" && withOrWithout(other, part) !== null) : -1;
    const other = objects[at];
    const both = part.kind === "object" && other?.kind === "object" ? withOrWithout(other, part) : null;
    if (both === null) objects.push(part);
    else objects[at] = both;
  }
  return objects;
}

/** One shape for two that differ in one property only, which one of them forbids. */
function withOrWithout(a: ObjectShape, b: ObjectShape): ObjectShape | null {
  if (a.properties.length !== b.properties.length || ![...a.properties, ...b.properties].some(isAbsent)) return null;
  const differing = a.properties.filter((property, index) => !isSame(property, b.properties[index]));
  const [one] = differing;
  const index = one === undefined ? -1 : a.properties.indexOf(one);
  const other = b.properties[index];
  if (one === undefined || other === undefined || differing.length !== 1 || one.name !== other.name) return null;
  if (shapeText({ ...a, properties: [] }) !== shapeText({ ...b, properties: [] })) return null;
  const kept = isAbsent(one) ? other : isAbsent(other) ? one : null;
  return kept === null
    ? null
    : { ...a, properties: a.properties.map((property) => (property === one ? { ...kept, optional: true } : property)) };
}

const isAbsent = ({ optional, shape }: PropertyShape): boolean => optional && shape.kind === "never";

const isSame = (a: PropertyShape, b: PropertyShape | undefined): boolean =>
  a.name === b?.name && a.optional === b.optional && shapeText(a.shape) === shapeText(b.shape);
