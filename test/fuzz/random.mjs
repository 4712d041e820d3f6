// A small generator of pseudo-random numbers: the same seed gives the same choices on every machine.

/**
 * @typedef {object} Random
 * @property {(below: number) => number} int a whole number from 0 up to, and without, `below`
 * @property {(probability: number) => boolean} chance
 * @property {<T>(list: readonly T[]) => T} pick
 * @property {<T>(list: readonly T[], least: number, most: number) => T[]} some that many different members, in random order
 */

/** FNV-1a over the text, then mulberry32. @param {string} seed @returns {Random} */
export function randomOf(seed) {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below) => Math.floor(next() * below);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(list.length)],
    some: (list, least, most) => {
      const rest = [...list];
      const count = Math.min(least + int(most - least + 1), rest.length);
      return Array.from({ length: count }, () => rest.splice(int(rest.length), 1)[0]);
    },
  };
}
