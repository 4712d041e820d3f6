// Rewrites `exclusiveMaximum: true` of OpenAPI 3.0 and older drafts, which makes a limit of `maximum`, to the number of 2020-12.
import type { Contract, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, fromEntries, member } from "../lib/json.ts";
import { rewriteSchemas } from "./rewrite-schemas.ts";

const FLAGS: ReadonlyMap<string, string> = new Map([
  ["exclusiveMaximum", "maximum"],
  ["exclusiveMinimum", "minimum"],
]);

/** `false` says nothing, and neither does `true` without a limit, which is told. */
export const exclusiveFlags = (contract: Contract): Contract =>
  rewriteSchemas(
    contract,
    (schema, at, report, _, { openapi }) => {
      if (openapi === undefined) return schema;
      const flags = [...FLAGS].filter(([flag]) => typeof member(schema, flag) === "boolean");
      if (flags.length === 0) return schema;
      const rest = new Map(entries(schema));
      for (const [flag, limit] of flags) {
        const isSet = rest.get(flag) === true;
        const set: Json | undefined = isSet ? rest.get(limit) : undefined;
        rest.delete(flag);
        if (isSet && set === undefined)
          report(
            diagnostic("keyword-without-effect", at(flag), { keyword: flag, dialect: `OpenAPI ${openapi}`, other: limit }, flag.length + 2),
          );
        if (set === undefined) continue;
        rest.delete(limit);
        rest.set(flag, set);
      }
      return fromEntries(rest);
    },
    (keyword) => FLAGS.has(keyword),
  );
