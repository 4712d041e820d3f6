// The TypeScript type of a vendor's schema, as a reader of documents expects it: see scripts/shapes/.
import type { Schema } from "../contract.ts";
import type { Code } from "../lib/code.ts";
import { LISTED } from "../shapes/lowerings.ts";
import { printProperty as printPropertyAs } from "../shapes/print-members.ts";
import { printingOf } from "../shapes/print-shape.ts";
import type { PropertyShape, Shape } from "../shapes/shape.ts";

const PRINTING = printingOf(LISTED, () => true);

/** Lowers a schema by itself. */
export const shapeOf = (schema: Schema): Shape => LISTED.accepted(schema);

/** A shape as TypeScript. */
export const printShape = (shape: Shape): Code => PRINTING.print(shape);

/** `name?: type`. */
export const printProperty = (property: PropertyShape): Code => printPropertyAs(property, PRINTING);

/** The properties of an object schema, required names without a schema of their own included. */
export function propertiesOf(schema: Schema): readonly PropertyShape[] {
  const shape = shapeOf(schema);
  return shape.kind === "object" ? shape.properties : [];
}

/** Whether a declaration is printed as an interface. */
export const isInterface = (schema: Schema): boolean => propertiesOf(schema).length > 0;
