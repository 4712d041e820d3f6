// Express 5. The body stays bytes: a signature is of bytes, and not of what JSON.parse makes of them.
import express from "express";
import { LIMIT, receive } from "./receive.js";

const app = express();

app.post("/hook", express.raw({ type: () => true, limit: LIMIT }), async (request, response) => {
  const { status, text } = await receive(request, process.env.WEBHOOK_SECRET);
  response.status(status).send(text);
});

const server = app.listen(Number(process.env.PORT ?? 3000), () => console.log(`listening on ${server.address().port}`));
