// The build's second step: bundles the sources to dist/scripts, since a few files load much faster than some hundreds.
// What is imported lazily stays lazy. (JavaScript, because it runs before anything is built.)
import { rolldown } from "rolldown";

const ENTRIES = [
  "cli",
  "compile",
  "compile-validator",
  "build-templates",
  "bench/generate",
  "bench/stages",
  "bench/cost-probe",
  "bench/compile-validator",
  "conformance/run",
  "conformance/judge",
  "conformance/types",
  "score/run",
];

/** Tools that few runs need. The readers' packages (YAML, Markdown) are bundled: they are many small files, and most runs need them. */
const OUTSIDE = ["@apidevtools/json-schema-ref-parser", "diff", "handlebars", "json-schema-to-typescript", "ts-morph", "typescript"];

const bundle = await rolldown({
  input: Object.fromEntries(ENTRIES.map((name) => [name, `scripts/${name}.ts`])),
  platform: "node",
  external: (id) => OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`)),
});
await bundle.write({ dir: "dist/scripts", format: "esm", cleanDir: true });
