// CONTRACT.md: every event, type, field and rule with its origin, every doubt beside what it concerns. No line numbers: they would move with every edit.
import type { Declaration, Diagnostic, Origin } from "../contract.ts";
import { entryOf, fill } from "../diagnostics.ts";
import { code, join, markdownCode, markdownText, nothing, type Code } from "../lib/code.ts";
import { isArray } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { View } from "../lib/view.ts";
import type { Source } from "../../templates/src/upgrade.ts";
import type { PackageArtifact, Vendor } from "./artifact.ts";
import { type Doubts, doubtsOf } from "./doubts.ts";
import { type EventRow, eventTable } from "./event-table.ts";
import { descriptionOf, rulesOf, sourceOf } from "./prose.ts";
import { signatureItems } from "./signature-words.ts";
import { isInterface, printShape, propertiesOf, shapeOf } from "./shape.ts";

export const contractMd: PackageArtifact = {
  template: "CONTRACT.md",
  view: ({ settings, vendors }) => ({ name: markdownText(settings.name), vendors: vendors.map(vendorView) }),
};

function vendorView({ title, contract }: Vendor): View {
  const doubts = doubtsOf(contract);
  return {
    title: markdownText(title),
    events: eventTable(contract).map(eventView),
    hasEvents: contract.events.length > 0,
    signature:
      contract.signature === undefined
        ? null
        : {
            items: signatureItems(contract.signature),
            source: markdownCode(sourceOf(contract.signature.origin)),
            see: markdownText(contract.signature.see),
          },
    upgrades: (contract.upgrades ?? []).map(({ from, to, fields, see, origin }) => ({
      from: markdownText(from),
      to: markdownText(to),
      source: markdownCode(sourceOf(origin)),
      see: markdownText(see),
      fields: Object.entries(fields).map(([target, source]) => ({ target: markdownCode(target), origin: upgradeWords(source) })),
    })),
    declarations: contract.declarations.map((declaration) => declarationView(declaration, doubts)),
    others: doubts.others.map(doubtText),
    hasOthers: doubts.others.length > 0,
  };
}

function eventView({ name, holes, parts, told, event }: EventRow): View {
  const keys = told?.by === "members" ? told.keys : [];
  return {
    name: name === null ? markdownText("not shown") : markdownCode(name),
    parts: join(
      [
        ...holes.map((hole) => markdownCode(`${hole.name}: ${hole.list?.name ?? "string"}`)),
        ...parts.map((part) => markdownCode(`${part.name}: ${JSON.stringify(part.text)}`)),
      ],
      code`, `,
    ),
    declaration: markdownCode(event.declaration),
    told:
      told === null
        ? markdownText("nothing")
        : event.discriminator === null
          ? code`having ${join(keys.map(markdownCode), code`, `)}`
          : markdownCode(event.discriminator),
    source: markdownCode(sourceOf(event.origin)),
  };
}

function declarationView(declaration: Declaration, doubts: Doubts): View {
  const { schema, origins, name } = declaration;
  const fields = isInterface(schema) ? propertiesOf(schema) : [];
  const description = descriptionOf(schema);
  return {
    name: markdownText(name),
    description: description === "" ? null : markdownText(description),
    sources: join([...new Set(origins.map(sourceOf))].map(markdownCode), code`, `),
    type: fields.length > 0 ? null : markdownCode(printShape(shapeOf(schema)).text),
    rules: fields.length > 0 ? null : rulesText(rulesOf(schema)),
    doubts: doubts.ofDeclaration(declaration).map(doubtText),
    hasFields: fields.length > 0,
    fields: fields.map((field) => ({
      name: markdownCode(field.name),
      type: markdownCode(printShape(field.shape).text),
      required: field.optional ? nothing : code`yes`,
      rules: rulesText(rulesOf(field.schema)) ?? nothing,
      description: markdownText(descriptionOf(field.schema)),
      source: join(
        [...new Set((declaration.parts[pointerBelow("/properties", field.name)] ?? origins).map(sourceOf))].map(markdownCode),
        code`, `,
      ),
      doubts: join(doubts.ofField(declaration, field.name).map(doubtText), code` `),
    })),
  };
}

function upgradeWords(source: Source): Code {
  if (typeof source === "string") return markdownCode(source);
  if (isArray(source)) return join(source.map(upgradeWords), code`, then `);
  if ("text" in source) return markdownCode(JSON.stringify(source.text));
  const values = Object.entries(source.values).map(([value, counterpart]) => code`${markdownCode(value)} is ${markdownCode(counterpart)}`);
  return code`${markdownCode(source.from)} (${join(values, code`, `)})`;
}

const rulesText = (rules: readonly string[]): Code | null => (rules.length === 0 ? null : markdownText(rules.join("; ")));

/** A finding without line numbers: places are named by document and pointer. */
const doubtText = (found: Diagnostic): Code => {
  const { severity, cause } = entryOf(found);
  return code`${markdownText(severity)}: ${markdownText(fill(cause, found, placeName))} (${markdownCode(found.slug)} at ${markdownCode(placeName(found.origin))})`;
};

const placeName = (origin: Origin): string => (origin.line === 0 ? origin.file : sourceOf(origin));
