// How a finding that stands for many places says so.

/** Nothing for one place. */
export const placesWords = (count: number): string => (count === 1 ? "" : `; it stands in ${count} places, here first`);
