// The declarations of a document that is a schema, restated in 2020-12 when it names another dialect.
import type { Json } from "../contract.ts";
import { restatedText } from "./restated-text.ts";
import { type Found, type Mount, schemaDeclarations } from "./schema-declarations.ts";

/** The same as `schemaDeclarations`; a schema that is a whole document is in the dialect that it names. */
export function wholeDeclarations(schema: Json, mount: Mount): Found {
  if (mount.pointer !== "") return schemaDeclarations(schema, mount);
  const { text, diagnostics } = restatedText(mount.text);
  const found = schemaDeclarations(text.value, { ...mount, text });
  return { ...found, diagnostics: [...diagnostics, ...found.diagnostics] };
}
