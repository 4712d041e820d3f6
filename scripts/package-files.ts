// From contracts to the files of the package: views, templates, and the modules that the generated code imports.
import type { Release } from "./artifacts/artifact.ts";
import { packageArtifacts, vendorArtifacts } from "./artifacts/registry.ts";
import { compareUnits } from "./lib/compare-units.ts";
import { type Precompiled, renderer } from "./render.ts";

/** Fills every template. `templates` holds their texts by path; those without holes are copied when something imports them. */
export async function packageFiles(
  release: Release,
  templates: ReadonlyMap<string, string>,
  precompiled: Precompiled,
): Promise<ReadonlyMap<string, string>> {
  const render = await renderer(precompiled);
  const files = new Map<string, string>();
  for (const { template, view } of packageArtifacts) files.set(template, render(`${template}.hbs`, view(release)));
  for (const vendor of release.vendors)
    for (const { template, view } of vendorArtifacts)
      files.set(template.replace("src/vendor/", `src/${vendor.contract.vendor}/`), render(`${template}.hbs`, view(vendor)));
  for (const [path, text] of templates) if (!path.startsWith("src/") && !path.endsWith(".hbs")) files.set(path, text);
  for (const path of imported(files, templates)) files.set(path, templates.get(path) ?? "");
  return new Map([...files].toSorted(([a], [b]) => compareUnits(a, b)));
}

const IMPORT = /^(?:import|export) .*from "(\.[^"]+)";$/gm;

/** The template modules that generated modules import, directly or not. */
function imported(files: ReadonlyMap<string, string>, templates: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...files].filter(([path]) => path.endsWith(".ts"));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, text] = next;
    for (const [, specifier = ""] of text.matchAll(IMPORT)) {
      const path = new URL(specifier, `file:///${from}`).pathname.slice(1);
      const module = templates.get(path);
      if (module === undefined || found.has(path)) continue;
      found.add(path);
      open.push([path, module]);
    }
  }
  return found;
}
