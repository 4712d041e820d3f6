// types.ts: one interface or alias for each declaration that is no list of values.
import type { Declaration } from "../contract.ts";
import { code, identifier, join, type Code } from "../lib/code.ts";
import { isSchema, stringMember } from "../lib/json.ts";
import { visitSchema } from "../lib/schema-walk.ts";
import type { VendorArtifact } from "./artifact.ts";
import { enumShape } from "../lib/enum-shape.ts";
import { headerOf } from "./header.ts";
import { ownSource, sourceOf } from "./prose.ts";
import { isInterface, printProperty, printShape, propertiesOf, shapeOf } from "./shape.ts";
import { propertyComment, typeComment } from "./type-comments.ts";

export const types: VendorArtifact = {
  template: "src/vendor/types.ts",
  view: (vendor) => {
    const { declarations } = vendor.contract;
    const enums = new Set(declarations.filter((declaration) => enumShape(declaration) !== null).map(({ name }) => name));
    const printed = declarations.filter(({ name }) => !enums.has(name));
    const used = new Set(printed.flatMap(referencesOf).filter((name) => enums.has(name)));
    return {
      header: headerOf(vendor),
      imports: used.size === 0 ? null : join([...used].toSorted().map(identifier), code`, `),
      declarations: printed.map(declarationView),
    };
  },
};

const declarationView = (declaration: Declaration): { readonly [name: string]: Code | boolean | readonly Code[] } => ({
  comment: declarationComment(declaration),
  name: identifier(declaration.name),
  isInterface: isInterface(declaration.schema),
  type: printShape(shapeOf(declaration.schema)),
  properties: isInterface(declaration.schema)
    ? propertiesOf(declaration.schema).map(
        (property) => code`${propertyComment(property.schema, ownSource(declaration, property.name))}  ${printProperty(property)};`,
      )
    : [],
});

/** The comment above a type, with every place that states it. */
export const declarationComment = (declaration: Declaration): Code =>
  typeComment(declaration, isInterface(declaration.schema), [...new Set(declaration.origins.map(sourceOf))]);

/** The declarations that a declaration's type names. */
function referencesOf({ schema }: Declaration): readonly string[] {
  const names: string[] = [];
  visitSchema(schema, (inner) => {
    const name = isSchema(inner) ? stringMember(inner, "$ref") : undefined;
    if (name !== undefined) names.push(name);
  });
  return names;
}
