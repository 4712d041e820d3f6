// json-schema-to-zod: a zod schema for each schema of `components`; references are anything to it.
import { writeFileSync } from "node:fs";
import { jsonSchemaToZod } from "json-schema-to-zod";
import { asDefinitions, out } from "./read.mjs";

const schemas = Object.entries(asDefinitions().$defs);
writeFileSync(
  `${out}/zod.ts`,
  schemas.map(([name, schema]) => jsonSchemaToZod(schema, { name: `_${name.replace(/\W/g, "_")}`, module: "esm" })).join("\n"),
);
