// What a template may be given: nothing but safe source text, flags, and lists and objects of them.
import type { Code } from "./code.ts";

export type View = Code | boolean | null | readonly View[] | { readonly [name: string]: View };
