// specs/<vendor>/openapi.json: the contract as an OpenAPI 3.1 document with a webhook for each event.
import type { Json, JsonObject } from "../contract.ts";
import { fromEntries } from "../lib/json.ts";
import type { VendorDocument } from "./artifact.ts";
import { bodySchema, type NamedEvent, namedEvents, splitExamples } from "./exported-events.ts";
import { exportedSchemas, MADE_BY, spreadAt } from "./exported-schemas.ts";
import { jsonKey, layoutJson } from "./json-layout.ts";

const address = (name: string): string => `#/components/schemas/${name}`;

export const openapiExport: VendorDocument = {
  template: "specs/vendor/openapi.json",
  view: ({ title, contract }, { version }) => {
    const { declarations } = contract;
    const { bodies, others } = splitExamples(contract);
    return {
      text: layoutJson(
        {
          openapi: "3.1.1",
          "x-generated": MADE_BY,
          info: { title: `${title} webhooks`, version },
          webhooks: fromEntries(namedEvents(contract).map((event) => [event.name, webhook(event)])),
          components: {
            ...(bodies.length === 0 ? {} : { examples: fromEntries(bodies.map(([name, value]) => [name, { value }])) }),
            schemas: exportedSchemas({ declarations, examples: others }, address),
          },
        },
        spread,
        jsonKey,
      ),
    };
  },
};

/** What the vendor sends. What it expects as an answer, its documents rarely say; an operation need not state responses. */
function webhook(event: NamedEvent): JsonObject {
  const examples = event.examples.map((name): readonly [string, Json] => [name, { $ref: `#/components/examples/${name}` }]);
  const content = { schema: bodySchema(event, address), ...(examples.length === 0 ? {} : { examples: fromEntries(examples) }) };
  return {
    post: {
      ...(event.nameAt === null ? {} : { "x-event-name-at": event.nameAt }),
      requestBody: { required: true, content: { "application/json": content } },
    },
  };
}

// oxfmt-ignore
const spread = spreadAt(["", "/webhooks", "/components", "/components/examples", "/components/schemas", "/components/schemas/*", "/components/schemas/*/properties"]);
