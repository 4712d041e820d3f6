// README.md of the generated package: its use in a few lines.
import { code, identifier, join, markdownCode, markdownText, stringLiteral } from "../lib/code.ts";
import { camelName } from "../lib/words.ts";
import type { PackageArtifact, Vendor } from "./artifact.ts";

export const readme: PackageArtifact = {
  template: "README.md",
  view: ({ settings, vendors }) => {
    const first = vendors.find(({ contract }) => contract.declarations.length > 0);
    return {
      name: markdownText(settings.name),
      description: markdownText(settings.description),
      install: code`npm install ${join([markdownText(settings.name)])}`,
      use: first === undefined ? null : usage(first, settings.name),
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

function usage(
  { contract }: Vendor,
  packageName: string,
): { readonly entry: ReturnType<typeof code>; readonly type: ReturnType<typeof code>; readonly value: ReturnType<typeof code> } {
  const type = contract.events[0]?.declaration ?? contract.declarations[0]?.name ?? "Value";
  return { entry: stringLiteral(`${packageName}/${contract.vendor}`), type: identifier(type), value: identifier(camelName(type)) };
}
