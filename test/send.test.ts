// The command `send`, as a user starts it, against a receiver that verifies; and the parts that find and edit what is sent. Runs the build.
import { spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyRequest as verifyCodat } from "../generated/src/codat/signatures.ts";
import { verifyRequest as verifyRailz } from "../generated/src/railz/signatures.ts";
import { compile, type Json } from "../scripts/compile.ts";
import { readEdit, setField, unsetField } from "../scripts/edit-value.ts";
import { exampleOf, findEvent } from "../scripts/event-example.ts";

const CLI = join(import.meta.dirname, "..", "dist", "scripts", "cli.js");
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const cache = mkdtempSync(join(tmpdir(), "hookwright-send-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, "send", ...args], { env: { ...process.env, HOOKWRIGHT_CACHE: cache, ...environment } });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (text) => (stdout += String(text)));
    child.stderr.on("data", (text) => (stderr += String(text)));
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });

interface Received {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

let received: Received[] = [];
/** Answers with the status that its path names, and lets `/302` lead elsewhere. */
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    received.push({ url: request.url ?? "", method: request.method ?? "", headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(Number(request.url?.slice(1)), { location: "/200" }).end("heard\u001b[2J");
  });
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", () => resolve()));
  const address = receiver.address();
  origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => void receiver.close());
beforeEach(() => (received = []));

const SLOW = { timeout: 60_000 };

