// Objects that a page describes by examples alone, under headings that name them.
import type { Contract, Json, JsonObject } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { inferSchema } from "../lib/infer.ts";
import { isObject, member } from "../lib/json.ts";
import { besideDocument } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import { exampleOf, type PageFacts } from "./prose-roots.ts";
import type { SectionExample } from "./prose-sections.ts";

/** One object a heading: what all of its examples have is required. */
export function objectsOfExamples({
  document,
  examples,
  titleName,
}: PageFacts): Pick<Contract, "declarations" | "events" | "examples" | "diagnostics"> {
  const sections = new Map<string, SectionExample[]>();
  for (const example of examples) if (isObject(example.text.value)) sections.set(example.subject, [...(sections.get(example.subject) ?? []), example]);
  const found = [...sections].map(([subject, own]) => {
    const name = pascalCase(subject) || titleName;
    const [first] = own;
    const origin = first?.origin ?? { file: document.source.file, line: 1, column: 1, pointer: "" };
    const schema = own.map(({ text }) => allRequired(inferSchema(text.value))).reduce(joined);
    const names = Object.keys(isObject(member(schema, "properties")) ? (member(schema, "properties") ?? {}) : {});
    const places = names.map((key) => [pointerBelow("/properties", key), own.flatMap(({ text }) => text.origin(pointerBelow("", key)) ?? []).slice(0, 1)] as const);
    return {
      declaration: {
        name,
        addresses: [`#${name}`],
        schema,
        origins: [origin],
        parts: Object.fromEntries(places),
        supplied: document.supplement,
        statedBy: "text" as const,
      },
      event: { names: [], discriminator: null, declaration: name, origin },
      examples: own.filter(({ partial }) => !partial).map((example) => exampleOf(example, name)),
      finding: diagnostic("object-from-examples", origin, { name, corrections: besideDocument(origin.file, "corrections.json") }),
    };
  });
  return {
    declarations: found.map(({ declaration }) => declaration),
    events: found.map(({ event }) => event),
    examples: found.flatMap((one) => one.examples),
    diagnostics: found.map(({ finding }) => finding),
  };
}

function allRequired(schema: JsonObject): JsonObject {
  const properties = member(schema, "properties");
  return isObject(properties) ? { ...schema, required: Object.keys(properties) } : schema;
}

/** What two examples show together. */
function joined(a: JsonObject, b: JsonObject): JsonObject {
  const of = (schema: JsonObject, keyword: string): Json => member(schema, keyword) ?? null;
  const [left, right] = [of(a, "properties"), of(b, "properties")];
  const required = Object.keys(isObject(left) ? left : {}).filter((key) => isObject(right) && Object.hasOwn(right, key));
  const before = of(a, "required");
  return {
    ...a,
    required: Array.isArray(before) ? before.filter((key) => required.includes(key)) : required,
    properties: { ...(isObject(right) ? right : {}), ...(isObject(left) ? left : {}) },
  };
}
