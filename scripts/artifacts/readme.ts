// README.md of the generated package: its use in a few lines.
import type { Contract } from "../contract.ts";
import { type Code, code, identifier, join, markdownCode, markdownText, propertyName, stringLiteral } from "../lib/code.ts";
import { camelName } from "../lib/words.ts";
import type { PackageArtifact, Vendor } from "./artifact.ts";
import { eventModule } from "./event-identifiers.ts";

export const readme: PackageArtifact = {
  template: "README.md",
  view: ({ settings, vendors }) => {
    const signed = vendors.find(({ contract }) => contract.signature !== undefined);
    const first = vendors.find(({ contract }) => contract.declarations.length > 0);
    const events = vendors.flatMap(({ contract }) => {
      const [row] = eventModule(contract).rows;
      return row === undefined ? [] : [{ entry: entryOf(contract, settings.name), key: propertyName(row.name, "value") }];
    });
    return {
      name: markdownText(settings.name),
      description: markdownText(settings.description),
      install: code`npm install ${join([markdownText(settings.name)])}`,
      use: first === undefined ? null : usage(first, settings.name),
      events: events[0] ?? null,
      signed:
        signed === undefined
          ? null
          : { entry: stringLiteral(`${settings.name}/${signed.contract.vendor}/signatures`), title: markdownText(signed.title) },
      upgraded: upgradedOf(vendors, settings.name),
      fixtures: vendors.flatMap((vendor) => fixturesOf(vendor, settings.name))[0] ?? null,
      vendors: vendors.map(({ title, contract }) => ({
        title: markdownText(title),
        entry: markdownCode(`${settings.name}/${contract.vendor}`),
        types: join(
          contract.declarations.map(({ name }) => markdownCode(name)),
          code`, `,
        ),
      })),
    };
  },
};

function upgradedOf(vendors: readonly Vendor[], packageName: string): { readonly call: Code; readonly entry: Code } | null {
  const [first] = vendors.flatMap(({ contract: { vendor, upgrades = [] } }) => upgrades.map(({ from }) => ({ vendor, from })));
  return first === undefined
    ? null
    : { call: markdownCode(`upgrade${first.from}(event)`), entry: markdownCode(`${packageName}/${first.vendor}/upgrades`) };
}

function usage({ contract }: Vendor, packageName: string): { readonly [name: string]: Code } {
  const type = contract.events[0]?.declaration ?? contract.declarations[0]?.name ?? "Value";
  return {
    entry: entryOf(contract, packageName),
    schema: entryOf(contract, packageName, "/schema.json"),
    openapi: entryOf(contract, packageName, "/openapi.json"),
    asyncapi: entryOf(contract, packageName, "/asyncapi.json"),
    type: identifier(type),
    value: identifier(camelName(type)),
  };
}

/** The fixtures of an event, or of any type that has some. */
function fixturesOf({ contract, samples }: Vendor, packageName: string): readonly { readonly [name: string]: Code }[] {
  const names = (samples ?? []).map(({ name }) => name);
  const type = contract.events.map(({ declaration }) => declaration).find((name) => names.includes(name)) ?? names[0];
  if (type === undefined) return [];
  return [
    {
      entry: entryOf(contract, packageName),
      samples: entryOf(contract, packageName, "/samples"),
      arbitraries: entryOf(contract, packageName, "/arbitraries"),
      type: identifier(type),
    },
  ];
}

const entryOf = ({ vendor }: Contract, packageName: string, below = ""): Code => stringLiteral(`${packageName}/${vendor}${below}`);
