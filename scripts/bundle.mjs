// The build's second step: bundles the sources to dist/scripts, since a few files load much faster than a hundred.
// Dependencies stay outside, and what is imported lazily stays lazy. (JavaScript, because it runs before anything is built.)
import { rolldown } from "rolldown";

const ENTRIES = ["cli", "compile", "build-templates", "bench/generate", "bench/stages", "bench/cost-probe"];

const bundle = await rolldown({
  input: Object.fromEntries(ENTRIES.map((name) => [name, `scripts/${name}.ts`])),
  platform: "node",
  external: /^[^./]/,
});
await bundle.write({ dir: "dist/scripts", format: "esm", cleanDir: true });
