// Mistakes in source.json and corrections.json, and what is found at their place.
import type { Json } from "../../scripts/compile.ts";
import type { BadInput, Expected } from "./bad-schemas.ts";

const json = (value: Json): string => JSON.stringify(value, null, 2);
const thing = json({ title: "Thing", type: "object", properties: { a: { type: "string" } } });
const SOURCE = "source.json";
const CORRECTIONS = "corrections.json";

const source = (name: string, settings: Json, ...found: readonly Expected[]): BadInput => ({
  name: `source.json: ${name}`,
  files: { "a.json": thing, [SOURCE]: typeof settings === "string" ? settings : json(settings) },
  found,
});
const entry = (member: string, value: Json): BadInput =>
  source(`${member}: ${JSON.stringify(value)}`, { documents: { "a.json": { [member]: value } } }, ["source-json", SOURCE, `"${member}"`]);

const HMAC = {
  scheme: "hmac",
  signature: { header: "S", separator: ",", prefix: "v=", encoding: "hex" },
  timestamp: { header: "S", separator: ",", prefix: "t=", unit: "s" },
  id: { header: "I" },
  signed: "{id}.{timestamp}.{body}",
  see: "s",
} as const;
const STANDARD = { scheme: "standard-webhooks", see: "s" } as const;
/** A signature with one mistake, and the words at which it is found, behind "signature". */
const signature = (name: string, settings: Json, ...words: readonly string[]): BadInput =>
  source(`signature: ${name}`, { signature: settings }, ["source-json", SOURCE, '"signature"', ...words]);
const hmac = (changes: { readonly [name: string]: Json }, ...words: readonly string[]): BadInput =>
  signature(JSON.stringify(changes), { ...HMAC, ...changes }, ...words);

const signatures: readonly BadInput[] = [
  ...[[], null, 5, "standard-webhooks"].map((value) => signature(JSON.stringify(value), value)),
  signature("nothing", {}),
  signature("Standard Webhooks without a source", { scheme: "standard-webhooks" }),
  ...[5, "", "hmac-sha256", "constructor"].map((value) => signature(`scheme: ${value}`, { ...HMAC, scheme: value }, '"scheme"')),
  ...[0, -1, 86_401, "300", null].map((value) => signature(`tolerance: ${value}`, { ...STANDARD, tolerance: value }, '"tolerance"')),
  ...["", "a b", "a:", 5].map((value) => signature(`headers: ${value}`, { ...STANDARD, headers: value }, '"headers"')),
  signature("Standard Webhooks with a text of its own", { ...STANDARD, signed: "{body}" }, '"signed"'),
  signature("no text that is signed", { scheme: "hmac", signature: { header: "S", encoding: "hex" }, see: "s" }),
  ...["MD5", "sha-256", 5].map((hash) => hmac({ hash }, '"hash"')),
  ...[5, null, "x"].map((secret) => hmac({ secret }, '"secret"')),
  hmac({ secret: { encoding: "text" } }, '"secret"', '"encoding"'),
  hmac({ secret: { prefix: "a b" } }, '"secret"', '"prefix"'),
  hmac({ id: 5 }, '"id"'),
  hmac({ id: {} }, '"id"'),
  hmac({ id: { header: "a b" } }, '"header"', '"header"', '"header"'),
  hmac({ id: { header: "I", separator: "" } }, '"id"', '"separator"'),
  hmac({ id: { header: "I", encoding: "hex" } }, '"id"', '"encoding"'),
  hmac({ timestamp: { header: "T" } }, '"timestamp"'),
  hmac({ timestamp: { header: "T", unit: "minutes" } }, '"unit"'),
  hmac({ signature: { header: "S" } }, '"signature"'),
  hmac({ signature: { header: "T", encoding: "utf-8" } }, '"encoding"'),
  ...[
    "",
    "{id}.{timestamp}.{body} ",
    "{id}.{timestamp}.",
    "{id}.{body}",
    "{id}{timestamp}.{body}",
    "{id}:{timestamp}.{body}",
    "{id}.{timestamp}{body}",
    "{id}.{timestamp}1{body}",
    "{id}.{id}.{timestamp}.{body}",
    "{id}.{timestamp}.{the url}.{body}",
    "{body}.{id}.{timestamp}",
  ].map((signed) => hmac({ signed }, '"signed"')),
  hmac({ signature: { header: "S", separator: ";", prefix: "v=", encoding: "hex" } }, '"signature"'),
  hmac({ timestamp: { header: "s", unit: "s" } }, '"signature"'),
  hmac({ timestamp: { header: "S", separator: ",", prefix: "v=t", unit: "s" } }, '"signature"'),
  hmac({ id: { header: "I", separator: ",", prefix: "a,b" } }, '"id"', '"prefix"'),
];

