// Random JSON values, as texts and parsed: numbers, names and strings where readers of JSON go wrong.

const NUMBERS = [
  "0",
  "-0",
  "1",
  "1.0",
  "1e0",
  "-1",
  "2",
  "3",
  "4",
  "5",
  "10",
  "0.5",
  "1.5",
  "2.5",
  "0.1",
  "0.3",
  "0.01",
  "19.99",
  "4.02",
  "-3",
];
const FAR_NUMBERS = [
  "1e-8",
  "0.0075",
  "0.010000000001",
  "9007199254740993",
  "12345678901234567890",
  "1e21",
  "1e308",
  "-1e16",
  "3e-7",
  "1.1e2",
];
const STRINGS = [
  "",
  "a",
  "b",
  "ab",
  "abc",
  "abcd",
  "A",
  "1",
  "0",
  "é",
  "e\u0301",
  "😀",
  "😀a",
  "😀😀😀",
  "a b",
  "\n",
  "foo",
  "true",
  "null",
];

export const PLAIN_NAMES = ["a", "b", "c", "ab", "foo", "bar"];
export const AWKWARD_NAMES = [
  "toString",
  "__proto__",
  "hasOwnProperty",
  "constructor",
  "valueOf",
  "",
  "a/b",
  "~",
  "a~1b",
  "é",
  "😀",
  "0",
  "1",
  "length",
  "a%b",
  'a"b',
  "a b",
  "$ref",
  "then",
];

/** Written as JSON, where -0 stays what it is. @param {unknown} value @returns {string} */
export function textOf(value) {
  if (Object.is(value, -0)) return "-0";
  if (Array.isArray(value)) return `[${value.map(textOf).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}:${textOf(inner)}`)
    .join(",")}}`;
}

/** @param {import("./random.mjs").Random} random */
export const anyNumber = (random) => JSON.parse(random.pick(random.chance(0.2) ? FAR_NUMBERS : NUMBERS));

/** @param {import("./random.mjs").Random} random */
export const anyString = (random) => (random.chance(0.1) ? random.pick([...PLAIN_NAMES, ...AWKWARD_NAMES]) : random.pick(STRINGS));

/** @param {import("./random.mjs").Random} random @param {readonly string[]} names @param {number} depth @returns {unknown} */
export function anyValue(random, names, depth) {
  switch (random.int(depth > 0 ? 9 : 5)) {
    case 0:
      return random.pick([null, true, false]);
    case 1:
    case 2:
      return anyNumber(random);
    case 3:
    case 4:
      return anyString(random);
    case 5:
    case 6:
      return Array.from({ length: random.int(4) }, () => anyValue(random, names, depth - 1));
    default:
      return Object.fromEntries(random.some(names, 0, 4).map((name) => [name, anyValue(random, names, depth - 1)]));
  }
}
