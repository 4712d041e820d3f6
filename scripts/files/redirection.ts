// What the head of an answer says: here is the document, it is elsewhere, or there is none.

const MOVED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Null when the answer is the document, the URL where it is, or why there is none; the reason goes on from the URL. */
export function redirection(status: number, words: string, location: string | undefined, from: URL): URL | string | null {
  if (status === 200) return null;
  if (!MOVED.has(status)) return `answers ${status} ${words}`.trim();
  if (location === undefined || !URL.canParse(location, from.href)) return `answers ${status}, and does not say where the document is`;
  const to = new URL(location, from);
  if (from.protocol === "https:" && to.protocol === "http:")
    return `redirects from https to ${to.href}, which anybody on the way could change`;
  return to;
}
