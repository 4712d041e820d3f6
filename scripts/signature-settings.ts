// The member `signature` of a vendor's source.json: how the vendor signs its requests.
import type { Place, SignatureScheme } from "../templates/src/signature-scheme.ts";
import { type Check, checkMembers, type Checks, malformed, OBJECT, oneOf, TEXT } from "./check-members.ts";
import type { Diagnostic, Json, Signature } from "./contract.ts";
import { isObject, member, stringMember } from "./lib/json.ts";
import type { ValueText } from "./readers/reader.ts";

const HASHES = ["SHA-256", "SHA-384", "SHA-512"] as const;
const SECRET_ENCODINGS = ["utf-8", "base64", "hex"] as const;
const ENCODINGS = ["hex", "base64"] as const;
const UNITS = ["s", "ms"] as const;

/** A header's name (RFC 9110, section 5.1). */
const HEADER: Check = [(value) => typeof value === "string" && /^[\w!#$%&'*+.^\x60|~-]+$/.test(value), "a header's name"];
const SEPARATOR = oneOf([",", ";", " "]);
const NO_BLANKS: Check = [(value) => typeof value === "string" && /^[!-~]+$/.test(value), "a text of ASCII characters without blanks"];
const SECONDS: Check = [(value) => typeof value === "number" && value >= 1 && value <= 86_400, "a number of seconds from 1 to 86400"];
const SCHEME = oneOf(["hmac", "standard-webhooks"]);

const EVERY: Checks = { scheme: SCHEME, tolerance: SECONDS, see: TEXT };
const STANDARD: Checks = { ...EVERY, headers: HEADER };
const HMAC: Checks = { ...EVERY, hash: oneOf(HASHES), secret: OBJECT, signature: OBJECT, timestamp: OBJECT, id: OBJECT, signed: TEXT };
const SECRET: Checks = { prefix: NO_BLANKS, encoding: oneOf(SECRET_ENCODINGS) };
const PLACE: Checks = { header: HEADER, separator: SEPARATOR, prefix: NO_BLANKS };

/** What Standard Webhooks recommends, and what is taken where a vendor says nothing. */
const TOLERANCE = 300;

const AT = "/signature";

/** Reads the member; null when there is none, or when it is not well formed. */
export function signatureSettings(text: ValueText): { readonly signature: Signature | null; readonly diagnostics: readonly Diagnostic[] } {
  const value = member(text.value, "signature");
  const origin = text.origin(AT);
  // That it must be an object is said with the other members.
  if (!isObject(value) || origin === undefined) return { signature: null, diagnostics: [] };
  const isStandard = stringMember(value, "scheme") === "standard-webhooks";
  const diagnostics = isStandard ? checkMembers(text, AT, STANDARD, ["see"]) : hmacFaults(text, value);
  if (diagnostics.length > 0) return { signature: null, diagnostics };
  const scheme = isStandard ? standardScheme(value) : hmacScheme(value);
  return { signature: { scheme, see: stringMember(value, "see") ?? "", origin }, diagnostics };
}

function hmacFaults(text: ValueText, value: Json): readonly Diagnostic[] {
  const parts = [
    ...checkMembers(text, AT, HMAC, ["scheme", "signature", "signed", "see"]),
    ...checkMembers(text, `${AT}/secret`, SECRET),
    ...checkMembers(text, `${AT}/signature`, { ...PLACE, encoding: oneOf(ENCODINGS) }, ["header", "encoding"]),
    ...checkMembers(text, `${AT}/timestamp`, { ...PLACE, unit: oneOf(UNITS) }, ["header", "unit"]),
    ...checkMembers(text, `${AT}/id`, PLACE, ["header"]),
  ];
  // A part that is no object is found above and below it alike.
  const faults = [...new Map(parts.map((found) => [JSON.stringify(found), found])).values()];
  return faults.length > 0 ? faults : [...signedFaults(text, value), ...placeFaults(text, value)];
}

/** What is stated and not signed proves nothing, and what runs together could be cut in two ways. */
function signedFaults(text: ValueText, value: Json): readonly Diagnostic[] {
  const expected = [...["id", "timestamp"].filter((name) => member(value, name) !== undefined).map((name) => `{${name}}`), "{body}"];
  // "{id}.{body}" is "", "{id}", ".", "{body}", "".
  const pieces = (stringMember(value, "signed") ?? "").split(/(\{(?:id|timestamp|body)\})/);
  const holes = pieces.filter((_, index) => index % 2 === 1);
  const marks = pieces.filter((_, index) => index % 2 === 0);
  const holds =
    holes.toSorted().join() === expected.toSorted().join() &&
    pieces.at(-2) === "{body}" &&
    marks.every((mark, index) => (BEHIND.get(holes[index - 1]) ?? /^/).test(mark) && !/[{}]/.test(mark));
  const words = `a text such as ${expected.join(".")}, with ${expected.length === 1 ? "" : "each of these once, a full stop behind {id}, no digit behind {timestamp}, and "}{body} at the end`;
  return holds ? [] : malformed(text, `${AT}/signed`, "signed", words);
}

/** What may stand behind a hole: an identifier holds no full stop, and a timestamp nothing but digits. */
const BEHIND: ReadonlyMap<string | undefined, RegExp> = new Map([
  ["{id}", /^\./],
  ["{timestamp}", /^\D/],
  ["{body}", /^$/],
]);

/** Two parts that stand in one header are entries of one list, and each is told by its prefix. */
function placeFaults(text: ValueText, value: Json): readonly Diagnostic[] {
  const places = PARTS.flatMap((part) => (member(value, part) === undefined ? [] : [{ part, ...placeOf(member(value, part)) }]));
  return places.flatMap(({ part, header, separator, prefix = "" }, index) => {
    const others = places.slice(0, index).filter((other) => other.header === header);
    if (separator !== undefined && prefix.includes(separator))
      return malformed(text, `${AT}/${part}/prefix`, `the prefix of ${part}`, "without the separator");
    const isApart = ({ separator: between, prefix: before = "" }: Place): boolean =>
      separator !== undefined && separator === between && !prefix.startsWith(before) && !before.startsWith(prefix);
    const words = `told from what else stands in ${header}, by the same separator and a prefix of its own`;
    return others.every(isApart) ? [] : malformed(text, `${AT}/${part}`, part, words);
  });
}

const PARTS = ["id", "timestamp", "signature"] as const;

const placeOf = (value: Json | undefined): Place => ({
  header: (stringMember(value, "header") ?? "").toLowerCase(),
  ...optional(value, "separator"),
  ...optional(value, "prefix"),
});

/** A member that is a text, as an object to be spread: empty when there is none. */
function optional(value: Json | undefined, key: string): { readonly [key: string]: string } {
  const text = stringMember(value, key);
  return text === undefined ? {} : { [key]: text };
}

/** The text of a list that a member holds, or the first of the list. */
const chosen = <T extends string>(value: Json | undefined, key: string, texts: readonly [T, ...(readonly T[])]): T =>
  texts.find((text) => text === member(value, key)) ?? texts[0];

function hmacScheme(value: Json): SignatureScheme {
  const [secret, signature, timestamp, id] = ["secret", "signature", "timestamp", "id"].map((key) => member(value, key));
  return {
    hash: chosen(value, "hash", HASHES),
    secret: { ...optional(secret, "prefix"), encoding: chosen(secret, "encoding", SECRET_ENCODINGS) },
    signature: { ...placeOf(signature), encoding: chosen(signature, "encoding", ENCODINGS) },
    ...(timestamp === undefined ? {} : { timestamp: { ...placeOf(timestamp), unit: chosen(timestamp, "unit", UNITS) } }),
    ...(id === undefined ? {} : { id: placeOf(id) }),
    signed: stringMember(value, "signed") ?? "",
    tolerance: toleranceOf(value),
  };
}

/** Standard Webhooks 1.0.0, “Signature scheme” and “Webhook headers”, as far as it shares secrets. Some senders name the headers otherwise. */
function standardScheme(value: Json): SignatureScheme {
  const headers = (stringMember(value, "headers") ?? "webhook").toLowerCase();
  return {
    hash: "SHA-256",
    secret: { prefix: "whsec_", encoding: "base64" },
    signature: { header: `${headers}-signature`, separator: " ", prefix: "v1,", encoding: "base64" },
    timestamp: { header: `${headers}-timestamp`, unit: "s" },
    id: { header: `${headers}-id` },
    signed: "{id}.{timestamp}.{body}",
    tolerance: toleranceOf(value),
  };
}

function toleranceOf(value: Json): number {
  const tolerance = member(value, "tolerance");
  return typeof tolerance === "number" ? tolerance : TOLERANCE;
}
