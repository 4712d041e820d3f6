// index.ts: what a vendor's entry point exports.
import type { VendorArtifact } from "./artifact.ts";
import { headerOf } from "./header.ts";

export const indexModule: VendorArtifact = {
  template: "src/vendor/index.ts",
  view: (vendor) => ({ header: headerOf(vendor) }),
};