const settings: readonly BadInput[] = [
  source("empty", "", ["json-syntax", SOURCE]),
  source("cut off", "{", ["json-syntax", SOURCE, "{", ""]),
  source("something after the end", '{ "vendor": "V" } x', ["json-syntax", SOURCE, "}", "x"]),
  ...["[]", "null", '"x"', "5"].map((text) => source(text, text, ["source-json", SOURCE])),
  source("a member that is not known", { vendro: "x" }, ["source-json", SOURCE, '"vendro"']),
  source("a member __proto__", '{ "__proto__": { "vendor": "x" } }', ["source-json", SOURCE, '"__proto__"']),
  ...[5, "", "  ", null, []].map((value) =>
    source(`vendor: ${JSON.stringify(value)}`, { vendor: value }, ["source-json", SOURCE, '"vendor"']),
  ),
  ...[[], null, 5].map((value) =>
    source(`documents: ${JSON.stringify(value)}`, { documents: value }, ["source-json", SOURCE, '"documents"']),
  ),
  ...[5, "x", null, []].map((value) =>
    source(`a document: ${JSON.stringify(value)}`, { documents: { "a.json": value } }, ["source-json", SOURCE, '"a.json"']),
  ),
  ...[5, "", "no-such", "JSON-SCHEMA", "constructor"].map((value) => entry("format", value)),
  ...[5, ""].map((value) => entry("url", value)),
  ...["yesterday", "2020-1-1", "2020-99-99", 5].map((value) => entry("retrieved", value)),
  ...["xyz", "A".repeat(64), 5].map((value): BadInput => entry("sha256", value)),
  ...["1", -1, 101, null].map((value) => entry("precedence", value)),
  source("precedence: 1e999", '{ "documents": { "a.json": { "precedence": 1e999 } } }', ["source-json", SOURCE, '"precedence"']),
  entry("formt", "x"),
  source("a document that is not there", { documents: { "a.json": {}, "b.json": {} } }, ["source-missing", SOURCE, '"b.json"']),
  source("a document called __proto__", '{ "documents": { "__proto__": {} } }', ["source-missing", SOURCE, '"__proto__"']),
  source("a package in a vendor's folder", { package: { name: "x" } }, ["source-json", SOURCE, '"package"']),
  ...signatures,
  source("a byte-order mark", '\uFEFF{ "vendor": 5 }', ["source-json", SOURCE, '"vendor"']),
];

const REASONS = { because: "b", see: "s" } as const;
const correction = (name: string, text: Json, ...found: readonly Expected[]): BadInput => ({
  name: `corrections.json: ${name}`,
  files: { "a.json": thing, [CORRECTIONS]: typeof text === "string" ? text : json(text) },
  found,
});
const malformed = (name: string, item: Json): BadInput =>
  correction(
    name,
    [{ at: "Thing#/title", was: "Thing", ...REASONS }, item],
    ["correction-malformed", CORRECTIONS, "\n  }", ...(typeof item === "object" ? [item === null ? "null" : "{"] : [JSON.stringify(item)])],
  );
const put = (name: string, slug: string, at: string, is: Json): BadInput =>
  correction(name, [{ at, is, ...REASONS }], [slug, CORRECTIONS, "{"]);

const corrections: readonly BadInput[] = [
  correction("empty", "", ["json-syntax", CORRECTIONS]),
  correction("cut off", "[", ["json-syntax", CORRECTIONS, "[", ""]),
  correction("something after the end", "[] x", ["json-syntax", CORRECTIONS, "x"]),
  ...["{}", "null", "5"].map((text) => correction(text, text, ["correction-malformed", CORRECTIONS])),
  malformed("a number", 5),
  malformed("null", null),
  malformed("no at", { was: 1, ...REASONS }),
  ...[5, "Thing", "Thing#x", "#/title", ""].map((at) => malformed(`at: ${JSON.stringify(at)}`, { at, was: 1, ...REASONS })),
  malformed("no because", { at: "Thing#/title", was: "Thing", see: "s" }),
  malformed("no see", { at: "Thing#/title", was: "Thing", because: "b", see: "  " }),
  malformed("neither was nor is", { at: "Thing#/title", ...REASONS }),
  malformed("a member that is not known", { at: "Thing#/title", was: "Thing", wsa: 1, ...REASONS }),
  ...[
    { at: "Thing#/title", was: "Other" },
    { at: "Thing#/title", is: "x" },
    { at: "Nope#/title", was: "x" },
    { at: "__proto__#/title", was: "x" },
    { at: "Thing#/constructor", was: "x" },
    { at: "Thing#/__proto__/constructor", was: "x" },
    { at: "Thing#/nope", was: "x" },
  ].map((item) =>
    correction(`${item.at} is not ${item.was ?? "nothing"}`, [{ ...item, ...REASONS }], ["correction-stale", CORRECTIONS, "{"]),
  ),
  put("a keyword that is not known", "own-keyword-unknown", "Thing#/properties/a/minLenght", 1),
  put("a keyword's value that is wrong", "keyword-value", "Thing#/properties/a/minLength", -1),
  put("a property that is no schema", "schema-expected", "Thing#/properties/b", 5),
  put("a member of a list that is not there", "keyword-value", "Thing#/required/0", "a"),
  put("a part of a text", "keyword-value", "Thing#/title/x", 5),
  put("a member __proto__", "own-keyword-unknown", "Thing#/__proto__", 5),
  correction(
    "a whole type that is no schema",
    [{ at: "Thing#", was: JSON.parse(thing), is: 5, ...REASONS }],
    ["schema-expected", CORRECTIONS, "{"],
  ),
  correction("a number beyond all numbers", '[{ "at": "Thing#/properties/a/maxLength", "is": 1e999, "because": "b", "see": "s" }]', [
    "keyword-value",
    CORRECTIONS,
    "{",
  ]),
  correction(
    "1,900 levels",
    `[{ "at": "Thing#/properties/b", "because": "b", "see": "s", "is": ${'{"items":'.repeat(1900)}{}${"}".repeat(1900)} }]`,
    ["json-syntax", CORRECTIONS],
  ),
];

export const badSettings: readonly BadInput[] = [...settings, ...corrections];
