// Two workers on a real Redis, one of which is killed in the middle: every event is booked once.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeApplication } from "../support/application.ts";

let folder = "";
let redis: Redis;
const children: ChildProcess[] = [];

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, REDIS: join(folder, "redis.sock") });

function start(app: string): ChildProcess {
  const child = spawn(process.execPath, [join(app, "worker.js")], { env: environment(), stdio: ["ignore", "inherit", "inherit"] });
  children.push(child);
  return child;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hookwright-queue-"));
  const socket = join(folder, "redis.sock");
  const server = spawn("redis-server", ["--port", "0", "--unixsocket", socket, "--save", "", "--dir", dirname(socket)], {
    stdio: "ignore",
  });
  server.on("error", () => process.stderr.write("redis-server is not installed: apt-get install redis-server\n"));
  children.push(server);
  redis = new Redis(socket, { retryStrategy: (times) => (times < 50 ? 100 : null) });
  redis.on("error", () => {});
  await redis.ping();
});

afterAll(() => {
  redis.disconnect();
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const COUNT = 600;

interface Booked {
  readonly by: number;
  readonly body: string;
}

const event = (number: number, status = "success"): string =>
  JSON.stringify({ data: { event: "push", connectionId: `CON-${number}`, status, responseCode: 200 }, requestId: `request-${number}` });

test("each event is booked exactly once, though it came twice and a worker died", async () => {
  const app = join(folder, "app");
  makeApplication(app, import.meta.dirname, /\.js$|^package\.json$/);
  const events = Array.from({ length: COUNT }, (_, number) => event(number));
  const again = events.filter((_, number) => number % 7 === 0);
  const strange = ['{"data":{"event":"pull"},"requestId":"r"}', "no JSON at all"];
  const input = [...events, ...strange, ...again].join("\n");
  const put = spawnSync(process.execPath, [join(app, "enqueue.js")], { input, env: environment(), encoding: "utf8" });
  expect([put.status, put.stderr]).toEqual([0, ""]);

  const [killed] = [start(app), start(app)];
  const done = async (): Promise<readonly Booked[]> => (await redis.lrange("done", 0, -1)).map((text): Booked => JSON.parse(text));
  for (let all = await done(); all.length < COUNT / 4 || all.every(({ by }) => by !== killed.pid); all = await done()) await later(5);
  killed.kill("SIGKILL");
  const before = (await done()).length;
  const waiting = async (): Promise<number> => (await redis.llen("bull:events:wait")) + (await redis.llen("bull:events:active"));
  while ((await waiting()) > 0) await later(50);

  const booked = await done();
  const refused = (await redis.lrange("refused", 0, -1)).map((text): { readonly body: string } => JSON.parse(text));
  expect(before).toBeLessThan(COUNT);
  expect(booked.map(({ body }) => body).toSorted()).toEqual(events.toSorted());
  expect(refused.map(({ body }) => body).toSorted()).toEqual(strange.toSorted());
  expect(new Set(booked.map(({ by }) => by)).size).toBe(2);
}, 60_000);