test("an event is signed, sent and answered, and its secret is shown nowhere", SLOW, async () => {
  const edits = ["--set", "payload.status=Failed", "--set", '/payload/record={"id":"7"}', "--unset", "id"];
  const { status, stdout, stderr } = await run(["bills.write.unsuccessful", "--to", `${origin}/200`, ...edits], {
    HOOKWRIGHT_SECRET: SECRET,
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^sent bills\.write\.unsuccessful of codat \(DataTypeWriteWebhook, \d+ bytes, signed\) to http:\/\/127\.0\.0\.1:\d+\/200$/m,
  );
  expect(stdout).toMatch(/^heard‹U\+001B›\[2J\nanswered 200 OK after \d+ ms\n$/m);
  expect(stdout).not.toContain(SECRET.slice(6));
  const [request, ...others] = received;
  expect([others, request?.method, request?.headers["content-type"]]).toEqual([[], "POST", "application/json"]);
  const verdict = await verifyCodat({ headers: request?.headers ?? {}, body: request?.body }, SECRET);
  expect(verdict).toMatchObject({ ok: true });
  const sent: Json = JSON.parse(verdict.ok ? verdict.body : "null");
  expect(sent).toMatchObject({ eventType: "bills.write.unsuccessful", payload: { status: "Failed", record: { id: "7" } } });
  expect(sent).not.toHaveProperty("id");
});

test("several secrets sign, and a field that is wrong is said and sent all the same", SLOW, async () => {
  const { status, stdout } = await run([
    "PushWebhook",
    "--to",
    `${origin}/204`,
    "--secret",
    "a",
    "--secret",
    "b",
    "--set",
    "data.status=5",
  ]);
  expect([status, stdout]).toEqual([0, expect.stringContaining("note: what is sent is no valid PushWebhook: data.status must be")]);
  for (const secret of ["a", "b"])
    expect(await verifyRailz({ headers: received[0]?.headers ?? {}, body: received[0]?.body }, secret)).toMatchObject({ ok: true });
});

test("another answer than 2xx ends with 1, and a redirect is not followed", SLOW, async () => {
  const refused = await run(["push", "--to", `${origin}/401`, "--secret", "a"]);
  const moved = await run(["push", "--to", `${origin}/302`, "--secret", "a"]);
  expect([refused.status, moved.status]).toEqual([1, 1]);
  expect([refused.stdout, moved.stdout]).toEqual([expect.stringContaining("answered 401 "), expect.stringContaining("answered 302 ")]);
  expect(received.map(({ url }) => url)).toEqual(["/401", "/302"]);
});

test("a receiver that is not there is said to be missing", SLOW, async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", () => resolve()));
  const address = closed.address();
  const port = typeof address === "object" ? address?.port : 0;
  await new Promise((resolve) => closed.close(resolve));
  const { status, stdout } = await run(["push", "--to", `http://127.0.0.1:${port}/hook`, "--secret", "a"]);
  expect([status, stdout]).toEqual([1, `no answer: nothing listens at http://127.0.0.1:${port}; start the receiver first\n`]);
});

describe("wrong usage ends with 2, says why, and sends nothing:", SLOW, () => {
  const WRONG: readonly { readonly given: readonly string[]; readonly expected: string }[] = [
    { given: [], expected: "Name the event to send" },
    { given: ["push"], expected: "--to takes the URL" },
    { given: ["push", "--to", "localhost:3000"], expected: "--to takes the URL" },
    { given: ["push", "--to", "file:///etc/passwd"], expected: "--to takes the URL" },
    { given: ["push", "--to", "http://user@localhost/"], expected: "--to takes the URL" },
    { given: ["push", "more", "--to", "URL"], expected: '"more"' },
    { given: ["push", "--to", "URL"], expected: "HOOKWRIGHT_SECRET" },
    { given: ["push", "--to", "URL", "--secret", ""], expected: "The signing secret is not set." },
    { given: ["bills.write.successful", "--to", "URL", "--secret", "whsec_??"], expected: "The signing secret is not whsec_… in base64." },
    {
      given: ["pull", "--to", "URL", "--secret", "a"],
      expected: 'no event or type "pull"; there are Push Operation Status Changed(), {dataType}.write.successful, ',
    },
    { given: ["push", "--to", "URL", "--secret", "a", "--vendor", "codat"], expected: 'no event or type "push"' },
    { given: ["push", "--to", "URL", "--secret", "a", "--vendor", "nobody"], expected: "there are codat, railz" },
    { given: ["push", "--to", "URL", "--secret", "a", "--set", "requestId"], expected: "path=value" },
    { given: ["push", "--to", "URL", "--secret", "a", "--set", "requestId.x=1"], expected: "requestId.x leads through" },
    { given: ["push", "--to", "URL", "--secret", "a", "--unset", "data.nothing"], expected: "no data.nothing" },
    { given: ["push", "--to", "URL", "--secret", "a", "--schemas", "nowhere"], expected: "nowhere does not exist" },
  ];
  test.each(WRONG)("$given", async ({ given, expected }) => {
    const { status, stdout, stderr } = await run(
      given.map((word) => (word === "URL" ? `${origin}/200` : word)),
      { HOOKWRIGHT_SECRET: "" },
    );
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(expected);
    expect(received).toEqual([]);
  });
});

describe("a field is edited", () => {
  const value: Json = { a: { b: [1, { c: 2 }], "x.y": null, "": 0 }, t: "text" };
  const EDITS: readonly { readonly set: string; readonly expected: Json }[] = [
    { set: "t=other", expected: { ...value, t: "other" } },
    { set: "t=", expected: { ...value, t: "" } },
    { set: "t=5", expected: { ...value, t: 5 } },
    { set: 't="5"', expected: { ...value, t: "5" } },
    { set: "t=a=b", expected: { ...value, t: "a=b" } },
    { set: "a=null", expected: { a: null, t: "text" } },
    { set: "a.b.1.c=3", expected: { a: { b: [1, { c: 3 }], "x.y": null, "": 0 }, t: "text" } },
    { set: "/a/b/-=[]", expected: { a: { b: [1, { c: 2 }, []], "x.y": null, "": 0 }, t: "text" } },
    { set: "/a/x.y=1", expected: { a: { b: [1, { c: 2 }], "x.y": 1, "": 0 }, t: "text" } },
    { set: "/a/=1", expected: { a: { b: [1, { c: 2 }], "x.y": null, "": 1 }, t: "text" } },
    { set: "n.m~1=1", expected: { ...value, n: { "m~1": 1 } } },
    { set: "/n/m~1=1", expected: { ...value, n: { "m/": 1 } } },
  ];
  test.each(EDITS)("by $set", ({ set, expected }) => {
    const before = JSON.stringify(value);
    const [path, field] = readEdit(set);
    expect(setField(value, path, field)).toEqual(expected);
    expect(JSON.stringify(value)).toBe(before);
  });

  test("though it is called __proto__ or as something inherited", () => {
    const edited = setField(setField({}, "__proto__.constructor", 1), "toString", 2);
    expect(JSON.stringify(edited)).toBe('{"__proto__":{"constructor":1},"toString":2}');
    expect(() => unsetField({}, "constructor")).toThrow("no constructor");
  });

  test("or left out", () => {
    expect(unsetField(value, "t")).toEqual({ a: value.a });
    expect(unsetField(value, "a.b.0")).toEqual({ a: { b: [{ c: 2 }], "x.y": null, "": 0 }, t: "text" });
  });

  test.each(["a.b.2.c=1", "a.b.01=1", "a.b.x=1", "a.b.3=1", "t.x=1"])("but not by %s", (set) => {
    const [path, field] = readEdit(set);
    expect(() => setField(value, path, field)).toThrow(path);
  });
});

describe("an example is found", () => {
  const thing = JSON.stringify({
    title: "Thing",
    type: "object",
    properties: { event: { type: "string" } },
    examples: [{ event: "a", n: 1 }],
  });

  test("in the vendor that is named, when several have one", async () => {
    const { contract } = await compile({ files: { "v/a.json": thing, "w/a.json": thing } });
    expect(() => findEvent(contract.vendors, "Thing", null)).toThrow("v and w have");
    expect(findEvent(contract.vendors, "Thing", "w").contract.vendor).toBe("w");
  });

  test("by a name that fills a template, and says that name", async () => {
    const { contract } = await compile({ files: { "v/a.json": thing } });
    const vendors = contract.vendors.map((vendor) => ({
      ...vendor,
      events: [
        { names: ["{kind}.done+"], discriminator: "/event", declaration: "Thing", origin: { file: "", line: 1, column: 1, pointer: "" } },
      ],
    }));
    expect(exampleOf(findEvent(vendors, "bills.done+", null))).toEqual({ event: "bills.done+", n: 1 });
    expect(exampleOf(findEvent(vendors, "{kind}.done+", null))).toEqual({ event: "a", n: 1 });
    for (const other of ["a.b.done+", "bills.doneee", ".done+"]) expect(() => findEvent(vendors, other, null)).toThrow("no event or type");
  });

  test("from parts, when none is whole: what is shown, and what must be there", async () => {
    const schema = {
      title: "Thing",
      type: "object",
      required: ["status", "event"],
      properties: {
        event: { const: "a" },
        id: { type: "string", examples: ["7"] },
        status: { $ref: "#/definitions/Status" },
        other: { $ref: "#/definitions/Status" },
        inner: { type: "object", properties: { at: { type: "string", examples: ["now"] }, up: { $ref: "#" } } },
        empty: { type: "object", properties: { nothing: { type: "string" } } },
      },
      definitions: { Status: { enum: ["x", "y"] } },
    };
    const { contract } = await compile({ files: { "v/a.json": JSON.stringify(schema) } });
    expect(exampleOf(findEvent(contract.vendors, "Thing", null))).toEqual({ event: "a", id: "7", status: "x", inner: { at: "now" } });
  });
});
