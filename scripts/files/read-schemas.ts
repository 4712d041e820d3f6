// The vendors' documents, read from the schemas folder and from nowhere else.
import { readdirSync, realpathSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { compareUnits } from "../lib/compare-units.ts";
import { errorCode } from "./error-code.ts";
import { kindAt, leadsToFolder } from "./kind-at.ts";
import { readText, unreadable } from "./read-text.ts";
import { UsageError } from "./usage-error.ts";

/** A file or link that was left out; the reason continues the sentence that the path begins. */
interface Refused {
  readonly path: string;
  readonly reason: string;
}

/** Texts by path below the folder, with `/`. No prototype: `__proto__` is a path like any other. */
export interface Schemas {
  readonly files: Record<string, string>;
  readonly refused: readonly Refused[];
}

interface Found {
  readonly path: string;
  /** Where to read it, or why not to. */
  readonly at: { readonly real: string } | { readonly reason: string };
}

const inside = (folder: string, path: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/**
 * Reads every file below a folder, sorted by path in code units, without names that begin with a dot and without `node_modules`.
 * A link is followed when it stays inside of the folder; through a followed link to a folder, no other link to a folder is followed.
 * What cannot be read is refused with a reason. Throws {@link UsageError} when the folder is missing or is none.
 */
export function readSchemas(directory: string): Schemas {
  const root = realFolder(directory);
  const files: Record<string, string> = Object.create(null);
  const refused: Refused[] = [];
  for (const { path, at } of find(root, root, "", false).sort((a, b) => compareUnits(a.path, b.path))) {
    const reading = "reason" in at ? at : readText(at.real);
    if ("reason" in reading) refused.push({ path, reason: reading.reason });
    else files[path] = reading.text;
  }
  return { files, refused };
}

function realFolder(directory: string): string {
  const place = resolve(directory);
  if (kindAt(place) === null) throw new UsageError(`The schemas folder ${place} does not exist. Create it, or name the right one.`);
  if (!leadsToFolder(place)) throw new UsageError(`${place} is not a folder. Name the folder that holds the vendors' documents.`);
  return realpathSync(place);
}

/** Everything below the real folder `at`, which stands at `below` for the reader. */
function find(root: string, at: string, below: string, throughLink: boolean): Found[] {
  let names: string[];
  try {
    names = readdirSync(at);
  } catch (error) {
    return [{ path: below === "" ? "." : below, at: { reason: unreadable(error) } }];
  }
  return names
    .filter((name) => !name.startsWith(".") && name !== "node_modules")
    .flatMap((name): Found[] => {
      const real = join(at, name);
      const path = below + name;
      const kind = kindAt(real);
      if (kind === "file") return [{ path, at: { real } }];
      if (kind === "folder") return find(root, real, `${path}/`, throughLink);
      if (kind === "link") return follow(root, real, path, throughLink);
      return [{ path, at: { reason: "is neither a file nor a folder; remove it" } }];
    });
}

function follow(root: string, link: string, path: string, throughLink: boolean): Found[] {
  const refuse = (reason: string): Found[] => [{ path, at: { reason } }];
  let real: string;
  try {
    real = realpathSync(link);
  } catch (error) {
    return refuse(
      errorCode(error) === "ELOOP"
        ? "is a link that leads to itself; remove it"
        : "is a link that leads nowhere; remove it or put its target back",
    );
  }
  if (!inside(root, real)) return refuse(`is a link that leaves the schemas folder, to ${real}; copy the document into the folder`);
  const kind = kindAt(real);
  if (kind === "file") return [{ path, at: { real } }];
  if (kind !== "folder") return refuse("is a link to neither a file nor a folder; remove it");
  if (inside(real, link)) return refuse("is a link to a folder that holds the link itself; remove it");
  if (throughLink) return refuse("is a link to a folder, reached through another such link; copy the documents");
  return find(root, real, `${path}/`, true);
}
