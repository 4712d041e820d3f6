// Reads misspelt words for people as what they mean: `descrciption`, `tittle`, `exmaple`. Misspelt rules are left to the pass that checks keywords.
import type { Contract } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { keywordOf } from "../keywords/registry.ts";
import { entries, fromEntries, member } from "../lib/json.ts";
import { keywordMeant } from "../lib/keyword-meant.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

/** Nothing that is checked hangs on these, so a guess can do no harm. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  "title",
  "description",
  "example",
  "examples",
  "deprecated",
  "default",
  "readOnly",
  "writeOnly",
]);
const READ_ELSEWHERE: ReadonlySet<string> = new Set(["example", "nullable"]);

export const misspeltAnnotations = (contract: Contract): Contract =>
  rewriteSchemas(
    contract,
    (schema, at, report) => {
      let changed = false;
      const read = entries(schema).map(([keyword, value]) => {
        const meant = isMisspelt(keyword) ? keywordMeant(keyword) : null;
        if (meant === null || member(schema, meant) !== undefined) return [keyword, value] as const;
        changed = true;
        report(diagnostic("keyword-misspelt", at(keyword), { keyword: JSON.stringify(keyword), meant }, keyword.length));
        return [meant, value] as const;
      });
      return changed ? fromEntries(read) : schema;
    },
    isMisspelt,
  );

const isMisspelt = (keyword: string): boolean =>
  keywordOf(keyword) === undefined && !READ_ELSEWHERE.has(keyword) && FOR_PEOPLE.has(keywordMeant(keyword) ?? "");
