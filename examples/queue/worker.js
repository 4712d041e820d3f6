// One of any number of workers: reads events from the queue, and books each exactly once by its idempotency key.
import { readEventJson } from "accounting-webhooks/railz";
import { Worker } from "bullmq";
import { book, connect, QUEUE } from "./queue.js";

const connection = connect();
const store = connect();

/** What BullMQ gives up after a crash, another worker takes up: a job is done at least once, and booking makes that exactly once. */
const settings = { connection, concurrency: 4, lockDuration: 1000, stalledInterval: 500, maxStalledCount: 20 };

const worker = new Worker(
  QUEUE,
  async ({ data: { body } }) => {
    const read = readEventJson(body);
    if (read.kind === "known") await book(store, read.event.requestId, "done", { event: read.name, by: process.pid, body });
    else await book(store, body, "refused", { kind: read.kind, issues: read.issues, body });
  },
  settings,
);

const end = async () => {
  await worker.close();
  store.disconnect();
  connection.disconnect();
};
process.once("SIGTERM", end).once("SIGINT", end);
