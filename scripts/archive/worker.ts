// A worker thread that judges the batches it is sent.
import { parentPort, workerData } from "node:worker_threads";
import { type Batch, judgeOf } from "./judge.ts";
import type { Plan } from "./plan.ts";

const plan: Plan = workerData;
const judge = judgeOf(plan);
parentPort?.on("message", (batch: Batch) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  parentPort?.postMessage(judge(batch));
});
