// What an artifact is: one template, and the view of the contract that fills it.
import type { Contract } from "../contract.ts";
import type { SamplePlan } from "../samples/sample-plan.ts";
import type { View } from "../lib/view.ts";
import type { PackageSettings } from "../settings.ts";

/** One vendor as the artifacts see it. */
export interface Vendor {
  readonly contract: Contract;
  readonly title: string;
  /** What samples its types have; null when the package is to have none. */
  readonly samples: readonly SamplePlan[] | null;
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

/** A document that every vendor has, for other tools; its template stands in `specs/vendor/`. Unlike a module it tells of the package. */
export interface VendorDocument {
  readonly template: string;
  readonly view: (vendor: Vendor, settings: PackageSettings) => View;
}
