// specs/<vendor>/schema.json: all declarations in one JSON Schema 2020-12 document; its root is any of the vendor's events.
import { compareUnits } from "../lib/compare-units.ts";
import type { VendorDocument } from "./artifact.ts";
import { exportedSchemas, MADE_BY, spreadAt } from "./exported-schemas.ts";
import { jsonKey, layoutJson } from "./json-layout.ts";

const address = (name: string): string => `#/$defs/${name}`;

export const jsonSchemaExport: VendorDocument = {
  template: "specs/vendor/schema.json",
  view: ({ title, contract }, { name }) => {
    const bodies = [...new Set(contract.events.map(({ declaration }) => declaration))].toSorted(compareUnits);
    return {
      text: layoutJson(
        {
          $schema: "https://json-schema.org/draft/2020-12/schema",
          $id: `urn:hookwright:${name}:${contract.vendor}`,
          $comment: MADE_BY,
          title: `${title} webhook`,
          ...(bodies.length === 0 ? {} : { anyOf: bodies.map((body) => ({ $ref: address(body) })) }),
          $defs: exportedSchemas(contract, address),
        },
        spread,
        jsonKey,
      ),
    };
  },
};

const spread = spreadAt(["", "/anyOf", "/$defs", "/$defs/*", "/$defs/*/properties"]);
