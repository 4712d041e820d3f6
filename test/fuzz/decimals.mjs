// Whether a number is a multiple of another, in exact decimal arithmetic on what their texts say.

/** The shortest text of a double as a whole number and a power of ten. @param {number} value @returns {[digits: bigint, exponent: number]} */
function decimal(value) {
  const [coefficient, exponent = "0"] = value.toExponential().split("e");
  const [whole, fraction = ""] = coefficient.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

/** @param {number} value @param {number} factor */
export function isMultiple(value, factor) {
  const [a, down] = decimal(value);
  const [b, up] = decimal(factor);
  const least = Math.min(down, up);
  return (a * 10n ** BigInt(down - least)) % (b * 10n ** BigInt(up - least)) === 0n;
}
