// The package as receivers use it: what its README shows of signatures runs, and its types fit every platform.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { builtPackage, temporaryFolder, tsc, writeFiles } from "./support/build.ts";

const SLOW = { timeout: 60_000 };

/** A folder in which the built package is installed. */
function installed(options: object): string {
  const folder = temporaryFolder();
  cpSync(join(builtPackage(), ".."), join(folder, "node_modules/accounting-webhooks"), { recursive: true });
  symlinkSync(resolve("node_modules/@types"), join(folder, "node_modules/@types"));
  symlinkSync(resolve("node_modules/undici-types"), join(folder, "node_modules/undici-types"));
  const compilerOptions = { target: "es2023", module: "nodenext", strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false };
  writeFiles(folder, {
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, files: ["use.ts"] }),
  });
  return folder;
}

const USE = `
import { receiveEvent, type Received } from "accounting-webhooks/codat/receive";
import { signedRequest, type SignatureFailure, type SignedRequest, type Verdict, verifyRequest } from "accounting-webhooks/codat/signatures";
export const given: readonly SignedRequest[] = [
  { headers: {}, body: "" },
  { headers: { a: ["b"], c: undefined }, body: new Uint8Array() },
  { headers: { get: (name: string) => name }, body: null },
];
export async function event(request: SignedRequest): Promise<string> {
  const received = await receiveEvent(request, ["a", "b"], { now: new Date(), tolerance: 10 });
  // @ts-expect-error nothing is known of a request before the verdict on it is
  received.kind;
  if (!received.ok) return received.reason satisfies SignatureFailure;
  const key: string = received.idempotencyKey;
  switch (received.kind) {
    case "known":
      return received.template === "{dataType}.write.successful" ? received.parts.outcome : key;
    case "unknown":
    case "invalid":
      return String(received.raw) + received.timestamp?.toISOString();
  }
}
export async function strictly(request: SignedRequest): Promise<string> {
  const received: Received<"strict"> = await receiveEvent(request, "a", { mode: "strict" });
  if (!received.ok || received.kind === "invalid") return "";
  const status: "Pending" | "Failed" | "Success" | "TimedOut" | undefined =
    received.template === "Push Operation Status Changed()" ? received.event.Data.status : received.event.payload?.status;
  // @ts-expect-error a strict receiver knows all events
  if (received.kind === "unknown") return "";
  return status ?? "";
}
// @ts-expect-error there is no such mode
export const lenient = (request: SignedRequest): Promise<Received> => receiveEvent(request, "a", { mode: "lenient" });
export const word = (reason: SignatureFailure): string => reason;
export async function key(request: SignedRequest): Promise<string> {
  const verdict: Verdict = await verifyRequest(request, ["a", "b"], { now: 5, tolerance: 10 });
  // @ts-expect-error nothing of a request is there before the verdict on it is known
  const early = verdict.body;
  // @ts-expect-error a body that was parsed is none
  await verifyRequest({ headers: {}, body: {} }, "a");
  return verdict.ok ? verdict.idempotencyKey : word(verdict.reason);
}
`;
const WITH_FETCH = `${USE}
export async function roundTrip(): Promise<string | null> {
  const request: Request = await signedRequest({ a: 1 }, "s", { url: "http://localhost" });
  await verifyRequest(request, "s");
  await verifyRequest({ headers: new Headers(), body: await request.arrayBuffer() }, "s");
  return request.headers.get("webhook-id");
}
`;
const WITH_NODE = `${WITH_FETCH}
import type { IncomingMessage } from "node:http";
export const express = (request: IncomingMessage & { body: Buffer }): Promise<Verdict> => verifyRequest(request, "s");
`;
const PLATFORMS: readonly { readonly given: string; readonly options: object; readonly use: string }[] = [
  { given: "no platform", options: { types: [], lib: ["es2023"] }, use: USE },
  { given: "a browser or a worker", options: { types: [], lib: ["es2023", "webworker"] }, use: WITH_FETCH },
  { given: "a page", options: { types: [], lib: ["es2023", "dom"] }, use: WITH_FETCH },
  { given: "Node", options: { types: ["node"], lib: ["es2023"] }, use: WITH_NODE },
];
test.each(PLATFORMS)("types fit $given", SLOW, ({ options, use }) => {
  const folder = installed({ ...options, noEmit: true });
  writeFiles(folder, { "use.ts": use });
  expect(tsc(folder)).toBe("");
});

test("the README's handler compiles, lets a signed event in, and no other", SLOW, () => {
  const [example = ""] = [...readFileSync("generated/README.md", "utf8").matchAll(/```ts\n([^`]*receiveEvent[^]*?)```/g)].map(
    ([, text = ""]) => text,
  );
  expect(example).toContain("receiveEvent");
  const folder = installed({ types: ["node"], lib: ["es2023"] });
  writeFiles(folder, {
    "use.ts": example,
    "run.mjs": `
import { signedRequest } from "accounting-webhooks/codat/signatures";
import { POST } from "./use.js";
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
process.env.WEBHOOK_SECRET = secret;
const sign = (event) => signedRequest(event, secret, { url: "http://localhost/", id: "msg_1", timestamp: Date.now() });
const request = await sign({ eventType: "bills.write.successful" });
const changed = new Request(request.clone(), { body: '{"a":2}' });
const answers = [await POST(request), await POST(changed), await POST(await sign({ eventType: "moon.landed" })), await POST(await sign("{"))];
for (const answer of answers) console.log(answer.status, await answer.text());
`,
  });
  expect(tsc(folder)).toBe("");
  const { stdout, stderr } = spawnSync(process.execPath, ["run.mjs"], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toMatch(
    /^msg_1 \d{4}-\S+ bills\.write\.successful\n\{ eventType: 'bills\.write\.successful' \}\nmsg_1 \S+ moon\.landed\n\{ eventType: 'moon\.landed' \}\n204 \n401 signature-mismatch\n204 \n422 \[\{"path":\[\],.*"keyword":"json".*\n$/,
  );
});
