// package.json of the generated package.
import { type Code, jsonText } from "../lib/code.ts";
import type { PackageArtifact } from "./artifact.ts";

export const packageJson: PackageArtifact = {
  template: "package.json",
  view: ({ settings, vendors }) => ({
    name: jsonText(settings.name),
    version: jsonText(settings.version),
    description: jsonText(settings.description),
    license: jsonText(settings.license),
    exports: vendors.flatMap(({ contract: { vendor, signature, upgrades } }) => [
      entryPoint(`./${vendor}`, `./dist/${vendor}/index`),
      ...(signature === undefined ? [] : [entryPoint(`./${vendor}/signatures`, `./dist/${vendor}/signatures`)]),
      ...(upgrades === undefined ? [] : [entryPoint(`./${vendor}/upgrades`, `./dist/${vendor}/upgrades`)]),
    ]),
  }),
};

const entryPoint = (path: string, module: string): { readonly [name: string]: Code } => ({
  path: jsonText(path),
  types: jsonText(`${module}.d.ts`),
  module: jsonText(`${module}.js`),
});
