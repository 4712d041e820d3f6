// Whether a value comes back the same from its JSON text.

/** False for what JSON has no words for, in data: -0, numbers that are too great for one, and `undefined`. */
export function isExactJson(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== "object" || value === null) return value !== undefined;
  for (const inner of Object.values(value)) if (!isExactJson(inner)) return false;
  return true;
}
