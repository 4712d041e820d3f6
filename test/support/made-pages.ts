// Pages made from random models of an event: each layout that vendors use, with examples that are whole or damaged.
import fc from "fast-check";
import type { Json, JsonObject } from "../../scripts/contract.ts";

export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "object" | "array";
  readonly required: boolean;
  readonly constant: string | null;
  readonly values: readonly string[];
  /** What the items of a list are. */
  readonly items: "string" | "integer" | "object" | null;
  readonly fields: readonly Field[];
  /** Which of several sayings is used. */
  readonly saying: number;
}

/** An event; `envelope` is the member that its object stands under in examples. */
export interface Model {
  readonly fields: readonly Field[];
  readonly envelope: string | null;
}

export const LAYOUTS = [
  "glued",
  "glued with blanks",
  "piped",
  "gfm",
  "tabs",
  "stacked",
  "attribute over type",
  "bullets",
  "field lines",
  "html",
] as const;
export type LayoutName = (typeof LAYOUTS)[number];

export const DAMAGES = [
  "none",
  "trailing comma",
  "comment",
  "fragment",
  "no closers",
  "flat",
  "tabs",
  "no comma",
  "ellipsis",
  "single quotes",
  "two",
  "no brace lines",
] as const;
export type Damage = (typeof DAMAGES)[number];

// Parts of names, some of them with the words of types in them.
const WORDS = "amount point print stringent object listing status number intake total count key line integer map date last4".split(" ");
const VALUES = ["open", "paid", "past_due", "in-transit", "v2", "order.paid", "CAD"];

const scalar = (name: string): fc.Arbitrary<Field> =>
  fc
    .record({
      type: fc.constantFrom<Field["type"]>("string", "string", "string", "integer", "number", "boolean"),
      required: fc.boolean(),
      states: fc.constantFrom("nothing", "constant", "values"),
      values: fc.uniqueArray(fc.constantFrom(...VALUES), { minLength: 2, maxLength: 4 }),
      saying: fc.nat(3),
    })
    .map(({ type, required, states, values, saying }) => ({
      name,
      type,
      required,
      constant: states === "constant" && type === "string" ? (values[0] ?? null) : null,
      values: states === "values" && type === "string" ? values : [],
      items: null,
      fields: [],
      saying,
    }));

const holder = (name: string, inner: readonly string[]): fc.Arbitrary<Field> =>
  fc
    .record({
      fields: fc.tuple(...inner.map(scalar)),
      items: fc.constantFrom<Field["items"]>(null, "string", "integer", "object"),
      required: fc.boolean(),
      saying: fc.nat(3),
    })
    .map(({ fields, items, required, saying }) => ({
      name,
      type: items === null ? "object" : "array",
      required,
      constant: null,
      values: [],
      items,
      fields: items === null || items === "object" ? fields : [],
      saying,
    }));

const names = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...WORDS), fc.option(fc.constantFrom(...WORDS), { nil: "" }))
    .map(([first, second]) => first + second.charAt(0).toUpperCase() + second.slice(1)),
  { minLength: 7, maxLength: 9 },
);

export const models: fc.Arbitrary<Model> = names.chain(([first = "a", second = "b", third = "c", fourth = "d", ...rest]) =>
  fc
    .record({
      fields: fc.tuple(...rest.map(scalar), holder(`${first}Ref`, [second, "id"]), holder(`${third}Set`, [fourth, "text"])),
      envelope: fc.constantFrom(null, "data"),
    })
    .map(({ fields, envelope }) => ({ fields: [eventField, ...fields], envelope })),
);

const eventField: Field = {
  name: "event",
  type: "string",
  required: true,
  constant: "thing.made",
  values: [],
  items: null,
  fields: [],
  saying: 0,
};

