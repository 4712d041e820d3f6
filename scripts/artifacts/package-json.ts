// package.json of the generated package.
import { jsonText } from "../lib/code.ts";
import type { PackageArtifact } from "./artifact.ts";

export const packageJson: PackageArtifact = {
  template: "package.json",
  view: ({ settings, vendors }) => ({
    name: jsonText(settings.name),
    version: jsonText(settings.version),
    description: jsonText(settings.description),
    license: jsonText(settings.license),
    exports: vendors.map(({ contract: { vendor } }) => ({
      path: jsonText(`./${vendor}`),
      types: jsonText(`./dist/${vendor}/index.d.ts`),
      module: jsonText(`./dist/${vendor}/index.js`),
    })),
  }),
};
