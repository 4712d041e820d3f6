// upgrades.ts: a function for each event of an old form that makes one of the new form of it. Left out where there is none.
import type { Upgrade } from "../contract.ts";
import { code, type Code, commentText, identifier, join, stringLiteral, valueLiteral } from "../lib/code.ts";
import { camelName } from "../lib/words.ts";
import type { VendorArtifact } from "./artifact.ts";
import { headerOf } from "./header.ts";

export const upgrades: VendorArtifact = {
  template: "src/vendor/upgrades.ts",
  view: (vendor) => {
    const { upgrades: made = [] } = vendor.contract;
    if (made.length === 0) return null;
    const names = (of: (upgrade: Upgrade) => readonly string[]): Code =>
      join([...new Set(made.flatMap(of))].toSorted().map(identifier), code`, `);
    return {
      header: headerOf(vendor),
      types: names(({ from, to }) => [from, to]),
      validators: names(({ to }) => [`validate${to}`]),
      upgrades: made.map(({ from, to, fields, see }) => ({
        from: identifier(from),
        to: identifier(to),
        camel: identifier(camelName(from)),
        links: code`{@link ${identifier(from)}} as the {@link ${identifier(to)}}`,
        see: commentText(see.replace(/\s+/g, " ")),
        fields: Object.entries(fields).map(([target, source]) => ({ name: stringLiteral(target), source: valueLiteral(source) })),
      })),
    };
  },
};
