// Every place in a vendor's documents where a text can stand: the documents with the text in that place, and what the type `Thing` takes then.
import type { Json } from "../../scripts/contract.ts";
import { fromEntries } from "../../scripts/lib/json.ts";
import { pointerBelow } from "../../scripts/lib/pointer.ts";

/** A vendor's documents with a text in one place. */
export interface Placed {
  /** By path below the vendor's folder. */
  readonly files: { readonly [path: string]: string };
  /** Values that the type `Thing` takes and refuses; none where the text says nothing of values. */
  readonly accepts?: readonly Json[];
  readonly refuses?: readonly Json[];
  /** Whether contract.json must hold the text exactly. */
  readonly keeps?: boolean;
}

export interface Position {
  readonly name: string;
  /** Names that languages know are tried where something is named; the other texts everywhere. */
  readonly names: boolean;
  readonly place: (text: string) => Placed;
}

const one = (name: string, value: Json): Json => fromEntries([[name, value]]);

const schemaFile = (schema: Json): { readonly [path: string]: string } => ({ "thing.json": JSON.stringify(schema, null, 2) });

const holder = (property: Json, more: { readonly [keyword: string]: Json } = {}): { readonly [path: string]: string } =>
  schemaFile({ title: "Thing", type: "object", properties: { p: property }, ...more });

const page = (row: string, more = "", example = '{ "event": "push", "p": "x" }'): { readonly [path: string]: string } => ({
  "page.txt": `Push events\n\nThe event.\n\nEvent Object\n\nElementTypeDescription\neventstringThe name. Set to push.\n${row}\n\n${more}\n\nExample\n\n${example}\n`,
});

const model = (field: string, type: string, description: string, example = "", title = "Thing"): { readonly [path: string]: string } => ({
  "thing.md": `# ${title}\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n| \`q\` | *string* | :heavy_check_mark: | x | y |\n| ${field} | ${type} | :heavy_minus_sign: | ${description} | ${example} |\n`,
});

const schemaPage = (title: string, description: string, schema: Json): { readonly [path: string]: string } => ({
  "page.txt": `${title}\n\nProperties\n\nName Type Description\np string ${description}\n\nJSON Schema\n\n${JSON.stringify(schema, null, 2)}\n`,
});

const openapi = (schemas: Json, title = "Api"): { readonly [path: string]: string } => ({
  "api.json": JSON.stringify({ openapi: "3.0.0", info: { title, version: "1" }, components: { schemas } }, null, 2),
});

const corrected = (correction: { readonly [member: string]: Json }): { readonly [path: string]: string } => ({
  ...holder({ type: "string" }),
  "corrections.json": JSON.stringify([{ at: "Thing#/properties/p/description", is: "x", because: "b", see: "s", ...correction }], null, 2),
});

const other = (text: string): string => (text === "other" ? "another" : "other");

const text = (name: string, place: Position["place"]): Position => ({ name, names: false, place });
const label = (name: string, place: Position["place"]): Position => ({ name, names: true, place });

const object = { type: "object", properties: { p: { type: "string" } } } as const;
const reference = (s: string): string => `#${pointerBelow("/definitions", s)}`;
const values = (s: string, more: { readonly [keyword: string]: Json } = {}): Placed => ({
  files: schemaFile({ title: "Thing", ...more, enum: [s, other(s)] }),
  accepts: [s, other(s)],
  refuses: [`${s}!`, 5],
  keeps: true,
});

