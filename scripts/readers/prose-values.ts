// Lists of values and constants as sentences state them: "Possible values: a, b.", "One of a or b.", "Always x."

/** What sentences say of a field's values, as they are spelt. */
export interface StatedValues {
  readonly constant?: string;
  readonly values?: readonly string[];
}

const MOST_WORDS = 4;
/** A value without blanks: a code, a name, a number. */
const TOKEN = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/@+$&%*-]*$/u;
const QUOTED = /^(?:"([^"]+)"|“([^”]+)”|'([^']+)'|‘([^’]+)’|`([^`]+)`)$/;

/** What announces values, which then go to the end of the sentence. Strong words announce nothing else; values after the weakest ones are in quotes, or one is in an example. */
const ANNOUNCED: readonly { readonly pattern: RegExp; readonly strength: "strong" | "weak" | "shown" }[] = [
  {
    pattern:
      /\b(?:possible|allowed|valid|accepted|supported|available|permitted|known|enum|enumerated)\s+(?:enum\s+|string\s+)?(?:values?|options|statuses|types|states)(?:\s+(?:for|of)\s+(?:this|the)\s+[a-z]+)?(?:\s+(?:are|is)\s+|(?:\s+(?:are|is|include))?\s*[:\-–—]\s*)(?:(?:one of|either)\s+)?/i,
    strength: "strong",
  },
  {
    pattern: /\b(?:one of the following(?:\s+values)?|values|options|enum|enumeration|permitted|either|one of)\s*:\s*/i,
    strength: "strong",
  },
  { pattern: /\b(?:either|one of(?: the following)?|any of)\s+/i, strength: "weak" },
  { pattern: /\b(?:can|may|must|will|could|should)\s+(?:only\s+)?be\s+/i, strength: "shown" },
  { pattern: /(?<!\b(?:examples?|formats?|like|as|instance|including|includes?|e\.g\.))\s*:\s+|(?<!\be\.g\. )\(/i, strength: "shown" },
];

/** What announces a constant. After weak words it is in quotes, or an example has it, or it is a code where only that fits; after "always" a plain word is none that no example has. */
const CONSTANTS: readonly { readonly pattern: RegExp; readonly strength: "strong" | "always" | "code" | "weak" }[] = [
  {
    pattern:
      /\b(?:(?:always\s+)?set\s+to|equals|always\s+equals?|always\s+has\s+the\s+value|the\s+value\s+is\s+always|(?:must|will)\s+always\s+be|fixed\s+(?:value|to)\s*:?|constant\s+value|constant\s*:|constant\s+value\s*:|has\s+the\s+value)\s+(?:the\s+(?:string|value)\s+)?/gi,
    strength: "strong",
  },
  { pattern: /\b(?:is\s+)?always\s+(?:the\s+(?:string|value)\s+)?/gi, strength: "always" },
  { pattern: /\b(?:(?:will|must)\s+be|the\s+value\s+is)\s+(?:the\s+(?:string|value)\s+)?/gi, strength: "code" },
  { pattern: /\b(?:should\s+be|equal\s+to|value\s*:|the\s+(?:string|literal|value))\s+/gi, strength: "weak" },
];

/** A name in parts, which is no word of a sentence: `payment.created`. */
const CODE = /^[a-z][a-z\d]*(?:[._:][a-z][a-z\d]*)+$/i;

/** Words that follow "always" and say nothing of a value. */
const NO_VALUE =
  /^(?:present|returned|included|sent|set|required|available|populated|provided|given|empty|positive|negative|lowercase|uppercase|unique|the|a|an|in|be|been|refers|UTC|null|there|shown|used|use)$/i;

/** Reads the sentences of a description. Lines of their own after a colon are values too. `shown` are the values that examples have. */
export function statedValues(description: string, shown: readonly string[] = []): StatedValues {
  const constant = constantIn(description, shown);
  if (constant !== undefined) return { constant };
  const values = listBelow(description) ?? announced(description, shown) ?? bareList(description);
  return values === undefined ? {} : { values };
}

function constantIn(description: string, shown: readonly string[]): string | undefined {
  for (const { pattern, strength } of CONSTANTS)
    for (const match of description.matchAll(pattern)) {
      const rest = description.slice(match.index + match[0].length);
      const quoted = /^(["“'‘`])([^"”'’`\n]+)["”'’`](?=$|[\s.,;)])/.exec(rest)?.[2];
      if (quoted !== undefined && endsThere(rest, quoted.length + 2)) return quoted;
      // The sentence must end with it: "set to true when …" states none.
      const [, value = "", end] = /^([^\s,;)]+?)([.;)]?)(?=\s|$)/.exec(rest) ?? [];
      const ended = end !== "" || rest.length === value.length || /^\s*(?:\n|\(|(?:for|in|on) this\b)/.test(rest.slice(value.length));
      if (quoted !== undefined || !ended || !TOKEN.test(value) || NO_VALUE.test(value)) continue;
      const isPlain = /^[a-z]+$/i.test(value);
      const isSure =
        strength === "strong" ||
        shown.includes(value) ||
        (strength === "code" && CODE.test(value)) ||
        (strength === "always" && (shown.length === 0 || !isPlain));
      if (isSure) return value;
    }
  return undefined;
}

/** Whether nothing is said after a place that would make it a condition: "set to `x` when …". */
const endsThere = (text: string, at: number): boolean => /^\s*(?:$|[.,;)\n(]|for\b|in this\b|on this\b)/.test(text.slice(at));

/** "Type of the address, either:\nbilling\nshipping" → billing, shipping. */
function listBelow(description: string): readonly string[] | undefined {
  const [before = "", ...lines] = description.split("\n");
  const start = [before, ...lines].findIndex((line) => /:\s*$/.test(line));
  if (start === -1) return undefined;
  const listed = [before, ...lines].slice(start + 1).filter((line) => line.trim() !== "");
  const values = listed.flatMap((line) => valueOfLine(line) ?? []);
  return values.length > 0 && values.length === listed.length ? values : undefined;
}

/** Whether a line by itself can be a value, perhaps with its meaning behind a dash. */
export const isValueLine = (line: string): boolean => valueOfLine(line) !== undefined;

function valueOfLine(line: string): string | undefined {
  const [head = ""] = line
    .trim()
    .replace(/^[-*+•◦]\s+/, "")
    .split(/\s*(?:\s[-–—]|:)\s+|\s+\(/);
  return valueOf(head.replace(/[.,;]$/, ""), 2);
}

function announced(description: string, shown: readonly string[]): readonly string[] | undefined {
  for (const { pattern, strength } of ANNOUNCED) {
    const match = pattern.exec(description);
    if (match === null) continue;
    const text = description.slice(match.index + match[0].length);
    const found = listIn(text, strength === "strong");
    const sure =
      strength !== "shown" ||
      found?.some((value) => shown.includes(value)) === true ||
      (/[:(]/.test(match[0]) ? isQuotedChoice(text) : /^["“'‘`]/.test(text) || found?.some((value) => /[^_]_[^_]/.test(value)) === true);
    if (found !== undefined && sure) return found;
  }
  return undefined;
}

/** "`a`, `b` or `c`": of values in quotes that are joined by "or" one is chosen. */
const isQuotedChoice = (text: string): boolean => {
  const told = sentence(text.trim());
  return /["”'’`],? or ["“'‘`]/.test(told) && split(told).every((part) => QUOTED.test(part));
};

/** A description that is nothing but quoted values: "`a`, `b` or `c`". */
function bareList(description: string): readonly string[] | undefined {
  if (!/^["“'‘`]/.test(description)) return undefined;
  const values = split(sentence(description));
  return values.length > 1 && values.every((value) => QUOTED.test(value)) ? values.map((value) => valueOf(value, 1) ?? value) : undefined;
}

/** To the end of the sentence: a full stop inside of a value ends none. */
const sentence = (text: string): string => /^[\s\S]*?(?=[.;](?:\s|$)|\)\s*[.;]?(?:\s|$)|$(?![\s\S]))/.exec(text)?.[0] ?? text;

function listIn(text: string, strong: boolean): readonly string[] | undefined {
  const whole = sentence(text.trim()).replace(/^\[([^[\]]*)\]$/, "$1");
  const [firstLine = ""] = whole.split("\n");
  const told = split(firstLine).length > 1 && !/(,|\bor|\band)\s*$/.test(firstLine) ? firstLine : whole;
  const parts = split(told).filter((part) => part !== "null");
  // "either: billing shipping other" has lost its line ends.
  const spread = strong && parts.length === 1 && told.split(/\s+/).every((word) => TOKEN.test(word)) ? told.split(/\s+/) : parts;
  if (spread.length < 2 && !(strong && QUOTED.test(spread[0] ?? ""))) return undefined;
  const values = spread.flatMap(
    (part) =>
      valueOf(part.replace(/\s+\([^)]*\)?$/, "").replace(strong ? /\s+(?:=|[-–—])\s.*$|:\s.*$/ : /$^/, ""), strong ? MOST_WORDS : 1) ?? [],
  );
  const open = values.some((value) => /^(?:etc|more|others)$/.test(value));
  return values.length === spread.length && !open ? [...new Set(values)] : undefined;
}

/** "a, b or c" → a, b, c. */
const split = (text: string): readonly string[] =>
  text
    .split(/\s*(?:,|\n|\||;)\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+|\s+\/\s+|(?<=\w["”'’`])\s*(?=["“'‘`]\w)/)
    .map((part) => part.trim().replace(/^[-*+•]\s+/, ""))
    .filter((part) => part !== "");

function valueOf(part: string, mostWords: number): string | undefined {
  const quoted = QUOTED.exec(part);
  if (quoted !== null) return quoted.slice(1).find((value) => value !== undefined);
  const words = part.split(/\s+/);
  return words.length <= mostWords && words.every((word) => TOKEN.test(word)) ? part : undefined;
}
