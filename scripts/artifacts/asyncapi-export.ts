// specs/<vendor>/asyncapi.json: the contract as an AsyncAPI 3 document with a channel, an operation and a message for each event.
import type { Contract, Json, JsonObject } from "../contract.ts";
import { entries, fromEntries, isSchema } from "../lib/json.ts";
import type { VendorDocument } from "./artifact.ts";
import { bodySchema, type NamedEvent, namedEvents, splitExamples } from "./exported-events.ts";
import { draft07 } from "./draft-07.ts";
import { exportedSchemas, MADE_BY, spreadAt } from "./exported-schemas.ts";
import { jsonKey, layoutJson } from "./json-layout.ts";

export const asyncapiExport: VendorDocument = {
  template: "specs/vendor/asyncapi.json",
  view: ({ title, contract }, { version }) => {
    const events = namedEvents(contract);
    const keys = events.map(({ name }) => keyOf(name));
    const { schemas, payload } = payloads(contract);
    const shown = new Map(splitExamples(contract).bodies);
    return {
      text: layoutJson(
        {
          asyncapi: "3.0.0",
          "x-generated": MADE_BY,
          info: { title: `${title} webhooks`, version },
          defaultContentType: "application/json",
          // Where the vendor sends to is the receiver's affair: an address of null says so.
          channels: fromEntries(keys.map((key) => [key, { address: null, messages: { event: { $ref: `#/components/messages/${key}` } } }])),
          operations: fromEntries(keys.map((key) => [key, operation(key)])),
          components: {
            messages: fromEntries(events.map((event) => [keyOf(event.name), message(event, payload(event), shown)])),
            schemas,
          },
        },
        spread,
        jsonKey,
      ),
    };
  },
};

// oxfmt-ignore
const spread = spreadAt(["", "/channels", "/operations", "/components", "/components/messages", "/components/schemas", "/components/schemas/*", "/components/schemas/*/properties", "/components/schemas/*/schema", "/components/schemas/*/schema/properties"]);

/**
 * A name as components may have it, and as references may say it: letters, digits, `.`, `-` and `_`. Any other character stands as its
 * code, and so does a `_` that would look like the beginning of one.
 */
const keyOf = (name: string): string =>
  name.replace(/[^\w.-]|_(?=[0-9a-f]+(?:_|[^\w.-]))/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`);

/** What the vendor does. */
const operation = (key: string): JsonObject => ({
  action: "send",
  channel: { $ref: `#/channels/${key}` },
  messages: [{ $ref: `#/channels/${key}/messages/event` }],
});

function message(event: NamedEvent, payload: Json, shown: ReadonlyMap<string, Json>): JsonObject {
  const examples = event.examples.map((name) => ({ name, payload: shown.get(name) ?? null }));
  return {
    name: event.name,
    ...(event.nameAt === null ? {} : { "x-event-name-at": event.nameAt }),
    payload,
    ...(examples.length === 0 ? {} : { examples }),
  };
}

interface Payloads {
  readonly schemas: JsonObject;
  readonly payload: (event: NamedEvent) => Json;
}

const FORMAT = "application/schema+json;version=2020-12";

/**
 * AsyncAPI's own schemas are those of draft 7, which every tool reads. A contract that says what draft 7 cannot is written in
 * JSON Schema 2020-12 instead, all of it, since references lead to schemas of one kind.
 */
function payloads(contract: Contract): Payloads {
  const stated = { declarations: contract.declarations, examples: splitExamples(contract).others };
  const address = (name: string): string => `#/components/schemas/${name}`;
  const older = entries(exportedSchemas(stated, address)).map(
    ([name, schema]) => [name, isSchema(schema) ? draft07(schema) : null] as const,
  );
  const known = older.flatMap(([name, schema]) => (schema === null ? [] : [[name, schema] as const]));
  if (known.length === older.length) return { schemas: fromEntries(known), payload: (event) => bodySchema(event, address) };
  const inside = (name: string): string => `#/components/schemas/${name}/schema`;
  return {
    schemas: fromEntries(entries(exportedSchemas(stated, inside)).map(([name, schema]) => [name, { schemaFormat: FORMAT, schema }])),
    payload: (event) => ({ schemaFormat: FORMAT, schema: bodySchema(event, inside) }),
  };
}
