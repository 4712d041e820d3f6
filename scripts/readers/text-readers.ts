// The readers of pages and of examples: a good part of Hookwright, which documents that are schemas do without.
import { jsonExample } from "./json-example.ts";
import { modelPage } from "./model-page.ts";
import { prosePage } from "./prose-page.ts";
import type { Reader } from "./reader.ts";
import { schemaPage } from "./schema-page.ts";

export const textReaders: readonly Reader[] = [schemaPage, modelPage, prosePage, jsonExample];
