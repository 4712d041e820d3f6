// signatures.ts: how a vendor signs its requests, and functions that verify and make such requests. Left out where a vendor's scheme is not known.
import { commentText, identifier, valueLiteral } from "../lib/code.ts";
import { entries } from "../lib/json.ts";
import type { VendorArtifact } from "./artifact.ts";
import { headerOf } from "./header.ts";
import { schemeJson } from "./signature-words.ts";

export const signatures: VendorArtifact = {
  template: "src/vendor/signatures.ts",
  view: (vendor) => {
    const { signature } = vendor.contract;
    if (signature === undefined) return null;
    return {
      header: headerOf(vendor),
      see: commentText(signature.see.replace(/\s+/g, " ")),
      members: entries(schemeJson(signature)).map(([name, value]) => ({ name: identifier(name), value: valueLiteral(value) })),
    };
  },
};
