// A shape as TypeScript.
import { code, identifier, join, jsonText, type Code } from "../lib/code.ts";
import type { IsCircular } from "./circular.ts";
import type { Lowering } from "./lowering.ts";
import { printMembers, type Printing } from "./print-members.ts";
import { printTuple } from "./print-tuple.ts";
import type { Shape } from "./shape.ts";

/** How a lowering's shapes are printed. */
export const printingOf = ({ style, meet }: Pick<Lowering, "style" | "meet">, isCircular: IsCircular): Printing => {
  const known = new WeakMap<Shape, Code>();
  const printing: Printing = {
    style,
    meet,
    isCircular,
    print: (shape) => {
      const printed = known.get(shape) ?? printShape(shape, printing);
      known.set(shape, printed);
      return printed;
    },
  };
  return printing;
};

/** A shape as TypeScript. */
function printShape(shape: Shape, printing: Printing): Code {
  switch (shape.kind) {
    case "literal":
      return jsonText(shape.value);
    case "reference":
      return identifier(shape.name);
    case "array":
      return printTuple(shape, { ...printing, printAtom: (item) => printAtom(item, printing) });
    case "object":
      return code`{ ${join(printMembers(shape, printing), code`; `)} }`;
    case "union":
      return isOpen(shape.parts)
        ? code`${printUnion(
            shape.parts.filter(({ kind }) => kind !== "string"),
            printing,
          )} | (string & {})`
        : printUnion(shape.parts, printing);
    case "intersection":
      return join(
        shape.parts.map((part) => printAtom(part, printing)),
        code` & `,
      );
    default:
      return identifier(shape.kind);
  }
}

const printUnion = (parts: readonly Shape[], printing: Printing): Code =>
  join(
    parts.map((part) => printAtom(part, printing)),
    code` | `,
  );

/** Known texts beside any text: the known ones stay visible to editors as `"a" | (string & {})`. */
const isOpen = (parts: readonly Shape[]): boolean =>
  parts.some(({ kind }) => kind === "string") &&
  parts.some((part) => (part.kind === "literal" && typeof part.value === "string") || part.kind === "reference");

const printAtom = (shape: Shape, printing: Printing): Code =>
  shape.kind === "union" || shape.kind === "intersection" ? code`(${printShape(shape, printing)})` : printShape(shape, printing);
