// Puts events into the queue, one JSON text a line of the standard input: hookwright validate events.ndjson | node enqueue.js
import { createInterface } from "node:readline";
import { Queue } from "bullmq";
import { connect, QUEUE } from "./queue.js";

const connection = connect();
const queue = new Queue(QUEUE, { connection });
const ofAJob = { attempts: 5, backoff: { type: "exponential", delay: 200 }, removeOnComplete: true };

for await (const body of createInterface({ input: process.stdin })) if (body !== "") await queue.add("event", { body }, ofAJob);

await queue.close();
connection.disconnect();
