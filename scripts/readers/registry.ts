// Every source format that Hookwright reads. The first reader that recognises a document has it.
import { jsonExample } from "./json-example.ts";
import { jsonSchema } from "./json-schema.ts";
import { modelPage } from "./model-page.ts";
import { openapi } from "./openapi.ts";
import { prosePage } from "./prose-page.ts";
import type { Reader } from "./reader.ts";
import { schemaPage } from "./schema-page.ts";

export const readers: readonly Reader[] = [openapi, jsonSchema, schemaPage, modelPage, prosePage, jsonExample];
