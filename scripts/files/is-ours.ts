// Whether Hookwright made a folder.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "../contract.ts";
import { member } from "../lib/json.ts";
import { ifPresent } from "./if-present.ts";
import { kindAt } from "./kind-at.ts";

/** True when the folder is absent or empty, or its `package.json` has `"hookwright": { "generated": true }`. A link is never ours. */
export function isOurs(directory: string): boolean {
  for (;;) {
    const before = inode(directory);
    const kind = kindAt(directory);
    const ours = kind === null || (kind === "folder" && (isEmpty(directory) || isMarked(join(directory, "package.json"))));
    // Another run may have exchanged the folder between two looks at it: then look again.
    if (ours || before === inode(directory)) return ours;
  }
}

const inode = (path: string): number | undefined => ifPresent(() => lstatSync(path))?.ino;

const isEmpty = (directory: string): boolean => ifPresent(() => readdirSync(directory))?.length === 0;

function isMarked(file: string): boolean {
  try {
    const parsed: Json = JSON.parse(readFileSync(file, "utf8"));
    return member(member(parsed, "hookwright"), "generated") === true;
  } catch {
    return false; // absent, unreadable or no JSON: nothing says that it is ours
  }
}
