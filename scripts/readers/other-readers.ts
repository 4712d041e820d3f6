// The readers of schemas, pages and examples: a good part of Hookwright, which OpenAPI documents do without.
import { jsonExample } from "./json-example.ts";
import { jsonSchema } from "./json-schema.ts";
import { modelPage } from "./model-page.ts";
import { prosePage } from "./prose-page.ts";
import type { Reader } from "./reader.ts";
import { schemaPage } from "./schema-page.ts";

export const otherReaders: readonly Reader[] = [jsonSchema, schemaPage, modelPage, prosePage, jsonExample];
