// From contracts to the files of the package: views, templates, and the modules that the generated code imports.
import type { Release, Vendor } from "./artifacts/artifact.ts";
import { packageArtifacts, vendorArtifacts, vendorDocuments } from "./artifacts/registry.ts";
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

/** A file's path below the package, and its text. */
export type PrintedFile = readonly [path: string, text: string];

/** A vendor with its modules, which may be printed when they are asked for. */
export interface PrintedVendor extends Vendor {
  readonly modules: Iterable<PrintedFile>;
}

/** A vendor's own modules, each printed when it is asked for. They depend on nothing but its contract. */
export function* vendorModules(vendor: Vendor, print: Printer): Generator<PrintedFile> {
  for (const { template, view } of vendorArtifacts) {
    // Nothing of a view stays here while its text is being written.
    const text = printed(template, view(vendor), print);
    if (text !== null) yield [template.replace("src/vendor/", `src/${vendor.contract.vendor}/`), text];
  }
}

const printed = (template: string, view: View, print: Printer): string | null => (view === null ? null : print(template, () => view));

/**
 * All files of a package, each printed when it is asked for: of a large package nobody needs to hold more than one. `templates` holds the texts of
 * templates by path; those without holes are copied when something imports them.
 */
export function* packageFiles(
  release: Release & { readonly vendors: readonly PrintedVendor[] },
  templates: ReadonlyMap<string, string>,
  print: Printer,
): Generator<PrintedFile> {
  const copied = new Set<string>();
  /** Notes the template modules that a module imports, directly or not. */
  const note = (from: string, text: string): void => {
    for (const specifier of specifiersIn(text)) {
      const path = new URL(specifier, `file:///${from}`).pathname.slice(1);
      const module = templates.get(path);
      if (module === undefined || copied.has(path)) continue;
      copied.add(path);
      note(path, module);
    }
  };
  for (const vendor of release.vendors) {
    yield* noted(vendor.modules, note);
    for (const { template, view } of vendorDocuments)
      yield [template.replace("/vendor/", `/${vendor.contract.vendor}/`), print(template, () => view(vendor, release.settings))];
  }
  for (const { template, view } of packageArtifacts) yield [template, print(template, () => view(release))];
  for (const [path, text] of templates)
    if (!path.startsWith("src/") && !path.endsWith(".hbs")) {
      if (path.endsWith(".ts")) note(path, text);
      yield [path, text];
    }
  for (const path of copied) yield [path, templates.get(path) ?? ""];
}

function* noted(files: Iterable<PrintedFile>, note: (path: string, text: string) => void): Generator<PrintedFile> {
  for (const file of files) {
    note(...file);
    yield file;
  }
}

/** What the modules of a text are imported from. Imports stand first: texts can have megabytes. */
function specifiersIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end === -1 ? text.length : end);
    if (!HEAD.test(line)) break;
    const [, specifier] = IMPORT.exec(line) ?? [];
    if (specifier !== undefined) found.push(specifier);
    at = end === -1 ? text.length : end + 1;
  }
  return found;
}

/** What stands among imports: comments, and what is exported from elsewhere. */
const HEAD = /^(?:$|\/\/|\/\*\*| \*|import |export (?:type )?[{*])/;

const IMPORT = /^(?:import|export) .*from "(\.[^"]+)";$/;
