// Declarations of one schema in different environments that come out the same become one: an environment matters only where a dynamic
// reference looks at it.
import type { Draft } from "./draft.ts";
import type { Resource } from "./resource.ts";

/**
 * For each draft the one that stands for it. Drafts of one place are alike when their references lead to drafts that are alike; the
 * partition is refined from "all of one place are alike" until it is stable, so that drafts in a circle can be alike too.
 */
export function mergeAlike(drafts: readonly Draft[]): ReadonlyMap<Draft, Draft> {
  let blocks = firstBlocks(drafts);
  // Only blocks of several can split, and only their members have to be looked at.
  const several = severalIn(drafts, blocks);
  if (several.length === 0) return representatives(drafts, blocks);
  for (let count = new Set(blocks.values()).size; ;) {
    const numbers = new Map<string, number>();
    const refined = new Map(blocks);
    for (const draft of several) {
      const signature = `${blocks.get(draft)}:${draft.targets.map((target) => blocks.get(target)).join(" ")}`;
      const number = numbers.get(signature) ?? drafts.length + numbers.size;
      numbers.set(signature, number);
      refined.set(draft, number);
    }
    const refinedCount = new Set(refined.values()).size;
    blocks = refined;
    if (refinedCount === count) return representatives(drafts, blocks);
    count = refinedCount;
  }
}

/** A number for each place. */
function firstBlocks(drafts: readonly Draft[]): Map<Draft, number> {
  const numbers = new Map<Resource, Map<string, number>>();
  const blocks = new Map<Draft, number>();
  for (const draft of drafts) {
    const { resource, pointer } = draft.place;
    const inResource = numbers.get(resource) ?? new Map<string, number>();
    numbers.set(resource, inResource);
    const number = inResource.get(pointer) ?? blocks.size;
    inResource.set(pointer, number);
    blocks.set(draft, number);
  }
  return blocks;
}

function severalIn(drafts: readonly Draft[], blocks: ReadonlyMap<Draft, number>): readonly Draft[] {
  const sizes = new Map<number | undefined, number>();
  for (const block of blocks.values()) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  return drafts.filter((draft) => (sizes.get(blocks.get(draft)) ?? 0) > 1);
}

/** The first of each block. */
function representatives(drafts: readonly Draft[], blocks: ReadonlyMap<Draft, number>): ReadonlyMap<Draft, Draft> {
  const firsts = new Map<number | undefined, Draft>();
  for (const draft of drafts) if (!firsts.has(blocks.get(draft))) firsts.set(blocks.get(draft), draft);
  return new Map(drafts.map((draft) => [draft, firsts.get(blocks.get(draft)) ?? draft]));
}
