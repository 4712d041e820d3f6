// Next.js: app/hook/route.js. Nothing says beforehand how large a body is, so it is counted while it comes.
import { LIMIT, receive } from "./receive.js";

export async function POST({ headers, body }) {
  const chunks = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > LIMIT) return new Response("too large", { status: 413 });
    chunks.push(chunk);
  }
  const { status, text } = await receive({ headers, body: await new Blob(chunks).arrayBuffer() }, process.env.WEBHOOK_SECRET);
  return new Response(text, { status });
}
