// Gives fields without a type the one that their examples have.
import type { Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { inferTogether } from "../lib/infer.ts";
import { entries, fromEntries, isObject, member } from "../lib/json.ts";
import { besideDocument } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { Described } from "./prose-tables.ts";

const TYPING = ["type", "$ref", "const", "enum", "properties"];

/** Each is a finding: with the type that was taken, or that there is none. */
export function withShownTypes(described: Described, shown: readonly Json[], around: Origin): Described {
  const diagnostics: Diagnostic[] = [];
  const unread = new Set(
    described.diagnostics.filter(({ slug }) => slug === "type-unread").map(({ origin }) => `${origin.line} ${origin.pointer}`),
  );
  const visit = (schema: JsonObject, values: readonly Json[], pointer: string): JsonObject => {
    const properties = member(schema, "properties");
    if (properties === undefined) return schema;
    const typed = entries(properties).map(([name, own]): readonly [string, Json] => {
      if (!isObject(own)) return [name, own];
      const at = pointerBelow(pointer, "properties", name);
      const inner = values.flatMap((value) => member(value, name) ?? []);
      if (TYPING.some((keyword) => Object.hasOwn(own, keyword))) return [name, visit(own, inner, at)];
      const told = inner.filter((one) => one !== null);
      const [origin = around] = described.parts[at] ?? [];
      const facts = { field: name, corrections: besideDocument(origin.file, "corrections.json") };
      const inferred = inferTogether(told);
      const kind = member(inferred, "type");
      if (typeof kind === "string") diagnostics.push(diagnostic("type-from-examples", origin, { ...facts, kind }, name.length));
      // Words for a type that are not known are a finding already.
      else if (!unread.has(`${origin.line} ${origin.pointer}`)) diagnostics.push(diagnostic("type-missing", origin, facts, name.length));
      return [name, { ...inferred, ...own }];
    });
    return { ...schema, properties: fromEntries(typed) };
  };
  const schema = visit(described.schema, shown, "");
  return { ...described, schema, diagnostics: [...described.diagnostics, ...diagnostics] };
}
