// The order of texts: by UTF-16 code units, the same in every locale.

/** Compares two texts for `sort`. */
export const compareUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
