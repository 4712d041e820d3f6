// What an artifact is: one template, and the view of the contract that fills it.
import type { Contract } from "../contract.ts";
import type { View } from "../lib/view.ts";
import type { PackageSettings } from "../settings.ts";

/** One vendor as the artifacts see it. */
export interface Vendor {
  readonly contract: Contract;
  readonly title: string;
}

/** All that is generated from. */
export interface Release {
  readonly settings: PackageSettings;
  readonly vendors: readonly Vendor[];
}

/** A file that every package has once. `template` is its path below templates/, without `.hbs`, and the file's path. */
export interface PackageArtifact {
  readonly template: string;
  readonly view: (release: Release) => View;
}

/** A file that a vendor has, unless its view is null; its template stands in `src/vendor/`. */
export interface VendorArtifact {
  readonly template: string;
  readonly view: (vendor: Vendor) => View;
}
