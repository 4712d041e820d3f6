// package.json of the generated package.
import { jsonText } from "../lib/code.ts";
import type { View } from "../lib/view.ts";
import type { PackageArtifact } from "./artifact.ts";
import { canBeReceived } from "./receive.ts";

/** The contract in other formats. */
const DOCUMENTS = ["schema.json", "openapi.json", "asyncapi.json"];

/** What tests import, and nothing else does. */
const FIXTURES = ["samples", "arbitraries"];

export const packageJson: PackageArtifact = {
  template: "package.json",
  view: ({ settings, vendors }) => ({
    name: jsonText(settings.name),
    version: jsonText(settings.version),
    description: jsonText(settings.description),
    license: jsonText(settings.license),
    exports: vendors.map(({ samples, contract, contract: { vendor, signature, upgrades } }) => ({
      modules: [
        moduleView(`./${vendor}`, `${vendor}/index`),
        ...[
          ...(signature === undefined ? [] : ["signatures"]),
          ...(canBeReceived(contract) ? ["receive"] : []),
          ...(upgrades === undefined ? [] : ["upgrades"]),
          ...(samples === null ? [] : FIXTURES),
        ].map((name) => moduleView(`./${vendor}/${name}`, `${vendor}/${name}`)),
      ],
      documents: DOCUMENTS.map((name) => ({ path: jsonText(`./${vendor}/${name}`), file: jsonText(`./specs/${vendor}/${name}`) })),
    })),
    fixtures: vendors.some(({ samples }) => samples !== null),
  }),
};

const moduleView = (path: string, file: string): View => ({
  path: jsonText(path),
  types: jsonText(`./dist/${file}.d.ts`),
  module: jsonText(`./dist/${file}.js`),
});
