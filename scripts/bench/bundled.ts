// What an import costs in a browser or a worker: bundled and minified by esbuild, and gzipped.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface Bundle {
  readonly bytes: number;
  readonly gzipped: number;
}

/** Bundles a module that says no more than these exports, as an application would; `file` is where it is written, if anywhere. */
export async function bundled(application: string, code: string, file?: string): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: application },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2023",
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  if (file !== undefined) writeFileSync(join(application, file), contents);
  return { bytes: contents.length, gzipped: gzipSync(contents, { level: 9 }).length };
}
