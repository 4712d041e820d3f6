// receive.ts: from a signed request to its event in one call. Left out where a vendor has no signature, or no events.
import type { Contract } from "../contract.ts";
import type { VendorArtifact } from "./artifact.ts";
import { eventModule } from "./event-identifiers.ts";
import { headerOf } from "./header.ts";

/** Whether events of a vendor can be received: they can be told apart, and somebody has signed them. */
export const canBeReceived = (contract: Contract): boolean => contract.signature !== undefined && eventModule(contract).rows.length > 0;

export const receive: VendorArtifact = {
  template: "src/vendor/receive.ts",
  view: (vendor) => (canBeReceived(vendor.contract) ? { header: headerOf(vendor) } : null),
};
