// Reports keywords that are not known or not well stated: nothing that could forbid a value is ignored.
import type { Contract, Diagnostic, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isCheckedFormat } from "../keywords/format.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, isArray, isSchema, valueWords } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { visitSchema } from "../lib/schema-walk.ts";

/** The members or items of a keyword's value. */
const innerValues = (value: Json): readonly (readonly [string | number, Json])[] =>
  isArray(value) ? value.map((item, index) => [index, item] as const) : entries(value);

export function checkKeywords(contract: Contract): Contract {
  const diagnostics: Diagnostic[] = [];
  for (const declaration of contract.declarations)
    visitSchema(declaration.schema, (schema, pointer) => {
      if (!isSchema(schema)) return;
      for (const [keyword, value] of entries(schema)) {
        const origin = partOrigin(declaration, pointerBelow(pointer, keyword));
        const known = keywordOf(keyword);
        const length = keyword.length + (declaration.statedBy === "schema" ? 2 : 0);
        const expected = known?.accepts(value);
        for (const [at, inner] of known?.holds === "list" || known?.holds === "map" ? innerValues(value) : [])
          if (!isSchema(inner))
            diagnostics.push(
              diagnostic("schema-expected", partOrigin(declaration, pointerBelow(pointer, keyword, at)), { actual: valueWords(inner) }),
            );
        if (known === undefined) diagnostics.push(diagnostic("keyword-unknown", origin, { keyword: JSON.stringify(keyword) }, length));
        else if (typeof expected === "string") diagnostics.push(diagnostic("keyword-value", origin, { keyword, expected }, length));
        else if (keyword === "format" && !isCheckedFormat(value))
          diagnostics.push(diagnostic("format-unknown", origin, { format: String(value) }, length));
      }
    });
  return { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
}