/** The facts of a model, one a line; what is required only where a layout shows it. */
export function factsOf({ fields }: Model, layout: LayoutName): readonly string[] {
  const facts: string[] = [];
  const visit = (all: readonly Field[], path: string): void => {
    for (const field of all) {
      const at = path + field.name;
      facts.push(`${at} ${field.type}`);
      if (field.constant !== null) facts.push(`${at} = ${field.constant}`);
      if (field.values.length > 0) facts.push(`${at} in ${field.values.join("|")}`);
      if (field.items !== null) facts.push(`${at}[] ${field.items}`);
      if (field.required && showsRequired(layout)) facts.push(`${at} required`);
      visit(field.fields, field.type === "array" ? `${at}[].` : `${at}.`);
    }
  };
  visit(fields, "");
  return facts.toSorted();
}

const showsRequired = (layout: LayoutName): boolean =>
  ["gfm", "stacked", "attribute over type", "bullets", "field lines", "html"].includes(layout);

/** The value that an example of a model shows. */
export function exampleOf({ fields, envelope }: Model): JsonObject {
  const object = valueOf(fields);
  return envelope === null ? object : { [envelope]: object, requestId: "r1" };
}

const valueOf = (fields: readonly Field[]): JsonObject =>
  Object.fromEntries(
    fields.map((field): readonly [string, Json] => {
      if (field.constant !== null) return [field.name, field.constant];
      if (field.values.length > 0) return [field.name, field.values[0] ?? ""];
      const one = { string: "St Peter's, [1] {2}", integer: 7, number: 1.5, boolean: true } as const;
      if (field.type === "object") return [field.name, valueOf(field.fields)];
      if (field.type !== "array") return [field.name, one[field.type]];
      return [
        field.name,
        field.items === "object" ? [valueOf(field.fields), valueOf(field.fields)] : [field.items === "integer" ? 7 : "x"],
      ];
    }),
  );

function saying(field: Field, layout: LayoutName): string {
  const { constant, values } = field;
  if (constant !== null)
    return (
      [`Always ${constant}.`, `The kind. Set to ${constant}.`, `Always set to "${constant}".`, `Always "${constant}".`][field.saying] ?? ""
    );
  if (values.length > 0) {
    const last = values.at(-1) ?? "";
    const told = values.slice(0, -1).join(", ");
    const below =
      layout === "piped" || layout === "tabs"
        ? ` ${values.join(" ")}`
        : ["", ...values].join(layout === "gfm" || layout === "html" ? "<br/>" : "\n");
    return (
      [
        `State. Possible values: ${values.join(", ")}. See states.`,
        `One of ${told} or ${last}.`,
        `Can be one of: ${values.join(", ")}.`,
        `State, either:${layout === "bullets" ? ` ${values.join(", ")}` : below}`,
      ][field.saying] ?? ""
    );
  }
  if (field.items === "string" || field.items === "integer") return `A list of ${field.items}s for somebody.`;
  return (
    ["What it says. Assigned automatically.", "ISO 4217 code of it", "Text (see above) for it.", "Said of one thing, or of two."][
      field.saying
    ] ?? ""
  );
}

const typeWords = ({ type, items }: Field): string => (items === "object" ? "array / object" : type);

