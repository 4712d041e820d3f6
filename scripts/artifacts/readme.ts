// README.md of the generated package: its use in a few lines.
import type { Contract } from "../contract.ts";
import { type Code, code, identifier, join, markdownCode, markdownText, propertyName, stringLiteral } from "../lib/code.ts";
import type { View } from "../lib/view.ts";
import { camelName } from "../lib/words.ts";
import type { PackageArtifact, Vendor } from "./artifact.ts";
import { eventModule } from "./event-identifiers.ts";
import type { ToldEvent } from "./event-table.ts";
import { canBeReceived } from "./receive.ts";

export const readme: PackageArtifact = {
  template: "README.md",
  view: ({ settings, vendors }) => {
    const signed = vendors.find(({ contract }) => contract.signature !== undefined);
    const first = vendors.find(({ contract }) => contract.declarations.length > 0);
    const events = vendors.flatMap(({ contract }) => {
      const { rows, templated } = eventModule(contract);
      const row = rows.find(({ event }) => !isOld(contract, event.declaration)) ?? rows[0];
      if (row === undefined) return [];
      return [
        {
          entry: entryOf(contract, settings.name),
          key: propertyName(row.name, "value"),
          sent: IN_SHELL.test(nameLike(row)) ? stringLiteral(nameLike(row)) : null,
          parsed: templated.some((event) => event.row === row) ? stringLiteral(nameLike(row)) : null,
        },
      ];
    });
    const received = vendors.find(({ contract }) => canBeReceived(contract));
    return {
      name: markdownText(settings.name),
      description: markdownText(settings.description),
      install: code`npm install ${join([markdownText(settings.name)])}`,
      use: first === undefined ? null : usage(first, settings.name),
      events: events[0] ?? null,
      received:
        received === undefined
          ? null
          : {
              entry: entryOf(received.contract, settings.name, "/receive"),
              signatures: markdownCode(`${settings.name}/${received.contract.vendor}/signatures`),
            },
      signed: signed === undefined ? null : signedView(signed, settings.name, received === undefined),
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

/** Whether a declaration is the form of events that others replace. */
const isOld = ({ upgrades = [] }: Contract, declaration: string): boolean => upgrades.some(({ from }) => from === declaration);

/** A name that a template stands for. */
const nameLike = ({ name, template, holes }: ToldEvent): string =>
  template === null
    ? name
    : template.texts
        .flatMap((text, index) => {
          const hole = template.holes[index];
          return hole === undefined ? [text] : [text, holes.find((one) => one.name === hole)?.list?.values[0] ?? hole];
        })
        .join("");

/** What stands between quotation marks in a shell as it is. */
const IN_SHELL = /^[\w ./:()-]+$/;

/** A secret for tests: the word itself, as a scheme writes it. */
const SECRETS = { "utf-8": "secret", base64: "c2VjcmV0", hex: "736563726574" };

function signedView({ title, contract }: Vendor, packageName: string, alone: boolean): View {
  const { prefix = "", encoding = "utf-8" } = contract.signature?.scheme.secret ?? {};
  return {
    alone,
    entry: entryOf(contract, packageName, "/signatures"),
    title: markdownText(title),
    secret: stringLiteral(prefix + SECRETS[encoding]),
  };
}

function upgradedOf(vendors: readonly Vendor[], packageName: string): { readonly [name: string]: Code } | null {
  const [first] = vendors.flatMap(({ contract }) => (contract.upgrades ?? []).map(({ from }) => ({ contract, from })));
  return first === undefined
    ? null
    : {
        parse: identifier(`parse${first.from}Json`),
        vendor: entryOf(first.contract, packageName),
        entry: entryOf(first.contract, packageName, "/upgrades"),
      };
}

function usage({ contract }: Vendor, packageName: string): { readonly [name: string]: Code } {
  const bodies = contract.events.map(({ declaration }) => declaration);
  const type = bodies.find((name) => !isOld(contract, name)) ?? bodies[0] ?? contract.declarations[0]?.name ?? "Value";
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
  const bodies = contract.events.map(({ declaration }) => declaration).filter((name) => names.includes(name));
  const type = bodies.find((name) => !isOld(contract, name)) ?? bodies[0] ?? names[0];
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
