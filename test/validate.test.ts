// `hookwright validate` as a process: streams, compression, exit codes. Runs the build.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { constants, gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";

const CLI = join(import.meta.dirname, "..", "dist", "scripts", "cli.js");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hookwright-validate-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], input: string | Buffer = "") => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "validate", "--schemas", "schemas", ...args], {
    input,
    maxBuffer: 2 ** 28,
  });
  return { status, stdout: stdout.toString(), stderr: stderr.toString() };
};

const event = (number: number, status = "success"): string =>
  JSON.stringify({
    data: { event: "push", connectionId: `CON-${number}`, status, responseCode: 200, dataType: "bills" },
    requestId: String(number),
  });

const REFUSED = /^\{"file":"-","line":2,"reason":"invalid","event":"[^"]+ push"/;

test("good lines go to the standard output, refused ones and counts to the standard error", () => {
  const { status, stdout, stderr } = run([], `${event(1)}\n${event(2, "sucess")}\n`);
  const [record = "", ...counts] = stderr.trimEnd().split("\n");
  expect([status, stdout]).toEqual([1, `${event(1)}\n`]);
  expect(record).toMatch(REFUSED);
  expect(JSON.parse(record).raw).toBe(event(2, "sucess"));
  expect(counts[0]).toBe("2 lines: 1 good, 1 refused, 0 blank");
});

test("all good: 0 and no record; refused lines without failing: --no-fail", () => {
  expect(run(["--quiet"], `${event(1)}\n`)).toEqual({ status: 0, stdout: `${event(1)}\n`, stderr: "" });
  expect(run(["--no-fail"], "{}\n").status).toBe(0);
});

test("files, compressed ones too, one after the other, to new files", () => {
  const [plain, packed, good, refused] = ["a.ndjson", "b.bin", "good.ndjson", "refused.ndjson"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  writeFileSync(plain, `${event(1)}\n${event(2)}`);
  writeFileSync(packed, Buffer.concat([gzipSync(`${event(3)}\n`), gzipSync(`{"data":1}\n${event(4)}\n`)]));
  const { status, stderr } = run(["--good", good, "--refused", refused, "--json", plain, packed]);
  expect(status).toBe(1);
  expect(readFileSync(good, "utf8")).toBe([1, 2, 3, 4].map((number) => `${event(number)}\n`).join(""));
  expect(JSON.parse(readFileSync(refused, "utf8"))).toMatchObject({ file: packed, line: 2, reason: "unknown-event" });
  expect(JSON.parse(stderr)).toMatchObject({ lines: 5, good: 4, refused: 1 });
  // Nothing is overwritten.
  const again = run(["--good", good, plain]);
  expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("is there already; nothing is overwritten")]);
  expect(readFileSync(good, "utf8").length).toBeGreaterThan(0);
});

test("threads give the same bytes as none", () => {
  const lines = Array.from({ length: 30_000 }, (_, number) =>
    number % 97 === 5 ? event(number, "no") : number % 89 === 3 ? "{" : event(number),
  );
  const text = Buffer.from(lines.join("\n"));
  const [alone, together] = [run(["--workers", "0"], text), run(["--workers", "3"], text)];
  expect(together).toEqual(alone);
  expect(alone.stdout.split("\n").length - 1 + alone.stderr.split("\n").filter((line) => line.startsWith("{")).length).toBe(lines.length);
});

test.each([
  [["no-such-file"], "no-such-file does not exist"],
  [["schemas"], "schemas is a folder"],
  [["--vendor", "nobody"], "There is no vendor nobody"],
  [["--as", "Nothing"], "No document declares the type Nothing"],
  [["--colour"], "--colour"],
])("wrong usage ends with 2: %j", (args, message) => {
  const { status, stdout, stderr } = run(args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});

test("damaged compression: what came before is filtered to the last byte, and counted, and the program says so", () => {
  const lines = Array.from({ length: 50_000 }, (_, number) => `${event(number)}\n`);
  const whole = gzipSync(lines.join(""));
  const cut = whole.subarray(0, whole.length / 2);
  const there = gunzipSync(cut, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
  const [first, second] = [join(folder, "cut.gz"), join(folder, "more.gz")];
  writeFileSync(first, cut);
  writeFileSync(second, Buffer.concat([gzipSync(lines.slice(0, 3).join("")), Buffer.from("no gzip")]));
  const { status, stdout, stderr } = run([first, second]);
  const good = there.slice(0, there.lastIndexOf("\n") + 1);
  expect([status, stdout === good + lines.slice(0, 3).join("")]).toEqual([2, true]);
  const [record = "", counts] = stderr.split("\n");
  expect(JSON.parse(record)).toMatchObject({ file: first, reason: "not-json", raw: there.slice(good.length) });
  expect(counts).toMatch(/^\S+ lines: \S+ good, 1 refused, 0 blank$/);
  for (const file of [first, second]) expect(stderr).toContain(`${file} is compressed with gzip and damaged`);
  expect(run([], cut)).toMatchObject({ status: 2, stdout: good });
});

test("each line is answered before the next one is sent, and a signal ends the wait", async () => {
  const args = ["validate", "--schemas", "schemas", "--refused", "/dev/stdout", "--no-fail", "--quiet"];
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (let number = 0; number < 20; number += 1) {
    const line = event(number, number % 5 === 3 ? "no" : "success");
    child.stdin.write(`${line}\n`);
    const { value } = await answers.next();
    expect(number % 5 === 3 ? JSON.parse(value) : value).toEqual(
      number % 5 === 3 ? expect.objectContaining({ line: number + 1, raw: line }) : line,
    );
  }
  child.kill("SIGTERM");
  expect(await new Promise((done) => child.on("close", done))).toBe(130);
});

test("a pipe of partitions: a process each, lines in while lines come out, both kinds on one stream, and no partition fails", async () => {
  const partitions = [0, 1, 2].map((partition) =>
    Array.from({ length: 3000 }, (_, number) => event(partition * 3000 + number, number % 7 === 2 ? "no" : "success")),
  );
  const command = ["validate", "--schemas", "schemas", "--refused", "/dev/stdout", "--no-fail", "--quiet", "--workers", "0"];
  const outcomes = await Promise.all(
    partitions.map(async (lines) => {
      const child = spawn(process.execPath, [CLI, ...command], { stdio: ["pipe", "pipe", "pipe"] });
      const out: string[] = [];
      createInterface({ input: child.stdout }).on("line", (line) => out.push(line));
      for (const line of lines) if (!child.stdin.write(`${line}\n`)) await once(child.stdin, "drain");
      child.stdin.end();
      const status = await new Promise((done) => child.on("close", done));
      return { status, out };
    }),
  );
  for (const [index, { status, out }] of outcomes.entries()) {
    expect(status).toBe(0);
    const given = out.map((line) => JSON.parse(line)).map((value, at) => (typeof value.raw === "string" ? value.raw : out[at]));
    expect(given.toSorted()).toEqual(partitions[index]?.toSorted());
    expect(out.filter((line) => line.includes('"reason":"invalid"'))).toHaveLength(429);
  }
});

test("a reader that goes away ends the program without a word", async () => {
  const child = spawn(process.execPath, [CLI, "validate", "--schemas", "schemas"], { stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  child.stdin.on("error", () => {});
  child.stdout.once("data", () => child.stdout.destroy());
  const feed = (): void => {
    while (child.stdin.writable && child.stdin.write(`${event(1)}\n`.repeat(5000)));
  };
  child.stdin.on("drain", feed);
  feed();
  const status = await new Promise((done) => child.on("close", done));
  expect([status, said]).toEqual([141, ""]);
});
