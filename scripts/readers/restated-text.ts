// A document in the keywords of 2020-12, with the places of the text in which its author wrote it.
import type { Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { DIALECTS, dialectNamed } from "../dialects/dialect.ts";
import { stringMember } from "../lib/json.ts";
import { restateDocument } from "../linking/restate-document.ts";
import type { ValueText } from "./reader.ts";

interface RestatedText {
  readonly text: ValueText;
  readonly diagnostics: readonly Diagnostic[];
}

/** Restates a document in the dialect that its `$schema` names. Without `$schema`, and with one that nobody knows, it stays as it is. */
export function restatedText(text: ValueText): RestatedText {
  const named = stringMember(text.value, "$schema");
  if (named === undefined) return { text, diagnostics: [] };
  const dialect = dialectNamed(named);
  if (dialect === undefined) {
    const origin = text.origin("/$schema");
    const facts = { dialect: named, known: DIALECTS.join(", "), instead: DIALECTS.at(-1) ?? "" };
    return { text, diagnostics: origin === undefined ? [] : [diagnostic("dialect-unknown", origin, facts, text.length("/$schema"))] };
  }
  const { value, moved, findings } = restateDocument(text.value, dialect);
  const diagnostics = findings.flatMap(({ code, pointer, facts }) => {
    const origin = text.origin(pointer);
    return origin === undefined ? [] : [diagnostic(code, origin, facts, text.length(pointer))];
  });
  const before = (pointer: string): string => {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
      const from = moved.get(pointer.slice(0, end));
      if (from !== undefined) return from + pointer.slice(end);
    }
    return pointer;
  };
  return {
    text: { value, origin: (pointer) => text.origin(before(pointer)), length: (pointer) => text.length(before(pointer)) },
    diagnostics,
  };
}
