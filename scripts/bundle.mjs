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
  "bench/size",
  "conformance/run",
  "conformance/judge",
  "conformance/types",
  "score/run",
  "archive/worker",
];

/** Tools that few runs need. The readers' packages (YAML, Markdown) are bundled: they are many small files, and most runs need them. */
const OUTSIDE = [
  "@apidevtools/json-schema-ref-parser",
  "diff",
  "esbuild",
  "handlebars",
  "json-schema-to-typescript",
  "ts-morph",
  "typescript",
];

/** The small part of handlebars that every run needs: some twenty files that load as one. */
const RUNTIME = "handlebars/runtime.js";

const bundle = await rolldown({
  input: Object.fromEntries(ENTRIES.map((name) => [name, `scripts/${name}.ts`])),
  platform: "node",
  external: (id) => id !== RUNTIME && OUTSIDE.some((name) => id === name || id.startsWith(`${name}/`)),
});
/** What every command loads, and what a run loads that has something to do; the rest follows its imports. Each file more costs about a millisecond. */
const GROUPS = [
  {
    name: "base",
    test: /scripts\/(diagnostics|engine|report|console|options|inputs|files|files\/(?!fetch-text|is-public-address|redirection|save-documents).*|lib\/(origin|parts|pointer|json|compare-units))\.ts$/,
    priority: 2,
  },
  {
    name: "pipeline",
    test: /scripts\/((lib|keywords|validators|artifacts|shapes|passes)\/.*|helpers|contract|render|package-files|settings|vendor-contract)\.ts$|templates\/src/,
    priority: 1,
  },
];
await bundle.write({ dir: "dist/scripts", format: "esm", cleanDir: true, codeSplitting: { groups: GROUPS } });
