// The object around a described one, as far as examples show it.
import type { Declaration, Diagnostic, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { inferTogether } from "../lib/infer.ts";
import { fromEntries, isObject, member } from "../lib/json.ts";
import { besideDocument } from "../lib/parts.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import type { PageExample } from "./page-examples.ts";

interface Envelope {
  readonly declaration: Declaration;
  readonly diagnostics: readonly Diagnostic[];
}

/** The object around `object`, which stands at a pointer. Members that every example has are required: no table speaks of them. */
export function envelope(at: string, name: string, summary: JsonObject, examples: readonly PageExample[], object: Declaration): Envelope {
  const values = examples.map(({ text }) => text.value).filter(isObject);
  const [inner = ""] = pointerKeys(at);
  const names = [...new Set(values.flatMap((value) => Object.keys(value)))];
  const whole = examples.filter(({ partial }) => !partial).map(({ text }) => text.value);
  const place = (key: string): readonly Origin[] => examples.flatMap(({ text }) => text.origin(pointerBelow("", key)) ?? []).slice(0, 1);
  const shown = (key: string): JsonObject => inferTogether(values.flatMap((value) => member(value, key) ?? []));
  const declaration: Declaration = {
    name,
    addresses: [`#${name}`],
    schema: {
      type: "object",
      ...summary,
      required: names.filter((key) => whole.every((value) => member(value, key) !== undefined)),
      properties: fromEntries(names.map((key) => [key, key === inner ? { $ref: `#${object.name}` } : shown(key)])),
    },
    origins: examples.slice(0, 1).map(({ origin }) => origin),
    parts: Object.fromEntries(names.map((key) => [pointerBelow("/properties", key), place(key)])),
    supplied: object.supplied,
    statedBy: "text",
  };
  const others = names.filter((key) => key !== inner).join(", ");
  const [first] = place(inner);
  if (first === undefined) return { declaration, diagnostics: [] };
  const facts = {
    field: inner,
    others: others === "" ? "what stands" : others,
    corrections: besideDocument(first.file, "corrections.json"),
  };
  return { declaration, diagnostics: [diagnostic("envelope-from-examples", first, facts, inner.length + 2)] };
}
