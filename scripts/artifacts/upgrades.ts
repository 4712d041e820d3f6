// upgrades.ts: a function for each event of an old form that makes one of the new form of it, and one for them all. Left out where there is none.
import type { Upgrade } from "../contract.ts";
import { code, type Code, commentText, identifier, join, stringLiteral, valueLiteral } from "../lib/code.ts";
import type { VendorArtifact } from "./artifact.ts";
import { headerOf } from "./header.ts";

/** The function that takes every old event of a vendor. */
const LEGACY = "upgradeLegacy";

/** What the module exports. A type that is called `Legacy` has the name for itself. */
export const upgradeExports = (upgrades: readonly Upgrade[]): readonly string[] =>
  upgrades.length === 0 ? [] : [...new Set([...upgrades.map(({ from }) => `upgrade${from}`), LEGACY])];

export const upgrades: VendorArtifact = {
  template: "src/vendor/upgrades.ts",
  view: (vendor) => {
    const { upgrades: made = [] } = vendor.contract;
    if (made.length === 0) return null;
    const several = made.length > 1;
    const codes = (names: readonly string[]): readonly Code[] => [...new Set(names)].toSorted().map(identifier);
    const old = codes(made.map(({ from }) => from));
    const fresh = codes(made.map(({ to }) => to));
    return {
      header: headerOf(vendor),
      several,
      types: join(codes(made.flatMap(({ from, to }) => [from, to])), code`, `),
      validators: join(codes(made.flatMap(({ from, to }) => [...(several ? [`validate${from}`] : []), `validate${to}`])), code`, `),
      upgrades: made.map(({ from, to, fields, see }) => ({
        from: identifier(from),
        to: identifier(to),
        several,
        links: code`{@link ${identifier(from)}} as the {@link ${identifier(to)}}`,
        see: commentText(see.replace(/\s+/g, " ")),
        fields: Object.entries(fields).map(([target, source]) => ({ name: stringLiteral(target), source: valueLiteral(source) })),
      })),
      legacy: made.some(({ from }) => `upgrade${from}` === LEGACY)
        ? null
        : {
            events: join(
              old.map((name) => code`Tolerant<${name}>`),
              code` | `,
            ),
            made: join(fresh, code` | `),
            forms: join(
              old.map((name) => code`from${name}`),
              code`, `,
            ),
            call: code`upgrade${join(old.slice(0, 1), code``)}`,
          },
    };
  },
};
