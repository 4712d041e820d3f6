// How far two texts are apart.

/** How many characters must be added, removed, replaced or exchanged with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, unit] of left.entries()) {
    const next = [index + 1];
    for (const [at, other] of right.entries()) {
      const replaced = (row[at] ?? 0) + (unit === other ? 0 : 1);
      const exchanged =
        index > 0 && at > 0 && unit === right[at - 1] && left[index - 1] === other ? (before[at - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, replaced, exchanged));
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
