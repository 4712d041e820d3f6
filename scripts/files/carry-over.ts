// What the user put into the old tree goes into the new one.
import { closeSync, mkdirSync, openSync, readdirSync, readSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { kindAt } from "./kind-at.ts";
import { HEAD_LENGTH, isGenerated, isKeptWhole } from "./kept.ts";

/**
 * Moves everything that is not generated (see `isGenerated`) from one tree to another. `node_modules`, `dist` and dot-folders are moved
 * whole, unless the new tree has its own. Where a file would stand in a folder's place, or the reverse, ".kept" is added to its name.
 * May be repeated after a crash: each step is one rename. Throws system errors.
 */
export const carryOver = (from: string, to: string): void => carryFolder(from, to, "");

function carryFolder(from: string, to: string, below: string): void {
  for (const name of readdirSync(from)) {
    const path = below + name;
    const source = join(from, name);
    const target = join(to, name);
    const isFolder = kindAt(source) === "folder";
    const there = kindAt(target);
    if (isFolder && isKeptWhole(path) && there === null) move(source, target);
    else if (isFolder && isKeptWhole(path) && !name.startsWith(".")) continue;
    else if (isFolder) carryFolder(source, there === null || there === "folder" ? target : freeName(target), `${path}/`);
    else if (!isGenerated(path, head(source), there !== null && there !== "folder"))
      move(source, there === null ? target : freeName(target));
  }
}

function move(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  renameSync(source, target);
}

function freeName(target: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${target}.kept` : `${target}.kept-${count}`;
    if (kindAt(name) === null) return name;
  }
}

/** The beginning of a regular file's text; "" for a link or a device. */
function head(path: string): string {
  if (kindAt(path) !== "file") return "";
  const bytes = Buffer.alloc(HEAD_LENGTH * 3); // a UTF-16 code unit takes at most three bytes of UTF-8
  const file = openSync(path, "r");
  try {
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}
