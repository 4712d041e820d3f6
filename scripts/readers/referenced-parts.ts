// Declarations for what references name in files that hold schemas under names of their own choice.
import type { Contract, Declaration, Diagnostic } from "../contract.ts";
import { stringMember } from "../lib/json.ts";
import { located } from "../lib/origin.ts";
import { pointedAt } from "../lib/pointer.ts";
import { visitSchema } from "../lib/schema-walk.ts";
import type { Web } from "../lib/web.ts";
import { pascalCase } from "../lib/words.ts";
import { absoluteReference } from "../passes/resolve-reference.ts";
import { emptyContract, type ValueText } from "./reader.ts";
import { wholeDeclarations } from "./whole-declarations.ts";
import { readValue } from "./value-text.ts";

/** The parts of `stores` (files that no reader recognises) that declarations refer to, and what those refer to in turn. */
export async function referencedParts(
  vendor: string,
  declarations: readonly Declaration[],
  stores: ReadonlyMap<string, string>,
  web: Web,
): Promise<Contract> {
  const texts = new Map<string, ValueText>();
  const diagnostics: Diagnostic[] = [];
  for (const [file, text] of stores) {
    const read = await readValue(located(file, text));
    diagnostics.push(...read.diagnostics);
    if (read.text !== null) texts.set(file, read.text);
  }
  const found = new Map<string, Declaration>();
  // A reader that follows references into other files has declared what it met there.
  const known = new Set(declarations.flatMap(({ origins }) => origins.map(({ file, pointer }) => `${file}#${pointer}`)));
  const open = [...declarations];
  for (let from = open.pop(); from !== undefined; from = open.pop())
    for (const address of fileReferences(from, web)) {
      const [file = "", pointer = ""] = address.split("#", 2);
      const text = texts.get(file);
      const schema = text === undefined ? undefined : pointedAt(text.value, pointer);
      if (text === undefined || schema === undefined || found.has(address) || known.has(`${file}#${pointer}`)) continue;
      const name = pascalCase(pointer.split("/").at(-1) ?? "") || pascalCase((file.split("/").at(-1) ?? "").replace(/\.\w+$/, ""));
      // A part speaks the language of the document that refers to it.
      const language = from.openapi === undefined ? {} : { openapi: from.openapi };
      const read = wholeDeclarations(schema, { text, pointer, address, name, supplied: false, ...language });
      diagnostics.push(...read.diagnostics);
      read.declarations.forEach((declaration) => found.set(declaration.addresses[0] ?? address, declaration));
      open.push(...read.declarations);
    }
  return { ...emptyContract(vendor, diagnostics), declarations: [...found.values()] };
}

/** The references of a declaration, with their path from the schemas folder. Those within its own file count when the file is such a store. */
function fileReferences({ schema, origins }: Declaration, web: Web): readonly string[] {
  const from = origins[0]?.file ?? "";
  const found: string[] = [];
  visitSchema(schema, (inner) => {
    const reference = stringMember(inner, "$ref");
    const address = reference === undefined ? null : absoluteReference(reference, from, web);
    if (address !== null) found.push(address.startsWith("#") ? `${from}${address}` : address);
  });
  return found;
}
