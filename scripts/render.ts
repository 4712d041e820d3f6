// Fills templates. The only file that knows Handlebars: whole when Hookwright is built, its small runtime when a template is filled.
import type { View } from "./lib/view.ts";
import { Code } from "./lib/code.ts";

/** Fills a template with a view. */
export type Render = (template: string, view: View) => string;

const HELPERS = {
  each: true,
  if: true,
  unless: false,
  with: false,
  log: false,
  lookup: false,
  blockHelperMissing: false,
  helperMissing: false,
};

/** A module that exports the compiled templates, from their texts by path below templates/. */
export async function precompile(texts: ReadonlyMap<string, string>): Promise<string> {
  const { default: handlebars } = await import("handlebars");
  const options = { strict: true, knownHelpersOnly: true, knownHelpers: HELPERS, preventIndent: true };
  const entries = [...texts].map(([path, text]) => `  ${JSON.stringify(path)}: ${String(handlebars.precompile(text, options))},\n`);
  return `// Made by the build from templates/.\nexport default {\n${entries.join("")}};\n`;
}

/** The compiled templates by path; what is in them is Handlebars' own affair. */
export type Precompiled = Readonly<Record<string, object>>;

/**
 * Fills compiled templates.
 * @throws {Error} at a name that the view does not hold, and at a view that holds text which is no {@link Code}.
 */
export async function renderer(precompiled: Precompiled): Promise<Render> {
  const { default: runtime } = await import("handlebars/runtime.js");
  const filled = new Map<string, (view: View) => string>();
  return (template, view) => {
    check(view, template);
    const known = filled.get(template);
    if (known !== undefined) return known(view);
    const compiled = precompiled[template];
    if (compiled === undefined) throw new RangeError(`there is no template ${template}`);
    const fill: (view: View) => string = runtime.template(compiled);
    filled.set(template, fill);
    return fill(view);
  };
}

/** A plain string in a view has not been escaped for any place, so it may not be printed. */
function check(view: View, template: string): void {
  if (!isSafe(view)) throw new TypeError(`${template} is given text that is not safe source text at ${unsafePlace(view)}`);
}

const isSafe = (view: View): boolean =>
  view === null || typeof view === "boolean" || view instanceof Code || (typeof view === "object" && Object.values(view).every(isSafe));

/** Where a view holds something else. */
function unsafePlace(view: View): string {
  const [name, inner] = Object.entries(view ?? {}).find(([, one]) => !isSafe(one)) ?? [];
  return name === undefined ? typeof view : `${name}.${unsafePlace(inner ?? null)}`;
}
