// The functions that validators call, as the build left them: JavaScript texts by name.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** A function or constant, and the names of the others that it uses. */
export interface HelperText {
  readonly text: string;
  readonly needs: readonly string[];
}

/** The texts by name, in the order in which a module holds them. */
export function readHelperTexts(): ReadonlyMap<string, HelperText> {
  known ??= new Map(Object.entries(parsed(readFileSync(join(packageRoot(), "dist", "helpers.json"), "utf8"))));
  return known;
}

let known: ReadonlyMap<string, HelperText> | undefined;

const parsed = (text: string): Readonly<Record<string, HelperText>> => JSON.parse(text);
