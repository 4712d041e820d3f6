// The words of generated comments: descriptions, rules, examples, and where things come from.
import type { Declaration, Json, JsonObject, Origin, Schema } from "../contract.ts";
import { inKeywordOrder, keywordOf } from "../keywords/registry.ts";
import { typesOf } from "../keywords/type.ts";
import { shown } from "../keywords/words.ts";
import { code, commentText, join, type Code } from "../lib/code.ts";
import { isArray, isSchema, member, stringMember } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** What a schema demands beyond its type, in clauses: "must be a UUID", "each item must have at most 3 characters". Types, constants and lists are in the type itself. */
export function rulesOf(schema: Schema): readonly string[] {
  if (typeof schema === "boolean") return [];
  const found = known.get(schema) ?? statedRules(schema);
  known.set(schema, found);
  return found;
}

/** Several files tell the same rules. */
const known = new WeakMap<JsonObject, readonly string[]>();

function statedRules(schema: JsonObject): readonly string[] {
  const own = inKeywordOrder(schema).flatMap(([keyword, value]) => {
    if (IN_TYPE.has(keyword) && !isInteger(keyword, value)) return [];
    const says = keywordOf(keyword)?.says(value, schema) ?? null;
    return says === null ? [] : [`must ${says}`];
  });
  const inner = PARTS.flatMap(([keyword, subject]) => {
    const part = member(schema, keyword);
    return isSchema(part) && typeof part !== "boolean" ? rulesOf(part).map((rule) => `${subject} ${rule}`) : [];
  });
  return [...own, ...inner];
}

const PARTS = [
  ["items", "each item"],
  ["propertyNames", "each key"],
  ["additionalProperties", "each value"],
] as const;

/** TypeScript has no type for whole numbers. */
const isInteger = (keyword: string, value: Json): boolean => keyword === "type" && typesOf(value).includes("integer");

const IN_TYPE: ReadonlySet<string> = new Set(["type", "const", "enum"]);

/** "Must have at most 10 properties; each key must have at least 1 character." or "". */
export const ruleSentences = (schema: Schema): string => {
  const rules = rulesOf(schema);
  const [first = "", ...rest] = rules;
  return first === "" ? "" : `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join("; ")}.`;
};

/** 'Example: `ba29118f…`.' or "". */
export function exampleSentence(schema: Schema): string {
  const examples = member(schema, "examples");
  const [first] = isArray(examples) ? examples : [];
  return first === undefined || (typeof first === "object" && first !== null) ? "" : `Example: \`${exampleText(first)}\`.`;
}

const exampleText = (value: Json): string => shown(value).replace(/`/g, "'");

/** A text as one or more sentences: the vendor's words get a full stop where they lack one. */
const sentence = (text: string): string => (text === "" || /(?:[.!?:]|```)$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** `vendor/page.txt#/properties/id`. */
export const sourceOf = ({ file, pointer }: Origin): string => (pointer === "" ? file : `${file}#${pointer}`);

/** Where a property is stated, unless that is plain from where its owner is. */
export function ownSource(declaration: Declaration, name: string): string {
  const [owner] = declaration.origins;
  const [origin] = declaration.parts[pointerBelow("/properties", name)] ?? [];
  if (owner === undefined || origin === undefined) return "";
  const plain =
    origin.file === owner.file &&
    (origin.pointer === owner.pointer + pointerBelow("/properties", name) ||
      origin.pointer === owner.pointer + pointerBelow("", name) ||
      beside(owner, origin, name));
  return plain ? "" : `From ${sourceOf(origin)}.`;
}

/** A Markdown model's rows stand under its `Fields`. */
const beside = (owner: Origin, origin: Origin, name: string): boolean =>
  origin.pointer === pointerBelow("/Fields", name) && !owner.pointer.includes("/", 1);

/** A JSDoc comment on one line, or on several when the text has several or a tag is needed. */
export function docComment(sentences: readonly string[], tags: readonly string[], indent: Code): Code {
  const text = sentences.filter((part) => part !== "").join(" ");
  const lines = [...(text === "" ? [] : text.split(/\r\n?|\n/)), ...(text !== "" && tags.length > 0 ? [""] : [])];
  if (lines.length === 0 && tags.length === 0) return code``;
  const [only] = tags;
  if (lines.length === 0 && tags.length === 1 && only !== undefined) return code`${indent}/** ${tagText(only)} */\n`;
  if (lines.length === 1 && tags.length === 0) return code`${indent}/** ${commentText(text)} */\n`;
  const body = [
    ...lines.map((line) => (line.trim() === "" ? code`${indent} *\n` : code`${indent} * ${commentText(line)}\n`)),
    ...tags.map((tag) => code`${indent} * ${tagText(tag)}\n`),
  ];
  return code`${indent}/**\n${join(body)}${indent} */\n`;
}

/** `@see …`: the tag is ours, what follows it may be the vendor's. */
function tagText(tag: string): Code {
  const [, name = "", rest = ""] = /^@(\w+) ?([\s\S]*)$/.exec(tag) ?? [];
  const known = name === "deprecated" ? code`@deprecated` : code`@see`;
  return rest === "" ? known : code`${known} ${commentText(rest.replace(/\s+/g, " "))}`;
}

/** The tags of a schema. */
export const deprecation = (schema: Schema): readonly string[] => (member(schema, "deprecated") === true ? ["@deprecated"] : []);

export const descriptionOf = (schema: Schema): string => sentence(stringMember(schema, "description") ?? "");
export const titleOf = (schema: Schema): string => sentence(stringMember(schema, "title") ?? "");