export const positions: readonly Position[] = [
  text("the vendor's title", (s) => ({
    files: { ...holder({ type: "string" }), "source.json": JSON.stringify({ vendor: s, documents: { "thing.json": { url: s } } }) },
  })),
  text("where a signature is described", (s) => ({
    files: { ...holder({ type: "string" }), "source.json": JSON.stringify({ signature: { scheme: "standard-webhooks", see: s } }) },
  })),
  text("a file's name", (s) => ({ files: { [`${s}.json`]: JSON.stringify({ title: "Thing", ...object }) } })),
  label("a title", (s) => ({ files: schemaFile({ title: s, ...object }) })),
  label("an $id", (s) => ({
    files: schemaFile({
      $id: s,
      title: "Thing",
      type: "object",
      properties: { p: { $ref: "#/definitions/D" } },
      definitions: { D: { type: "string" } },
    }),
  })),
  label("a definition's key", (s) => ({ files: schemaFile({ definitions: one(s, object) }) })),
  label("the key of a list of values", (s) => ({ files: schemaFile({ definitions: one(s, { enum: ["a", "b"] }) }) })),
  label("the key of an open list of values", (s) => ({
    files: schemaFile({ definitions: one(s, { anyOf: [{ enum: ["a", "b"] }, { type: "string" }] }) }),
  })),
  label("the key of a recursive type", (s) => ({
    files: schemaFile({ definitions: one(s, { type: "object", properties: { p: { type: "array", items: { $ref: reference(s) } } } }) }),
  })),
  label("a property's name", (s) => named(s, { type: "string" }, "x", 5)),
  label("a property's name, of an object", (s) =>
    named(s, { type: "object", properties: { q: { type: "string" } } }, { q: "x" }, { q: 5 }),
  ),
  label("a property's name, of a list of values", (s) => named(s, { enum: ["a", "b"] }, "a", "c")),
  label("a required property's name", (s) => ({
    files: holder({ type: "string" }, { required: [s] }),
    accepts: [one(s, "x")],
    refuses: [{}],
  })),
  label("a property's name among no others", (s) => closed(s)),
  text("descriptions", (s) => ({
    files: holder({ type: "string", description: s, $comment: s, "x-remark": one(s, s) }, { description: s }),
    keeps: true,
  })),
  text("a description of a list of values", (s) => values(s, { description: s })),
  label("a value of a list", (s) => ({
    files: holder({ enum: [s, other(s)] }),
    accepts: [{ p: s }, { p: other(s) }],
    refuses: [{ p: `${s}!` }, { p: 5 }],
    keeps: true,
  })),
  label("a value of a list that is a type", (s) => values(s)),
  label("a value of a long list", (s) => ({
    files: schemaFile({ title: "Thing", enum: [...new Set([s, ..."bcdefghij"])] }),
    accepts: [s],
    refuses: [`${s}!`],
    keeps: true,
  })),
  label("a value of an open list", (s) => ({
    files: schemaFile({ title: "Thing", anyOf: [{ enum: [s, other(s)] }, { type: "string" }] }),
    accepts: [s, `${s}!`],
    refuses: [5],
    keeps: true,
  })),
  text("a value of a list with null", (s) => ({
    files: holder({ type: ["string", "null"], enum: [s, null] }),
    accepts: [{ p: s }, { p: null }],
    refuses: [{ p: `${s}!` }],
    keeps: true,
  })),
  label("a constant", (s) => ({ files: holder({ const: s }), accepts: [{ p: s }], refuses: [{ p: `${s}!` }], keeps: true })),
  label("a default and its key", (s) => ({ files: holder({ default: one(s, s) }), keeps: true })),
  text("an example", (s) => ({ files: holder({ type: "string", examples: [s] }, { examples: [{ p: s }] }), keeps: true })),
  label("a key of an example", (s) => ({
    files: holder({ type: "string" }, { examples: [one(s, "x"), { p: "x", q: one(s, { r: 1 }) }] }),
  })),
  text("a pattern", (s) => ({ files: holder({ type: "string", pattern: s }) })),
  text("a pattern that matches the text", (s) => ({
    files: holder({ type: "string", pattern: literally(s) }),
    accepts: [{ p: s }],
    refuses: [{ p: `${s}!` }],
  })),
  label("a format", (s) => ({ files: holder({ type: "string", format: s }), keeps: true })),
  label("a remark's key", (s) => ({
    files: holder(
      fromEntries([
        ["type", "string"],
        [`x-${s}`, 1],
      ]),
    ),
  })),
  text("an event's name", (s) => ({
    files: schemaPage("Thing webhook", "x", { title: "Thing", type: "object", properties: { eventType: { type: "string", const: s } } }),
    keeps: true,
  })),
  text("examples of an event's name", (s) => ({
    files: schemaPage("Thing webhook", "x", {
      title: "Thing",
      type: "object",
      properties: { eventType: { type: "string", examples: [s] } },
    }),
    keeps: true,
  })),
  label("a schema page's title", (s) => ({ files: schemaPage(`${s} webhook`, "x", object) })),
  text("a schema page's table", (s) => ({ files: schemaPage("Thing", s, { title: "Thing", ...object }) })),
  label("an OpenAPI schema's key", (s) => ({ files: openapi(one(s, object), s) })),
  text("texts of an OpenAPI document", (s) => ({
    files: openapi(
      { Thing: { type: "object", description: s, properties: { p: { type: "string", description: s, example: s, nullable: true } } } },
      s,
    ),
    keeps: true,
  })),
  label("a model page's title", (s) => ({ files: model("`p`", "*string*", "x", "", s) })),
  label("a model page's field", (s) => ({ files: model(s, "*string*", "x") })),
  text("a model page's type", (s) => ({ files: model("`p`", s, "x") })),
  text("a model page's description", (s) => ({ files: model("`p`", "*string*", s) })),
  text("a model page's example", (s) => ({ files: model("`p`", "*string*", "x", s) })),
  label("a prose page's title", (s) => ({ files: { "page.txt": `${s}\n${page("pstringX.")["page.txt"] ?? ""}` } })),
  text("a prose page's row", (s) => ({ files: page(`pstringX ${s}.\n${s}`) })),
  text("a prose page's constant", (s) => ({ files: page(`pstringX. Set to ${s}.\nqstringX. Possible values: ${s}, b.`) })),
  label("a prose page's field", (s) => ({
    files: page(
      `${s}stringX.`,
      "",
      JSON.stringify(
        fromEntries([
          ["event", "push"],
          [s, "x"],
        ]),
      ),
    ),
  })),
  label("a prose page's heading", (s) => ({ files: page("pobjectX.", `${s}\n\nElementTypeDescription\nqstringX.`) })),
  text("a prose page's example", (s) => ({
    files: page("pstringX.", "", JSON.stringify({ data: { event: "push", p: s }, requestId: s })),
  })),
  label("a prose page's envelope", (s) => ({
    files: page("pstringX.", "", `{ ${JSON.stringify(s)}: { "event": "push", "p": "x" }, "requestId": "x" }`),
  })),
  text("the place of a correction", (s) => ({ files: corrected({ at: s }) })),
  label("the pointer of a correction", (s) => ({ files: corrected({ at: `Thing#/properties/${s}`, is: { type: "string" } }) })),
  text("what a correction expects", (s) => ({ files: corrected({ was: s }) })),
  text("what a correction puts", (s) => ({ files: corrected({ is: s, because: s, see: s }), keeps: true })),
  text("values that a correction puts", (s) => ({
    files: corrected({ at: "Thing#/properties/p/enum", is: [s, other(s)] }),
    accepts: [{ p: s }],
    refuses: [{ p: `${s}!` }],
    keeps: true,
  })),
  label("a property that a correction puts", (s) => ({
    files: corrected({ at: "Thing#/properties/q", is: { type: "object", properties: one(s, { type: "string" }) } }),
    accepts: [{ q: one(s, "x") }],
    refuses: [{ q: one(s, 5) }],
  })),
];

function named(text: string, schema: Json, good: Json, bad: Json): Placed {
  return {
    files: schemaFile({ title: "Thing", type: "object", properties: one(text, schema) }),
    accepts: [one(text, good), {}],
    refuses: [one(text, bad)],
  };
}

function closed(text: string): Placed {
  return {
    files: schemaFile({
      title: "Thing",
      type: "object",
      properties: one(text, { type: "string" }),
      required: [text],
      additionalProperties: false,
    }),
    accepts: [one(text, "x")],
    refuses: [
      {},
      fromEntries([
        [text, "x"],
        [`${text}!`, "x"],
      ]),
    ],
  };
}

/** A pattern that matches exactly the text. */
const literally = (text: string): string => `^${text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$`;
