// What every receiver does with a request: verify it, read the event, handle it. A sender tries again after what is not 2xx.
import { receiveEvent } from "accounting-webhooks/codat/receive";

/** No event is larger than this, in bytes. */
export const LIMIT = 256 * 1024;

/** @returns {Promise<{ status: number, text: string }>} the answer to a request: its headers, and its body as it came */
export async function receive(request, secret) {
  const received = await receiveEvent(request, secret);
  if (!received.ok) return { status: 401, text: received.reason };
  switch (received.kind) {
    case "known":
      console.log(`${received.idempotencyKey}: ${received.name}, record ${received.event.payload?.id}`);
      return { status: 200, text: "done" };
    case "unknown":
      console.log(`${received.idempotencyKey}: ${received.name} is new, and kept for later`);
      return { status: 202, text: "kept" };
    case "invalid":
      return { status: 422, text: received.issues.map(({ message }) => message).join("\n") };
  }
}
