// One row of a model page's table of fields.
import type { Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { isArray, isObject, member } from "../lib/json.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { bareText, type Cell } from "./markdown-tables.ts";
import { type CellExample, cellExamples } from "./model-page-examples.ts";
import { cellProse } from "./model-page-prose.ts";
import { orNull, readType } from "./type-cell.ts";

/** A row, read. */
export interface FieldRow {
  readonly name: string;
  readonly schema: JsonObject;
  readonly required: boolean;
  readonly origin: Origin;
  /** Where parts of the schema are stated, by pointer in it. */
  readonly parts: readonly (readonly [pointer: string, origin: Origin])[];
  readonly diagnostics: readonly Diagnostic[];
  /** A member of the object, members of any name, the response as the SDK holds it, or what stands around a response's body. */
  readonly role: "member" | "others" | "response" | "around";
  /** Whether an example is printed as the generator's language prints a time. */
  readonly rendered: boolean;
}

/** Finds a row's cell by the column's name in small letters. */
export type CellOf = (column: string) => Cell | undefined;

/** Reads a row; null when it names no field or type. `heading` is the section's. */
export function readFieldRow(cell: CellOf, heading: string, source: Located): FieldRow | null {
  const [field, type] = [cell("field"), cell("type")];
  const name = wireName(bareText(field?.text ?? ""));
  if (field === undefined || type === undefined || name === "" || type.text === "") return null;
  const origin = originAt(source, field.offset, pointerBelow("", heading, name));
  const at = (offset: number): Origin => originAt(source, offset, origin.pointer);
  const read = readType(type.text);
  const mark = cell("required");
  const required = TICKS.has((mark?.text ?? "").toLowerCase());
  const { description, deprecated } = cellProse(cell("description")?.text ?? "");
  const examples = cellExamples(cell("example") ?? { text: "", offset: 0 }, read.schema);
  // What a language lets be missing or null, and is required, may be null.
  const sent = examples.some((one) => one.kind === "value" && typeof one.value === "string") ? orText(read.schema) : read.schema;
  const schema = withItemExamples(required && read.maybe ? orNull(sent) : sent, examples);
  const values = examples.flatMap((one) => (one.kind === "value" ? [one] : []));
  const isRaw = read.unread !== null && (/\braw http response\b/i.test(description) || /response(message|interface)?$/i.test(read.unread));
  const isOthers = OTHERS.test(name) && description === "" && schema["type"] === "object";
  return {
    name,
    required,
    origin,
    role: isRaw ? "response" : isOthers ? "others" : AROUND_BODY.test(description) ? "around" : "member",
    rendered: examples.some(({ kind }) => kind === "rendered"),
    schema: {
      ...schema,
      ...(description === "" ? {} : { description }),
      ...(deprecated || field.text.startsWith("~~") ? { deprecated: true } : {}),
      ...(values.length === 0 ? {} : { examples: values.map(({ value }) => value) }),
    },
    parts: [
      ...referencesIn(schema).map((pointer) => [pointer, at(type.offset)] as const),
      ...values.map(({ offset }, index) => [`/examples/${index}`, at(offset)] as const),
    ],
    diagnostics: [
      ...(read.unread === null
        ? []
        : [diagnostic("type-of-the-sdk", at(type.offset), { field: name, type: read.unread }, type.text.length)]),
      ...(mark === undefined || required || CROSSES.has(mark.text.toLowerCase())
        ? []
        : [diagnostic("line-unaccounted", at(mark.offset), { format: "model pages" }, mark.text.length)]),
      ...examples.flatMap((one) => exampleFindings(one, at)),
    ],
  };
}

function exampleFindings(one: CellExample, at: (offset: number) => Origin): readonly Diagnostic[] {
  if (one.kind === "unreadable") return [diagnostic("example-unreadable", at(one.offset), { problem: one.problem })];
  if (one.kind !== "value") return [];
  return one.repairs.map(({ slug, offset, facts, length }) => diagnostic(slug, at(offset), facts, length));
}

const TICKS: ReadonlySet<string> = new Set([":heavy_check_mark:", ":white_check_mark:", "✓", "✔", "✔️", "✅", "yes", "true", "required"]);
const CROSSES: ReadonlySet<string> = new Set(["", ":heavy_minus_sign:", ":x:", "-", "–", "➖", "❌", "no", "false", "optional"]);

/** The row that generators add where an object takes members of any name. */
const OTHERS = /^(additional_?properties|__pydantic_extra__)$/i;

/** What SDKs say of the parts of a response that are not its body. */
const AROUND_BODY = /^HTTP response (content type|status code) for this operation$/;

/** Generators put a low line behind a name that their language has taken: `default_`. */
const wireName = (printed: string): string => printed.replace(/(?<=[A-Za-z0-9])_$/, "");

/** Where references stand in a field's schema. */
function referencesIn(schema: Json | undefined): readonly string[] {
  if (!isObject(schema)) return [];
  const forms = member(schema, "anyOf");
  return [
    ...(member(schema, "$ref") === undefined ? [] : ["/$ref"]),
    ...["items", "additionalProperties"].flatMap((keyword) => referencesIn(member(schema, keyword)).map((at) => `/${keyword}${at}`)),
    ...(isArray(forms) ? forms.flatMap((form, index) => referencesIn(form).map((at) => `/anyOf/${index}${at}`)) : []),
  ];
}

/** Languages have one class for long numbers, whether they are sent as numbers or as texts. */
const orText = (schema: JsonObject): JsonObject => {
  const type = member(schema, "type");
  return type === "number" || type === "integer" ? { ...schema, type: [type, "string"] } : schema;
};

/** Examples that stand in the row of a list and are none of lists are examples of its items. */
function withItemExamples(schema: JsonObject, examples: readonly CellExample[]): JsonObject {
  const values = examples.flatMap((one) => (one.kind === "item" ? [one.value] : []));
  const items = member(schema, "items");
  return values.length === 0 || !isObject(items) ? schema : { ...schema, items: { ...items, examples: values } };
}
