// The text of TypeScript declarations for linked schemas.
import { propertyComment, typeComment } from "../artifacts/type-comments.ts";
import type { Schema } from "../contract.ts";
import { code, identifier, join, type Code } from "../lib/code.ts";
import { exactLowering } from "./lowerings.ts";
import { indexSignatures, membersOf, printProperty, type Printing } from "./print-members.ts";
import { printingOf } from "./print-shape.ts";
import { UNKNOWN, type Shape } from "./shape.ts";
import { circularNames } from "./circular.ts";

/** A schema and its name: the part of a linked declaration that its type is made of. */
export interface Named {
  readonly name: string;
  readonly schema: Schema;
}

/**
 * `export interface Value { … }` or `export type Value = …;` for each declaration, an empty line between them. Every value that a schema
 * accepts is assignable to its type. References are names of the declarations given.
 */
export function typeDeclarations(declarations: readonly Named[]): Code {
  const lowering = exactLowering(new Map(declarations.map(({ name, schema }) => [name, schema])));
  const shapes = new Map(declarations.map(({ name, schema }) => [name, lowering.accepted(schema)]));
  const printing = printingOf(
    lowering,
    circularNames((name) => shapes.get(name)),
  );
  return join(
    declarations.map((declaration) => typeDeclaration(declaration, shapes.get(declaration.name) ?? UNKNOWN, printing)),
    code`\n`,
  );
}

function typeDeclaration({ name, schema }: Named, shape: Shape, printing: Printing): Code {
  const members = shape.kind === "object" ? membersOf(shape, printing) : [];
  const comment = typeComment({ name, schema }, members.length > 0, []);
  if (shape.kind !== "object" || members.length === 0) return code`${comment}export type ${identifier(name)} = ${printing.print(shape)};\n`;
  const lines = [
    ...members.map((property) => code`${propertyComment(property.schema, "")}  ${printProperty(property, printing)};\n`),
    ...indexSignatures(shape, printing).map((signature) => code`  ${signature};\n`),
  ];
  return code`${comment}export interface ${identifier(name)} {\n${join(lines)}}\n`;
}
