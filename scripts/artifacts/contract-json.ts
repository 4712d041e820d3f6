// contract.json: the serialised contract, for programs and for comparing with the next one. Places have pointers and no line numbers.
import type { Declaration, Diagnostic, Example, Json, JsonObject, Origin, Signature } from "../contract.ts";
import { entryOf } from "../diagnostics.ts";
import { compareUnits } from "../lib/compare-units.ts";
import { entries, fromEntries, member } from "../lib/json.ts";
import { isOrigin } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { PackageArtifact, Vendor } from "./artifact.ts";
import { type EventRow, eventTable } from "./event-table.ts";
import { namedExamples } from "./examples.ts";
import { exportsOf } from "./exports.ts";
import { jsonKey, layoutJson, type Spread } from "./json-layout.ts";
import { sourceOf } from "./prose.ts";
import { schemeJson } from "./signature-words.ts";

export const contractJson: PackageArtifact = {
  template: "contract.json",
  view: ({ settings, vendors }) => ({
    text: layoutJson(
      {
        format: 1,
        package: settings.name,
        vendors: Object.fromEntries(vendors.map((vendor) => [vendor.contract.vendor, vendorJson(vendor)])),
      },
      spread,
      jsonKey,
    ),
  }),
};

/** Vendors, declarations, their schemas' keywords and properties, events, examples and findings have lines of their own. */
const spread: Spread = ([top, , section, ...rest], value) => {
  if (top === undefined) return true;
  if (top !== "vendors") return false;
  if (section !== "declarations") return section === undefined || rest.length === 0;
  const [, part, keyword] = rest;
  if (part === undefined) return true;
  return part === "schema"
    ? typeof value === "object" && (keyword === undefined || (keyword === "properties" && rest.length === 3))
    : part === "fields" && rest.length === 2;
};

const vendorJson = ({ title, contract }: Vendor): JsonObject => ({
  title,
  ...(contract.signature === undefined ? {} : { signature: signatureJson(contract.signature) }),
  ...(contract.upgrades === undefined
    ? {}
    : { upgrades: contract.upgrades.map((upgrade) => ({ ...upgrade, origin: place(upgrade.origin) })) }),
  events: eventTable(contract).map(eventJson),
  declarations: Object.fromEntries(contract.declarations.map((declaration) => [declaration.name, declarationJson(declaration)])),
  examples: Object.fromEntries(namedExamples(contract.examples).map(([name, example]) => [name, exampleJson(example)])),
  findings: findingsJson(contract.diagnostics),
});

const place = (origin: Origin): string => (origin.line === 0 ? origin.file : sourceOf(origin));

/** `parts` are those of a name that varies, with the lists of their known values, or their only one; `members` tell an event whose name the body does not say. */
const eventJson = ({ name, holes, parts, told, event: { discriminator, declaration, origin } }: EventRow): JsonObject => ({
  name,
  parts: fromEntries([
    ...holes.map((hole): [string, Json] => [hole.name, hole.list?.name ?? null]),
    ...parts.map((part): [string, Json] => [part.name, { const: part.text }]),
  ]),
  discriminator,
  ...(told?.by === "members" ? { members: told.keys } : {}),
  declaration,
  origin: place(origin),
});

const signatureJson = (signature: Signature): JsonObject => ({
  ...schemeJson(signature),
  see: signature.see,
  origin: place(signature.origin),
});

const exampleJson = ({ declaration, pointer, value, origin }: Example): JsonObject => ({
  declaration,
  pointer,
  value,
  origin: place(origin),
});

/** The findings that stay, by pointer and not by line: what moves in a document moves nothing here. */
const findingsJson = (diagnostics: readonly Diagnostic[]): readonly Json[] =>
  diagnostics
    .filter((found) => entryOf(found).passing !== true)
    .map((found) => {
      const finding = findingJson(found);
      return { by: `${place(found.origin)}\n${JSON.stringify(finding)}`, finding };
    })
    .sort((a, b) => compareUnits(a.by, b.by))
    .map(({ finding }) => finding);

const findingJson = (found: Diagnostic): JsonObject => ({
  slug: found.slug,
  severity: entryOf(found).severity,
  origin: place(found.origin),
  facts: Object.fromEntries(Object.entries(found.facts).map(([name, fact]) => [name, isOrigin(fact) ? place(fact) : fact])),
});

function declarationJson(declaration: Declaration): JsonObject {
  const { types, enums, validators } = exportsOf(declaration);
  return {
    origins: [...new Set(declaration.origins.map(place))],
    exports: { types, enums, validators },
    schema: declaration.schema,
    fields: fieldOrigins(declaration),
  };
}

/** Where fields are stated, when that is not plain from where the declaration is. */
function fieldOrigins({ parts, origins, schema }: Declaration): JsonObject {
  const [owner] = origins;
  return Object.fromEntries(
    entries(member(schema, "properties")).flatMap(([name]): readonly (readonly [string, Json])[] => {
      const stated = [...new Set((parts[pointerBelow("/properties", name)] ?? []).map(place))];
      const plain = owner === undefined ? "" : place({ ...owner, pointer: owner.pointer + pointerBelow("/properties", name) });
      return stated.length === 0 || (stated.length === 1 && stated[0] === plain) ? [] : [[name, stated]];
    }),
  );
}
