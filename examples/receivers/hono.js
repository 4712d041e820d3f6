// Hono, on whatever runs it: hono-node.js serves it with Node, a Worker exports it as it stands.
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { env } from "hono/adapter";
import { LIMIT, receive } from "./receive.js";

const app = new Hono();

app.post("/hook", bodyLimit({ maxSize: LIMIT }), async (context) => {
  const { status, text } = await receive(context.req.raw, env(context).WEBHOOK_SECRET);
  return context.text(text, status);
});

export default app;
