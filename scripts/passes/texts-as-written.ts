// Reads the values of texts in YAML that lack quotes, `enum: [01, 02]` of type string, as they are written.
import type { Contract, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, isArray, member } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { isYaml, yamlText } from "../lib/yaml-text.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

export function textsAsWritten(contract: Contract): Contract {
  if (!contract.declarations.some(({ origins }) => origins.some(({ file }) => isYaml(file)))) return contract;
  return rewriteSchemas(contract, (schema, at, report) => {
    if (!isText(member(schema, "type"))) return schema;
    let changed = false;
    const read = (value: Json, keyword: string, ...steps: readonly number[]): Json => {
      if (typeof value === "string") return value;
      const origin = at(keyword);
      const text = yamlText(value, { ...origin, pointer: pointerBelow(origin.pointer, ...steps) }, contract);
      if (text === null) return value;
      changed = true;
      report(diagnostic("text-without-quotes", origin, { text }, keyword.length));
      return text;
    };
    const all = entries(schema).map(([keyword, value]) => {
      if (keyword === "const" || keyword === "default") return [keyword, read(value, keyword)] as const;
      if (keyword === "enum" && isArray(value)) return [keyword, value.map((one, index) => read(one, keyword, index))] as const;
      return [keyword, value] as const;
    });
    return changed ? fromEntries(all) : schema;
  });
}

/** Whether a type lets texts pass, and nothing else but null. */
const isText = (type: Json | undefined): boolean =>
  type === "string" || (isArray(type) && type.includes("string") && type.every((one) => one === "string" || one === "null"));
