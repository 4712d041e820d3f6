// @hey-api/openapi-ts: types and zod schemas of a whole document.
import { createClient } from "@hey-api/openapi-ts";
import { input, out } from "./read.mjs";

// It writes a log beside the program when it fails.
process.chdir(out);
await createClient({ input, output: { path: out }, plugins: ["@hey-api/typescript", "zod"], logs: { level: "silent" } });
