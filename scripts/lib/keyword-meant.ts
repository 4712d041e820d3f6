// Which keyword a misspelt one means.
import { keywordNames } from "../keywords/registry.ts";
import { editDistance } from "./edit-distance.ts";

/** What people write who think of another language. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ["minValue", "minimum"],
  ["maxValue", "maximum"],
  ["min", "minimum"],
  ["max", "maximum"],
  ["regex", "pattern"],
  ["desc", "description"],
]);

const CANDIDATES: readonly string[] = [...keywordNames, "example", "nullable"].filter((name) => name.length > 3 && !name.startsWith("$"));
const answers = new Map<string, string | null>();

/** The keyword that is at most a third of its letters, and at most two of them, away; null when there is none, or more than one. */
export function keywordMeant(keyword: string): string | null {
  const known = answers.get(keyword);
  if (known !== undefined) return known;
  const meant = OTHER_WORDS.get(keyword) ?? nearest(keyword);
  answers.set(keyword, meant);
  return meant;
}

function nearest(keyword: string): string | null {
  const most = Math.min(2, Math.floor(keyword.length / 3));
  const near = CANDIDATES.filter((name) => Math.abs(name.length - keyword.length) <= most)
    .map((name) => ({ name, distance: editDistance(keyword.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance);
  const [first, second] = near;
  return first === undefined || first.distance === second?.distance ? null : first.name;
}
