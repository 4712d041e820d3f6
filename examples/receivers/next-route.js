// Next.js: app/hook/route.js.
import { LIMIT, receive } from "./receive.js";

export async function POST(request) {
  if (Number(request.headers.get("content-length") ?? 0) > LIMIT) return new Response("too large", { status: 413 });
  const { status, text } = await receive(request, process.env.WEBHOOK_SECRET);
  return new Response(text, { status });
}
