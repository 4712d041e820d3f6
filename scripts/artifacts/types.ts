// types.ts: one interface or alias for each declaration that is no list of values.
import type { Declaration } from "../contract.ts";
import { code, identifier, join, nothing, type Code } from "../lib/code.ts";
import { isSchema, stringMember } from "../lib/json.ts";
import { visitSchema } from "../lib/schema-walk.ts";
import type { VendorArtifact } from "./artifact.ts";
import { enumShape } from "../lib/enum-shape.ts";
import { headerOf } from "./header.ts";
import { deprecation, descriptionOf, docComment, exampleSentence, ownSource, ruleSentences, sourceOf, titleOf } from "./prose.ts";
import { isInterface, printProperty, printShape, propertiesOf, shapeOf } from "./shape.ts";

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
        (property) => code`${propertyComment(declaration, property.name, property.schema)}  ${printProperty(property)};`,
      )
    : [],
});

/** The comment above a type: title, description, rules, and every place that states it. */
export function declarationComment({ schema, origins, name }: Declaration): Code {
  const title = titleOf(schema);
  const description = descriptionOf(schema);
  const sentences = [
    title !== "" && title.replace(/\W/g, "").toLowerCase() !== name.toLowerCase() ? title : "",
    description,
    isInterface(schema) ? "" : ruleSentences(schema),
    exampleSentence(schema),
  ];
  const sources = [...new Set(origins.map(sourceOf))];
  return docComment(sentences, [...deprecation(schema), ...sources.map((source) => `@see ${source}`)], nothing);
}

function propertyComment(declaration: Declaration, name: string, schema: Parameters<typeof descriptionOf>[0]): Code {
  const sentences = [descriptionOf(schema), ruleSentences(schema), exampleSentence(schema), ownSource(declaration, name)];
  return docComment(sentences, deprecation(schema), code`  `);
}

/** The declarations that a declaration's type names. */
function referencesOf({ schema }: Declaration): readonly string[] {
  const names: string[] = [];
  visitSchema(schema, (inner) => {
    const name = isSchema(inner) ? stringMember(inner, "$ref") : undefined;
    if (name !== undefined) names.push(name);
  });
  return names;
}
