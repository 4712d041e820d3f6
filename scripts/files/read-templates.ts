// The templates that come with Hookwright.
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";
import { readTree } from "./read-tree.ts";

/** All templates by path below templates/. They are part of the program, like its code. */
export const readTemplates = (): ReadonlyMap<string, string> => readTree(join(packageRoot(), "templates")) ?? new Map();
