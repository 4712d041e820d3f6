// Which vendor each file below the schemas folder belongs to.

/** Each vendor's files, vendors and files sorted. Files outside of any folder belong to a vendor called `name`. */
export function byVendor(files: { readonly [path: string]: string }, name: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const vendors = new Map<string, Map<string, string>>();
  for (const path of Object.keys(files).toSorted()) {
    const vendor = path.includes("/") ? path.slice(0, path.indexOf("/")) : name;
    const own = vendors.get(vendor) ?? new Map<string, string>();
    vendors.set(vendor, own.set(path, files[path] ?? ""));
  }
  // Settings alone are no documents.
  const settings = new Set(["source.json", "corrections.json", "upgrades.json"]);
  const outside = vendors.get(name);
  if (outside !== undefined && [...outside.keys()].every((path) => settings.has(path))) vendors.delete(name);
  return vendors;
}