function tableOf(fields: readonly Field[], layout: LayoutName): string {
  const rows = fields.map((field) => ({ field, type: typeWords(field), text: saying(field, layout) }));
  const table = (header: string, row: (one: (typeof rows)[number], index: number) => string, joint = "\n"): string =>
    [header, ...rows.map(row)].join(joint);
  switch (layout) {
    case "glued":
      return table("ElementTypeDescription", ({ field, type, text }) => `${field.name}${type}${text}`);
    case "glued with blanks":
      return table("FieldTypeDescription", ({ field, type, text }, index) => `${field.name}${index % 2 === 0 ? " " : ""}${type}${text}`);
    case "piped":
      return table("Key | Type | Description |\n---|---|---|", ({ field, type, text }) => `${field.name} | ${type} | ${text} |`);
    case "gfm":
      return table(
        "| Name | Type | Description |\n|:--|---|---|",
        ({ field, type, text }) => `| \`${field.name}\`${field.required ? " (required)" : ""} | _${type}_ | ${text} |`,
      );
    case "tabs":
      return table("Name\tType\tDescription", ({ field, type, text }) => `${field.name}\t${type}\t${text}`);
    case "stacked":
      return table(
        "Element\n\nType\n\nDescription",
        ({ field, type, text }) => `${field.name}${field.required ? "\n\nrequired" : ""}\n\n${type}\n\n${text.replaceAll("\n", "\n\n")}`,
        "\n\n",
      );
    case "attribute over type":
      return table(
        "AttributeDescription",
        ({ field, type, text }) => `${field.name}\n${type}${field.required ? "\nRequired" : ""}\n${text}`,
      );
    case "bullets":
      return rows
        .map(({ field, type, text }) => `- \`${field.name}\`${field.required ? " (required)" : ""}\n  - ${type} — ${text}`)
        .join("\n");
    case "field lines":
      return rows.map(({ field, type, text }) => `**${field.name}** *${type}*${field.required ? " required" : ""}\n\n${text}`).join("\n\n");
    case "html":
      return `<table><tr><th>Name</th><th>Type</th><th>Description</th></tr>\n${rows
        .map(
          ({ field, type, text }) =>
            `<tr><td><code>${field.name}</code>${field.required ? " <em>required</em>" : ""}</td><td>${type}</td><td>${text.replaceAll('"', "&quot;")}</td></tr>`,
        )
        .join("\n")}\n</table>`;
  }
}

/** A page of a model in a layout. */
export function pageOf(model: Model, layout: LayoutName, damage: Damage): string {
  const { fields } = model;
  const holders = fields.filter((field) => field.fields.length > 0);
  const markdown = layout === "gfm" || layout === "bullets" || layout === "field lines";
  const head = (level: number, text: string): string =>
    layout === "html" ? `<h${level}>${text}</h${level}>` : markdown ? `${"#".repeat(level)} ${text}` : text;
  const said = (text: string): string => (layout === "html" ? `<p>${text}</p>` : text);
  const parts = [
    head(1, "Thing webhooks"),
    said("Sent when a thing was made."),
    head(2, "Event Object"),
    said("The payload holds the following:"),
    tableOf(fields, layout),
    ...holders.flatMap((field, index) => [
      index % 2 === 0
        ? head(3, `The ${field.name} object`)
        : said(`Each object in the ${field.name} array may include the following elements:`),
      tableOf(field.fields, layout),
    ]),
    head(2, "Example thing"),
  ];
  const json = damagedText(exampleOf(model), damage);
  const shown =
    layout === "html"
      ? `<pre>${json.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`
      : markdown
        ? `\`\`\`json\n${json}\n\`\`\``
        : json;
  return [...parts, shown, ""].join("\n\n");
}

function damagedText(value: Json, damage: Damage): string {
  const text = JSON.stringify(value, null, 2);
  const lines = text.split("\n");
  switch (damage) {
    case "trailing comma":
      return text.replace(/([^,{[])\n(\s*[}\]])/, "$1,\n$2");
    case "comment":
      return text.replace(/,\n/, ", // since 2024\n");
    case "fragment":
      return lines
        .slice(1, -1)
        .map((line) => line.slice(2))
        .join("\n");
    case "no closers":
      return text.replace(/(?:\s*[}\]])+$/, "");
    case "flat":
      return lines.map((line) => line.trim()).join("\n");
    case "tabs":
      return JSON.stringify(value, null, "\t");
    case "no comma":
      return text.replace(/,\n/, "\n");
    case "ellipsis":
      return text.replace(/,\n/, ",\n  ...\n");
    case "single quotes":
      return text.replaceAll("'", "").replace(/"([^"\n]*)"/g, "'$1'");
    case "two":
      return `${text}\n${text}`;
    case "no brace lines":
      return lines.filter((line) => !/^\s*[{}\]],?$/.test(line)).join("\n");
    case "none":
      return text;
  }
}
