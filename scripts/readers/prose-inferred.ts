// Objects that a page describes by examples alone, under headings that name them.
import type { Contract, Declaration, EventType, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { inferTogether } from "../lib/infer.ts";
import { entries, isString, member, stringMember } from "../lib/json.ts";
import { besideDocument } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import type { PageFacts } from "./page-facts.ts";
import { placedExample } from "./placed-example.ts";
import type { SectionExample } from "./prose-sections.ts";

/** The member that an event says its name in. */
const NAMED = /^(?:event|(?:event|rule|message)_?(?:type|name)|type|topic)$/i;

/** The examples of one object: under one heading, with at least half of their members in common. */
interface Group {
  readonly name: string;
  readonly own: SectionExample[];
}

/** One object a heading and shape: what all of its examples have is required. What names no event is left out. */
export function objectsOfExamples({
  document,
  examples,
  titleName,
}: PageFacts): Pick<Contract, "declarations" | "events" | "examples" | "diagnostics"> {
  const isEvent = ({ text }: SectionExample): boolean =>
    entries(text.value).some(
      ([key, value]) => (NAMED.test(key) && isString(value)) || entries(value).some(([inner, one]) => NAMED.test(inner) && isString(one)),
    );
  const others = examples.filter((example) => !isEvent(example));
  const found = grouped(examples.filter(isEvent), titleName).map(({ name, own }) => {
    const [first] = own;
    const origin = first?.origin ?? { file: document.source.file, line: 1, column: 1, pointer: "" };
    const schema = withRequired(own.map(({ text }) => text.value));
    const places = entries(member(schema, "properties")).map(([key]) => {
      const at = pointerBelow("", key);
      return [pointerBelow("/properties", key), own.flatMap(({ text }) => text.origin(at) ?? []).slice(0, 1)] as const;
    });
    const declaration: Declaration = {
      name,
      addresses: [`#${name}`],
      schema,
      origins: [origin],
      parts: Object.fromEntries(places),
      supplied: document.supplement,
      statedBy: "text",
    };
    return {
      declaration,
      event: eventOf(
        own.map(({ text }) => text.value),
        name,
        origin,
      ),
      examples: own.filter(({ partial }) => !partial).map((example) => placedExample(example, name)),
      finding: diagnostic("object-from-examples", origin, { name, corrections: besideDocument(origin.file, "corrections.json") }),
    };
  });
  return {
    declarations: found.map(({ declaration }) => declaration),
    events: found.map(({ event }) => event),
    examples: found.flatMap((one) => one.examples),
    diagnostics: [...found.map(({ finding }) => finding), ...others.map(({ origin }) => diagnostic("example-without-table", origin))],
  };
}

/** The first object under a heading has its name; one of another shape has that of its event besides. */
function grouped(examples: readonly SectionExample[], titleName: string): readonly Group[] {
  const groups = new Map<string, Group[]>();
  for (const example of examples) {
    const name = pascalCase(example.subject) || titleName;
    const own = groups.get(name) ?? [];
    groups.set(name, own);
    const alike = own.find(({ own: [first] }) => first !== undefined && isAlike(first.text.value, example.text.value));
    if (alike !== undefined) alike.own.push(example);
    else own.push({ name: own.length === 0 ? name : name + pascalCase(eventName(example.text.value)), own: [example] });
  }
  return [...groups.values()].flat();
}

function isAlike(a: Json, b: Json): boolean {
  const common = entries(a).filter(([key]) => member(b, key) !== undefined).length;
  return common * 2 >= Math.max(entries(a).length, entries(b).length) && eventName(a) === eventName(b);
}

const eventName = (value: Json): string =>
  entries(value).flatMap(([key, inner]) => (NAMED.test(key) && isString(inner) ? [inner] : []))[0] ?? "";

/** The event that examples name, when all of them name it in one and the same member. */
function eventOf(values: readonly Json[], declaration: string, origin: Origin): EventType {
  const [key = ""] = entries(values[0]).flatMap(([name, inner]) => (NAMED.test(name) && isString(inner) ? [name] : []));
  const names = values.flatMap((value) => stringMember(value, key) ?? []);
  return key === "" || names.length < values.length
    ? { names: [], discriminator: null, declaration, origin }
    : { names: [...new Set(names)], discriminator: pointerBelow("", key), declaration, origin };
}

/** The schema that examples show together; what all of them have is required. */
function withRequired(values: readonly Json[]): JsonObject {
  const schema = inferTogether(values);
  const names = entries(member(schema, "properties")).map(([name]) => name);
  return { ...schema, required: names.filter((name) => values.every((value) => member(value, name) !== undefined)) };
}
