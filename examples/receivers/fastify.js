// Fastify 5. Its own parsers are put aside in the plugin that has the route, so that the body stays bytes.
import Fastify from "fastify";
import { LIMIT, receive } from "./receive.js";

const app = Fastify({ bodyLimit: LIMIT });

app.register(async (hooks) => {
  hooks.removeAllContentTypeParsers();
  hooks.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  hooks.post("/hook", async ({ headers, body }, reply) => {
    const { status, text } = await receive({ headers, body: body ?? "" }, process.env.WEBHOOK_SECRET);
    return reply.code(status).send(text);
  });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
console.log(`listening on ${app.server.address().port}`);
