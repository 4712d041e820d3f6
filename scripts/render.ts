// Fills templates. The only file that knows Handlebars.
import type { View } from "./lib/view.ts";
import { Code } from "./lib/code.ts";

/** Fills a template with a view. */
export type Render = (template: string, view: View) => string;

const HELPERS = { each: true, if: true, unless: false, with: false, log: false, lookup: false, blockHelperMissing: false, helperMissing: false };

/**
 * Compiles templates on first use. `texts` holds them by path below templates/.
 * @throws {Error} at a name that the view does not hold, and at a view that holds text which is no {@link Code}.
 */
export async function renderer(texts: ReadonlyMap<string, string>): Promise<Render> {
  const { default: handlebars } = await import("handlebars");
  const environment = handlebars.create();
  const compiled = new Map<string, (view: View) => string>();
  return (template, view) => {
    check(view, template);
    let fill = compiled.get(template);
    if (fill === undefined) {
      const text = texts.get(template);
      if (text === undefined) throw new RangeError(`there is no template ${template}`);
      fill = environment.compile<View>(text, { strict: true, knownHelpersOnly: true, knownHelpers: HELPERS, preventIndent: true });
      compiled.set(template, fill);
    }
    return fill(view);
  };
}

/** A plain string in a view has not been escaped for any place, so it may not be printed. */
function check(view: View, path: string): void {
  if (view === null || typeof view === "boolean" || view instanceof Code) return;
  if (typeof view !== "object") throw new TypeError(`${path} is given ${typeof view}, which is not safe source text`);
  for (const [name, inner] of Object.entries(view)) check(inner, `${path}.${name}`);
}
