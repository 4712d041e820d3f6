// The finding on a reference that leads out of the schemas folder: to the disk, or to a document of the network that nobody fetched.
import type { Diagnostic, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";

/** `url` is null when the reference does not lead to the network. */
export const referenceOutside = (reference: string, url: string | null, origin: Origin, length: number): Diagnostic =>
  url === null
    ? diagnostic("reference-escapes", origin, { reference }, length)
    : diagnostic("reference-not-fetched", origin, { reference, url }, length);
