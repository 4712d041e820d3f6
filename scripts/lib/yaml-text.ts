// What YAML takes for a number or a truth value, as the text that its author wrote.
import type { Contract, Json, Origin } from "../contract.ts";

export const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

/** The text of a scalar at a place; null when it is a text or null already, or when its document is not YAML. */
export function yamlText(value: Json, { file, pointer }: Origin, { written = {} }: Contract): string | null {
  if ((typeof value !== "number" && typeof value !== "boolean") || !isYaml(file)) return null;
  const place = `${file}#${pointer}`;
  return Object.hasOwn(written, place) ? (written[place] ?? null) : String(value);
}
