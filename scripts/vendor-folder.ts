// What stands in a vendor's folder: documents, and the files beside them that speak of them.
import { type Settings, type VendorSettings, vendorSettings } from "./settings.ts";

export interface VendorFolder extends Settings<VendorSettings> {
  /** By path below the schemas folder. */
  readonly documents: ReadonlyMap<string, string>;
  readonly sourceFile: string;
  readonly correctionsFile: string;
  readonly upgradesFile: string;
}

/** Tells a vendor's files apart. They stand in the vendor's folder, or at the top of the schemas folder when that is the vendor's. */
export function vendorFolder(vendor: string, files: ReadonlyMap<string, string>): VendorFolder {
  const nested = [...files.keys()].some((file) => file.includes("/"));
  const own = (name: string): string => (files.has(`${vendor}/${name}`) || (nested && !files.has(name)) ? `${vendor}/${name}` : name);
  const [sourceFile, correctionsFile, upgradesFile] = [own("source.json"), own("corrections.json"), own("upgrades.json")];
  const besides = new Set([sourceFile, correctionsFile, upgradesFile]);
  const documents = new Map([...files].filter(([file]) => !besides.has(file)));
  return { ...vendorSettings(vendor, sourceFile, files.get(sourceFile), files), documents, sourceFile, correctionsFile, upgradesFile };
}
