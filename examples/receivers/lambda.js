// AWS Lambda behind a function URL or an HTTP API: events of version 2.0, whose bodies may be in base64.
import { LIMIT, receive } from "./receive.js";

export async function handler({ headers, body = "", isBase64Encoded }) {
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > LIMIT) return { statusCode: 413, body: "too large" };
  const { status, text } = await receive({ headers, body: bytes }, process.env.WEBHOOK_SECRET);
  return { statusCode: status, body: text };
}
