// What compiling a schema costs, with `npm run bench:compile`: schemas of the official tests in a second, and how the time grows with a schema's size.
import { compileValidator } from "../compile-validator.ts";
import type { Json } from "../contract.ts";
import { casesOf, DRAFTS, MISSING, remoteDocuments } from "../conformance/suite.ts";

const ROUNDS = 6;
const SIZES_MB = [0.1, 0.3, 1, 3, 10];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const milliseconds = (run: () => void): number => {
  const begun = performance.now();
  run();
  return performance.now() - begun;
};

/** A schema of about so many bytes: definitions of eight properties each, which refer to each other. */
function schemaOfSize(bytes: number): Json {
  const definition = (index: number, count: number): Json => ({
    type: "object",
    required: ["id", "kind"],
    properties: {
      id: { type: "string", format: "uuid" },
      kind: { enum: ["invoice", "bill", "payment"] },
      total: { type: "number", minimum: 0 },
      note: { type: ["string", "null"], maxLength: 200 },
      lines: {
        type: "array",
        items: { type: "object", properties: { sku: { type: "string", pattern: "^[A-Z0-9]+$" }, count: { type: "integer" } } },
      },
      tags: { type: "object", additionalProperties: { type: "string" } },
      next: { $ref: `#/$defs/Type${(index * 7 + 1) % count}` },
      other: { $ref: `#/$defs/Type${(index * 13 + 5) % count}` },
    },
  });
  const count = Math.max(2, Math.round(bytes / JSON.stringify(definition(1000, 10_000)).length));
  const names = Array.from({ length: count }, (_, index) => `Type${index}`);
  return {
    properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }])),
    $defs: Object.fromEntries(names.map((name, index) => [name, definition(index, count)])),
  };
}

function suite(): void {
  const documents = Object.fromEntries(remoteDocuments());
  const schemas = DRAFTS.flatMap((draft) => casesOf(draft)?.map(({ schema }) => ({ schema, dialect: draft.dialect })) ?? []);
  if (schemas.length === 0) return say(MISSING);
  const times = Array.from({ length: ROUNDS }, () =>
    milliseconds(() => {
      for (const { schema, dialect } of schemas) compileValidator(schema, { dialect, documents, formats: "assert" });
    }),
  );
  const [first = 0, ...warm] = times.map((time) => (schemas.length / time) * 1000);
  say(
    `${schemas.length} schemas of the official tests: ${Math.round(first)} a second at first, ${Math.round(Math.max(...warm))} after warm-up`,
  );
}

function growth(): void {
  say("\n    MB of schema        ms   ms a MB   MB of module");
  for (const size of SIZES_MB) {
    const schema = schemaOfSize(size * 1e6);
    const bytes = JSON.stringify(schema).length;
    let written = 0;
    const time = milliseconds(() => {
      const made = compileValidator(schema, { formats: "assert" });
      written = made.ok ? made.module.length : 0;
    });
    say([bytes / 1e6, time, time / (bytes / 1e6), written / 1e6].map((figure) => figure.toFixed(1).padStart(12)).join(""));
  }
}

suite();
growth();
