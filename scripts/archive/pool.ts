// Judges batches here, and in worker threads once there are enough of them that threads pay. Results come in the order of the batches.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { archiveWorker } from "../files.ts";
import type { Batch, Judged } from "./judge.ts";
import type { Plan } from "./plan.ts";

export interface Pool {
  readonly judge: (batch: Batch) => Promise<Judged>;
  /** How many batches may be under way at once. */
  readonly width: () => number;
  readonly close: () => Promise<void>;
}

/** A thread starts in about as long as this many bytes take. */
const BEFORE_THREADS = 8 * 2 ** 20;

/** Fewer bytes are judged sooner than another thread has them. */
const FEW = 2 ** 16;

interface Thread {
  readonly worker: Worker;
  /** Who waits for its answers, the first batch first. */
  readonly waiting: { readonly done: (judged: Judged) => void; readonly failed: (error: Error) => void }[];
}

/** `workers`: how many threads, or null for as many as there are processors; 0 keeps everything in this thread. */
export function poolOf(plan: Plan, workers: number | null, here: (batch: Batch) => Judged): Pool {
  const most = workers ?? (availableParallelism() > 1 ? availableParallelism() : 0);
  const before = workers === null ? BEFORE_THREADS : 0;
  let seen = 0;
  let threads: readonly Thread[] = [];
  return {
    judge: (batch) => {
      seen += batch.bytes.length;
      if (most === 0 || seen <= before || batch.bytes.length < FEW) return Promise.resolve(here(batch));
      if (threads.length === 0) threads = Array.from({ length: most }, () => startThread(plan));
      const free = threads.reduce((least, thread) => (thread.waiting.length < least.waiting.length ? thread : least));
      return new Promise((done, failed) => {
        free.waiting.push({ done, failed });
        free.worker.postMessage(batch, batch.bytes.buffer instanceof ArrayBuffer ? [batch.bytes.buffer] : []);
      });
    },
    width: () => (threads.length === 0 ? 1 : threads.length * 2),
    close: async () => void (await Promise.all(threads.map(({ worker }) => worker.terminate()))),
  };
}

function startThread(plan: Plan): Thread {
  const worker = new Worker(archiveWorker(), { workerData: plan });
  const waiting: Thread["waiting"] = [];
  worker.on("message", (judged: Judged) => waiting.shift()?.done(judged));
  worker.on("error", (error) => {
    for (const { failed } of waiting.splice(0)) failed(error instanceof Error ? error : new Error(String(error)));
  });
  return { worker, waiting };
}
