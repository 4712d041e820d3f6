// What every receiver does with a request: verify it, read the event, handle it. A sender tries again after what is not 2xx.
import { readEventJson } from "accounting-webhooks/codat";
import { verifyRequest } from "accounting-webhooks/codat/signatures";

/** No event is larger than this, in bytes. */
export const LIMIT = 256 * 1024;

/** @returns {Promise<{ status: number, text: string }>} the answer to a request: its headers, and its body as it came */
export async function receive(request, secret) {
  const verdict = await verifyRequest(request, secret);
  if (!verdict.ok) return { status: 401, text: verdict.reason };
  const read = readEventJson(verdict.body);
  switch (read.kind) {
    case "known":
      console.log(`${verdict.idempotencyKey}: ${read.name}, record ${read.event.payload?.id}`);
      return { status: 200, text: "done" };
    case "unknown":
      console.log(`${verdict.idempotencyKey}: ${read.name} is new, and kept for later`);
      return { status: 202, text: "kept" };
    case "invalid":
      return { status: 422, text: read.issues.map(({ message }) => message).join("\n") };
  }
}
