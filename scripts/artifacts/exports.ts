// The names that the package exports for a declaration, by module.
import type { Declaration } from "../contract.ts";
import { camelName } from "../lib/words.ts";
import { enumShape } from "../lib/enum-shape.ts";

/** The names that a declaration has in a vendor's modules. */
export interface Exports {
  readonly types: readonly string[];
  readonly enums: readonly string[];
  readonly validators: readonly string[];
}

/** All exported names of a declaration. */
export function exportsOf(declaration: Declaration): Exports {
  const { name } = declaration;
  const shape = enumShape(declaration);
  const camel = camelName(name);
  const helpers = [
    name,
    ...(shape?.open === true ? [`Known${name}`] : []),
    `${camel}Values`,
    `${camel}Label`,
    `match${name}`,
    ...(shape?.open === true ? [`isKnown${name}`] : []),
  ];
  return {
    types: shape === null ? [name] : [],
    enums: shape === null ? [] : helpers,
    validators: [`is${name}`, `validate${name}`, `parse${name}`, `parse${name}Json`, `assert${name}`, `${name}Schema`],
  };
}
