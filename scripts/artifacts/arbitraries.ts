// arbitraries.ts: for each type with samples the same values as an arbitrary of fast-check.
import { code, identifier, join, type Code } from "../lib/code.ts";
import type { VendorArtifact } from "./artifact.ts";
import { headerOf } from "./header.ts";
import { sampledTypes } from "./samples.ts";

export const arbitraries: VendorArtifact = {
  template: "src/vendor/arbitraries.ts",
  view: (vendor) => {
    if (vendor.samples === null) return null;
    const names = vendor.samples.map(({ name }) => name);
    return {
      header: headerOf(vendor),
      any: names.length > 0,
      ...sampledTypes(vendor.contract, vendor.samples),
      functions: join(
        names.map((name) => identifier(`sample${name}`)),
        code`, `,
      ),
      arbitraries: names.map((name) => ({
        name: identifier(name),
        link: code`{@link ${identifier(name)}}`,
        call: arbitraryCall(name),
      })),
    };
  },
};

/** `arbitrary(sampleFoo)`. */
export const arbitraryCall = (name: string): Code => code`arbitrary(${identifier(`sample${name}`)})`;
