// What lowering a part of a schema needs to know besides the part.
import type { Schema } from "../contract.ts";
import type { Meet } from "./intersection.ts";
import type { Shape } from "./shape.ts";

/** How schemas become shapes. */
export interface Lowering {
  /**
   * "exact": all that TypeScript can refuse without refusing a value that the validator accepts.
   * "listed": what a reader of documents expects. A schema without a type says nothing, objects list their properties.
   */
  readonly style: "exact" | "listed";
  /** The shape of what a schema accepts, or of more. */
  readonly accepted: (schema: Schema) => Shape;
  /** The shape of what a schema refuses, or of more. */
  readonly refused: (schema: Schema) => Shape;
  readonly meet: Meet;
  /** The schema of a declaration, or undefined when it is not known. */
  readonly schemaOf: (name: string) => Schema | undefined;
  /** The shape of what a declaration refuses, or of more. */
  readonly refusedByName: (name: string) => Shape;
}
