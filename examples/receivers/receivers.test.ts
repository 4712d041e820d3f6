// Every receiver, started for real, is sent signed, unsigned, tampered, malformed, oversized and unknown events.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeApplication } from "../support/application.ts";

const HERE = import.meta.dirname;
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

let folder = "";
let app = "";
const children: ChildProcess[] = [];
const ends: (() => unknown)[] = [];

interface Answer {
  readonly status: number;
  readonly text: string;
}
type Send = (request: Request) => Promise<Answer>;
type Signed = (event: unknown, secret: string, options: { readonly url: string }) => Promise<Request>;

let signedRequest: Signed;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hookwright-receivers-"));
  app = join(folder, "app");
  const built = makeApplication(app, HERE, /\.js$|^nest\.ts$|^package\.json$/);
  ({ signedRequest } = await import(join(built, "dist/codat/signatures.js")));
  await build({
    entryPoints: [join(app, "nest.ts")],
    outdir: app,
    outExtension: { ".js": ".mjs" },
    format: "esm",
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
  });
}, 120_000);

afterAll(async () => {
  for (const end of ends) await end();
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const toUrl =
  (url: string): Send =>
  async (request) => {
    const response = await fetch(url, { method: "POST", headers: request.headers, body: await request.arrayBuffer() });
    return { status: response.status, text: await response.text() };
  };

/** A receiver that is a program of its own. */
async function started(file: string): Promise<Send> {
  const child = spawn(process.execPath, [join(app, file)], { env: { ...process.env, PORT: "0", WEBHOOK_SECRET: SECRET } });
  children.push(child);
  let said = "";
  return new Promise((done, failed) => {
    const listen = (chunk: Buffer): void => {
      said += String(chunk);
      const port = /listening on (\d+)/.exec(said)?.[1];
      if (port !== undefined) done(toUrl(`http://127.0.0.1:${port}/hook`));
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("close", () => failed(new Error(said)));
  });
}

/** Hono as a Worker. */
async function worker(): Promise<Send> {
  const { outputFiles } = await build({
    entryPoints: [join(app, "hono.js")],
    bundle: true,
    write: false,
    format: "esm",
    conditions: ["workerd"],
  });
  const miniflare = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? "",
    bindings: { WEBHOOK_SECRET: SECRET },
    compatibilityDate: "2026-01-01",
  });
  ends.push(() => miniflare.dispose());
  return toUrl(new URL("/hook", await miniflare.ready).href);
}

async function routeHandler(): Promise<Send> {
  process.env["WEBHOOK_SECRET"] = SECRET;
  const { POST }: { readonly POST: (request: Request) => Promise<Response> } = await import(join(app, "next-route.js"));
  return async (request) => {
    const response = await POST(new Request(request));
    return { status: response.status, text: await response.text() };
  };
}

interface LambdaAnswer {
  readonly statusCode: number;
  readonly body: string;
}

/** Lambda behind a server that makes events of version 2.0 of requests. */
async function lambda(base64: boolean): Promise<Send> {
  process.env["WEBHOOK_SECRET"] = SECRET;
  const { handler }: { readonly handler: (event: object) => Promise<LambdaAnswer> } = await import(join(app, "lambda.js"));
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString(base64 ? "base64" : "utf8");
    const answer = await handler({ version: "2.0", headers: request.headers, body, isBase64Encoded: base64 });
    response.writeHead(answer.statusCode).end(answer.body);
  });
  await new Promise<void>((done) => server.listen(0, done));
  ends.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return toUrl(`http://127.0.0.1:${port}/hook`);
}

const EVENT = {
  id: "ba29118f-5406-4e59-b05c-ba307ca38d01",
  eventType: "bills.write.successful",
  payload: { id: "3b8e6f9b-9d7a-4f0e-8c3a-6d5f0b1a2c3d" },
};
const sign = (event: unknown): Promise<Request> => signedRequest(event, SECRET, { url: "http://localhost/hook" });

const REQUESTS: { readonly [name: string]: { readonly make: () => Promise<Request>; readonly status: number } } = {
  signed: { make: () => sign(EVENT), status: 200 },
  "with words beyond ASCII": { make: () => sign({ ...EVENT, note: "Ωμέγα – 会計" }), status: 200 },
  unsigned: {
    make: async () => new Request("http://localhost/hook", { method: "POST", body: JSON.stringify(EVENT) }),
    status: 401,
  },
  tampered: {
    make: async () => {
      const request = await sign(EVENT);
      return new Request(request.url, {
        method: "POST",
        headers: request.headers,
        body: (await request.text()).replace("successful", "unsuccessful"),
      });
    },
    status: 401,
  },
  malformed: { make: () => sign('{"eventType": '), status: 422 },
  invalid: { make: () => sign({ ...EVENT, id: 5 }), status: 422 },
  unknown: { make: () => sign({ ...EVENT, eventType: "moon.landed" }), status: 202 },
  oversized: { make: () => sign({ ...EVENT, note: "x".repeat(300_000) }), status: 413 },
};

const RECEIVERS: { readonly [name: string]: () => Promise<Send> } = {
  "Express 5": () => started("express.js"),
  "Fastify 5": () => started("fastify.js"),
  "Hono on Node": () => started("hono-node.js"),
  "Hono as a Worker": worker,
  "a route handler of Next.js": routeHandler,
  NestJS: () => started("nest.mjs"),
  Lambda: () => lambda(false),
  "Lambda with bodies in base64": () => lambda(true),
};

test.each(Object.entries(RECEIVERS))(
  "%s",
  async (_, receiver) => {
    const send = await receiver();
    const statuses: { [name: string]: number } = {};
    for (const [name, { make }] of Object.entries(REQUESTS)) statuses[name] = (await send(await make())).status;
    expect(statuses).toEqual(Object.fromEntries(Object.entries(REQUESTS).map(([name, { status }]) => [name, status])));
  },
  60_000,
);

test("each receiver has fewer than thirty lines", () => {
  const long = readdirSync(HERE)
    .filter((name) => /\.js$|^nest\.ts$/.test(name))
    .filter((name) => readFileSync(join(HERE, name), "utf8").trimEnd().split("\n").length >= 30);
  expect(long).toEqual([]);
});
