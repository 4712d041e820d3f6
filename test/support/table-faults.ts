// Reads the tables of a Markdown text as GitHub does (GFM 0.29, section 4.10): a bar ends a cell unless a backslash stands before it.

/** Rows whose number of cells is not their header's, by the vendor whose section they stand in; "" is what stands before any section. */
export function tableFaults(markdown: string): ReadonlyMap<string, readonly string[]> {
  const faults = new Map<string, string[]>();
  let vendor = "";
  let width: number | null = null;
  const lines = markdown.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("## ")) vendor = vendorBelow(lines, index) ?? vendor;
    if (!line.startsWith("|")) {
      if (/[\r\u2028\u2029]/.test(line)) faults.set(vendor, [...(faults.get(vendor) ?? []), `a line is cut: ${line.slice(0, 120)}`]);
      width = null;
      continue;
    }
    const count = cells(line);
    width ??= count;
    if (count !== width)
      faults.set(vendor, [...(faults.get(vendor) ?? []), `a row has ${count} cells, its table ${width}: ${line.slice(0, 200)}`]);
  }
  return faults;
}

/** A section says where its first declaration is stated: `Source: `vendor/file`. */
const vendorBelow = (lines: readonly string[], heading: number): string | undefined =>
  lines.slice(heading, heading + 400).flatMap((line) => /^Source: `+ ?([^/`]+)\//.exec(line)?.[1] ?? [])[0];

function cells(line: string): number {
  let count = -1;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "\\" && (line[at + 1] === "\\" || line[at + 1] === "|")) at += 1;
    else if (line[at] === "|") count += 1;
  }
  return count;
}
