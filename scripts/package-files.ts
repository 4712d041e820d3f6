// From contracts to the files of the package: views, templates, and the modules that the generated code imports.
import type { Release, Vendor } from "./artifacts/artifact.ts";
import { packageArtifacts, vendorArtifacts, vendorDocuments } from "./artifacts/registry.ts";
import { compareUnits } from "./lib/compare-units.ts";
import type { View } from "./lib/view.ts";
import { type Precompiled, renderer } from "./render.ts";

/** Works a view out and fills a template of this build with it. */
export type Printer = (template: string, view: () => View) => string;

/** A printer that tells what it prints. */
export async function printer(precompiled: Precompiled, tell: (step: string) => void): Promise<Printer> {
  const print = await renderer(precompiled);
  return (template, view) => {
    tell(`printing ${template}`);
    return print(`${template}.hbs`, view());
  };
}

/** A vendor with its modules by path. */
export interface PrintedVendor extends Vendor {
  readonly modules: { readonly [path: string]: string };
}

/** A vendor's own modules by path. They depend on nothing but its contract. */
export const vendorModules = (vendor: Vendor, print: Printer): PrintedVendor["modules"] =>
  Object.fromEntries(
    vendorArtifacts.flatMap(({ template, view }) => {
      const shown = view(vendor);
      return shown === null ? [] : [[template.replace("src/vendor/", `src/${vendor.contract.vendor}/`), print(template, () => shown)]];
    }),
  );

/** All files of a package. `templates` holds the texts of templates by path; those without holes are copied when something imports them. */
export function packageFiles(
  release: Release & { readonly vendors: readonly PrintedVendor[] },
  templates: ReadonlyMap<string, string>,
  print: Printer,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { template, view } of packageArtifacts)
    files.set(
      template,
      print(template, () => view(release)),
    );
  for (const { modules } of release.vendors) for (const [path, text] of Object.entries(modules)) files.set(path, text);
  for (const vendor of release.vendors)
    for (const { template, view } of vendorDocuments)
      files.set(
        template.replace("/vendor/", `/${vendor.contract.vendor}/`),
        print(template, () => view(vendor, release.settings)),
      );
  for (const [path, text] of templates) if (!path.startsWith("src/") && !path.endsWith(".hbs")) files.set(path, text);
  for (const path of imported(files, templates)) files.set(path, templates.get(path) ?? "");
  return new Map([...files].toSorted(([a], [b]) => compareUnits(a, b)));
}

const IMPORT = /^(?:import|export) .*from "(\.[^"]+)";$/;

/** What the modules of a text are imported from. Only lines that could import are looked at: texts can have megabytes. */
function specifiersIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf(FROM); at !== -1; at = text.indexOf(FROM, at + 1)) {
    const end = text.indexOf("\n", at);
    const [, specifier] = IMPORT.exec(text.slice(text.lastIndexOf("\n", at) + 1, end === -1 ? text.length : end)) ?? [];
    if (specifier !== undefined) found.push(specifier);
  }
  return found;
}

const FROM = ' from ".';

/** The template modules that generated modules import, directly or not. */
function imported(files: ReadonlyMap<string, string>, templates: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...files].filter(([path]) => path.endsWith(".ts"));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, text] = next;
    for (const specifier of specifiersIn(text)) {
      const path = new URL(specifier, `file:///${from}`).pathname.slice(1);
      const module = templates.get(path);
      if (module === undefined || found.has(path)) continue;
      found.add(path);
      open.push([path, module]);
    }
  }
  return found;
}
