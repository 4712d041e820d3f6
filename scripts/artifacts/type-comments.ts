// The comments above types and their properties.
import type { Declaration, Schema } from "../contract.ts";
import { code, nothing, type Code } from "../lib/code.ts";
import { deprecation, descriptionOf, docComment, exampleSentence, ruleSentences, titleOf } from "./prose.ts";

/** The comment above a type: title, description, the rules of what is no interface, and every place that states it. */
export function typeComment(
  { schema, name }: Pick<Declaration, "name" | "schema">,
  isInterface: boolean,
  sources: readonly string[],
): Code {
  const title = titleOf(schema);
  const sentences = [
    title !== "" && title.replace(/\W/g, "").toLowerCase() !== name.toLowerCase() ? title : "",
    descriptionOf(schema),
    isInterface ? "" : ruleSentences(schema),
    exampleSentence(schema),
  ];
  return docComment(sentences, [...deprecation(schema), ...sources.map((source) => `@see ${source}`)], nothing);
}

/** The comment above a property. `source` says where it is stated, or "". */
export const propertyComment = (schema: Schema, source: string): Code =>
  docComment([descriptionOf(schema), ruleSentences(schema), exampleSentence(schema), source], deprecation(schema), code`  `);
