// A stream of chunks with its pauses: whoever sends a line and waits for the answer must not have to fill a batch first.

/** What stands for a pause: nothing has come for a moment. It comes again while the pause goes on, so that a signal is noticed. */
export const PAUSE = null;

/** How long the first pause of a row lasts, and the others, in milliseconds. */
const [FIRST, NEXT] = [1, 100];

/** The chunks in their order, with pauses between them. */
export async function* withPauses(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | typeof PAUSE> {
  const reader = chunks[Symbol.asyncIterator]();
  for (;;) {
    const next = reader.next();
    let found = await orPause(next, FIRST);
    while (found === PAUSE) {
      yield PAUSE;
      found = await orPause(next, NEXT);
    }
    if (found.done === true) return;
    yield found.value;
  }
}

/** What is promised, or a pause when it takes longer. What came while this thread was busy has come in time: it is looked for once more. */
async function orPause<T>(promised: Promise<T>, milliseconds: number): Promise<T | typeof PAUSE> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<typeof PAUSE>((done) => {
    timer = setTimeout(() => setImmediate(done, PAUSE), milliseconds);
  });
  try {
    return await Promise.race([promised, pause]);
  } finally {
    clearTimeout(timer);
  }
}
