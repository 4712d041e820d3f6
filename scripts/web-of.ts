// Which of a vendor's files hold the documents of which URLs, by its source.json.
import { compareUnits } from "./lib/compare-units.ts";
import { webAddress, type Web } from "./lib/web.ts";
import { type DocumentSettings, settingsOf, type VendorSettings } from "./settings.ts";

/** Of several files with one URL the one retrieved last has it, then the first by path. What a URL redirected to comes behind all URLs. */
export function webOf(documents: Iterable<string>, settings: VendorSettings): Web {
  const names = new Set(documents);
  const listed = [...names]
    .flatMap((file): readonly Listed[] => {
      const known = settingsOf(file, settings);
      return known === undefined || known.url === null ? [] : [{ file, known }];
    })
    .toSorted((a, b) => compareUnits(b.known.retrieved ?? "", a.known.retrieved ?? "") || compareUnits(a.file, b.file));
  const files = new Map<string, string>();
  for (const addressOf of [urlOf, locationOf])
    for (const { file, known } of listed) {
      const address = addressOf(known);
      if (address !== null && !files.has(address)) files.set(address, file);
    }
  const bases = listed.flatMap(({ file, known }): readonly (readonly [string, string])[] => {
    const base = known.fetched ? (locationOf(known) ?? urlOf(known)) : null;
    return base === null ? [] : [[file, base]];
  });
  return { files, bases: new Map(bases), names };
}

interface Listed {
  readonly file: string;
  readonly known: DocumentSettings;
}

const urlOf = ({ url }: DocumentSettings): string | null => webAddress(url ?? "");
const locationOf = ({ location }: DocumentSettings): string | null => webAddress(location ?? "");
