// What is made of many measurements.

/**
 * @param {readonly number[]} values
 * @param {number} part 0.5 for the median
 */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}

export const median = (values) => quantile(values, 0.5);
