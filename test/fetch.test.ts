// Documents on the network: fetched only when asked for, once, within limits, pinned, and never at the cost of what was there.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fetchedFile } from "../scripts/fetched-file.ts";
import { sha256 } from "../scripts/files.ts";
import { fetchText } from "../scripts/files/fetch-text.ts";
import { isPublicAddress } from "../scripts/files/is-public-address.ts";
import { redirection } from "../scripts/files/redirection.ts";
import { saveDocuments } from "../scripts/files/save-documents.ts";
import { withMember } from "../scripts/lib/with-member.ts";

const CLI = join(import.meta.dirname, "..", "dist", "scripts", "cli.js");

type Answer = string | ((request: IncomingMessage, response: ServerResponse) => void);

let folder = "";
let server: Server;
let port = 0;
let asked: string[] = [];
let pages: Record<string, Answer> = {};

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "hookwright-fetch-")));
  asked = [];
  pages = {};
  server = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push(url);
    const answer = pages[url];
    if (typeof answer === "function") answer(request, response);
    else response.writeHead(answer === undefined ? 404 : 200).end(answer ?? "not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" && address !== null ? address.port : 0;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const at = (path: string): string => `http://127.0.0.1:${port}${path}`;

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
}

const start = (args: readonly string[]): { readonly ended: Promise<Ended>; readonly interrupt: () => void } => {
  const child = spawn(process.execPath, [CLI, "generate", "--no-verify", ...args], {
    cwd: folder,
    env: { ...process.env, HOOKWRIGHT_CACHE: join(folder, ".cache") },
  });
  let stdout = "";
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stdout += String(chunk)));
  return {
    ended: new Promise((resolve) => child.on("close", (status) => resolve({ status, stdout }))),
    interrupt: () => child.kill("SIGINT"),
  };
};
const run = (...args: string[]): Promise<Ended> => start(args).ended;
const FETCH = ["--fetch", "--allow-private"] as const;

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, "schemas", path)), { recursive: true });
  writeFileSync(join(folder, "schemas", path), text);
}
const get = (path: string): string => readFileSync(join(folder, path), "utf8");
const saved = (): readonly string[] =>
  readdirSync(join(folder, "schemas"), { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, "schemas").length + 1))
    .toSorted();
const json = (value: unknown): string => JSON.stringify(value, null, 2);
const referringTo = (reference: string): string => json({ title: "Thing", type: "object", properties: { a: { $ref: reference } } });
const MONEY = json({ title: "Money", type: "object", properties: { amount: { type: "string" } } });
const host = (): string => `127.0.0.1_${port}`;

describe("generate", () => {
  test("asks nobody without --fetch, and says at the reference what to do", async () => {
    put("v/thing.json", referringTo(at("/money.json")));
    const { status, stdout } = await run();
    expect(status).toBe(1);
    expect(stdout).toContain("schemas/v/thing.json:6:7  error  reference-not-fetched");
    expect(stdout).toContain("generate --fetch");
    expect(asked).toEqual([]);
    expect(saved()).toEqual(["v/thing.json"]);
  });

  test("fetches what references lead to, and what that leads to, once; then nobody is asked again", async () => {
    pages["/api.yaml"] =
      "openapi: 3.1.0\ninfo: { title: Far }\ncomponents:\n  schemas:\n    Far:\n      type: object\n      properties:\n" +
      "        money: { $ref: types/money.json }\n        back: { $ref: 'types/near.json#/Near' }\n";
    pages["/types/money.json"] = MONEY;
    pages["/types/near.json"] = json({ Near: { type: "object", properties: { far: { $ref: "../api.yaml#/components/schemas/Far" } } } });
    put("v/thing.json", referringTo(`${at("/api.yaml")}#/components/schemas/Far`));
    put("v/other.json", json({ title: "Other", type: "object", properties: { m: { $ref: at("/types/money.json") } } }));
    const first = await run(...FETCH);
    expect([first.status, first.stdout]).toEqual([
      0,
      expect.stringContaining(`fetched ${at("/api.yaml")} as v/fetched/${host()}/api.yaml`),
    ]);
    expect(asked.toSorted()).toEqual(["/api.yaml", "/types/money.json", "/types/near.json"]);
    expect(get("generated/src/v/types.ts")).toMatch(/interface Far \{\s+money\?: Money;\s+back\?: Near;\s+\}/);
    expect(get("generated/src/v/types.ts")).toMatch(/interface Near \{\s+far\?: Far;\s+\}/);
    const { documents } = JSON.parse(get("schemas/v/source.json"));
    expect(documents[`fetched/${host()}/types/money.json`]).toEqual({
      url: at("/types/money.json"),
      retrieved: new Date().toISOString().slice(0, 10),
      sha256: sha256(MONEY),
      fetched: true,
    });
    const before = saved().map((path) => get(`schemas/${path}`));
    for (const args of [[], FETCH]) expect((await run(...args)).stdout).toContain("generated is up to date");
    expect(asked).toHaveLength(3);
    expect(saved().map((path) => get(`schemas/${path}`))).toEqual(before);
  });

  test("leaves the rest of source.json as it is", async () => {
    pages["/money.json"] = MONEY;
    put("v/thing.json", referringTo(at("/money.json")));
    put(
      "v/source.json",
      '{\r\n\t"vendor": "Some  Body",\r\n\t"documents": {\r\n\t\t"thing.json": { "format":"json-schema" }\r\n\t},\r\n\t"fixtures": false\r\n}',
    );
    expect((await run(...FETCH)).status).toBe(0);
    expect(get("schemas/v/source.json")).toBe(
      `{\r\n\t"vendor": "Some  Body",\r\n\t"documents": {\r\n\t\t"thing.json": { "format":"json-schema" },\r\n\t\t"fetched/${host()}/money.json": {\r\n` +
        `\t\t\t"url": "${at("/money.json")}",\r\n\t\t\t"retrieved": "${new Date().toISOString().slice(0, 10)}",\r\n` +
        `\t\t\t"sha256": "${sha256(MONEY)}",\r\n\t\t\t"fetched": true\r\n\t\t}\r\n\t},\r\n\t"fixtures": false\r\n}`,
    );
  });

  test("saves beside the documents when they stand at the top of the schemas folder", async () => {
    pages["/a/money.json"] = MONEY;
    put("thing.json", referringTo(at("/a/money.json")));
    expect((await run(...FETCH)).status).toBe(0);
    expect(saved()).toEqual([`fetched-${host()}-a-money.json`, "source.json", "thing.json"]);
    expect((await run()).stdout).toContain("generated is up to date");
  });

  test("follows a document that has moved, and resolves its references where it came from", async () => {
    pages["/old"] = (_, response) => void response.writeHead(301, { location: "/new/place.json" }).end();
    pages["/new/place.json"] = json({ title: "Moved", type: "object", properties: { m: { $ref: "money.json" } } });
    pages["/new/money.json"] = MONEY;
    put("v/thing.json", referringTo(at("/old")));
    expect((await run(...FETCH)).status).toBe(0);
    expect(JSON.parse(get("schemas/v/source.json")).documents[`fetched/${host()}/old.json`]).toMatchObject({
      url: at("/old"),
      location: at("/new/place.json"),
    });
    expect(get("generated/src/v/types.ts")).toContain("m?: Money;");
  });

  test("knows where relative references lead when a document calls itself by a URL", async () => {
    pages["/s/money.json"] = MONEY;
    put("v/thing.json", referringTo("money.json").replace("{", `{ "$id": "${at("/s/thing.json")}",`));
    expect((await run(...FETCH)).status).toBe(0);
    expect(asked).toEqual(["/s/money.json"]);
    expect(get("generated/src/v/types.ts")).toContain("a?: Money;");
  });

  test("keeps what it got when something else is missing, and says so at the reference", async () => {
    pages["/money.json"] = MONEY;
    put("v/thing.json", referringTo(at("/money.json")));
    put("v/w.json", referringTo(at("/nowhere.json")));
    const { status, stdout } = await run(...FETCH);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/v\/w\.json:6:7 {2}error {2}fetch-failed/)]);
    expect(stdout).toContain("nowhere.json answers 404 Not Found");
    expect(existsSync(join(folder, `schemas/v/fetched/${host()}/money.json`))).toBe(true);
  });

  test("holds a fetched document to its hash", async () => {
    pages["/money.json"] = MONEY;
    put("v/thing.json", referringTo(at("/money.json")));
    await run(...FETCH);
    const file = `v/fetched/${host()}/money.json`;
    put(file, MONEY.replace("amount", "amounts"));
    for (const args of [[], FETCH, ["--refetch", "--allow-private"]]) {
      const { status, stdout } = await run(...args);
      expect(status).toBe(1);
      expect(stdout).toContain("fetched-changed");
      expect(stdout).toContain(sha256(MONEY));
      expect(stdout).toContain(sha256(get(`schemas/${file}`)));
    }
    expect(get(`schemas/${file}`)).toContain("amounts");
    expect(asked).toHaveLength(1);
  });

  test("fetches a pinned document that is missing, and takes it only when it is what was pinned", async () => {
    pages["/money.json"] = MONEY;
    put("v/thing.json", referringTo(at("/money.json")));
    await run(...FETCH);
    const file = join(folder, `schemas/v/fetched/${host()}/money.json`);
    rmSync(file);
    expect((await run()).stdout).toContain("source-missing");
    expect((await run(...FETCH)).status).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(MONEY);
    rmSync(file);
    pages["/money.json"] = MONEY.replace("amount", "amounts");
    const source = get("schemas/v/source.json");
    const { status, stdout } = await run(...FETCH);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/v\/source\.json:3:5 {2}error {2}fetched-otherwise/)]);
    expect(stdout).toContain(sha256(MONEY));
    expect([existsSync(file), get("schemas/v/source.json")]).toEqual([false, source]);
  });

  test("takes a changed document with --refetch alone, and reports it", async () => {
    pages["/money.json"] = MONEY;
    put("v/thing.json", referringTo(at("/money.json")));
    await run(...FETCH);
    const changed = MONEY.replace("amount", "amounts");
    pages["/money.json"] = changed;
    expect((await run(...FETCH)).stdout).toContain("generated is up to date");
    const { status, stdout } = await run("--refetch", "--allow-private");
    expect([status, stdout]).toEqual([0, expect.stringContaining("warning  fetched-renewed")]);
    expect(get(`schemas/v/fetched/${host()}/money.json`)).toBe(changed);
    expect(JSON.parse(get("schemas/v/source.json")).documents[`fetched/${host()}/money.json`].sha256).toBe(sha256(changed));
    expect(get("generated/src/v/types.ts")).toContain("amounts?: string;");
    expect((await run()).status).toBe(0);
  });

  test("says what nothing refers to any more, and removes nothing", async () => {
    pages["/a.json"] = json({ title: "A", type: "object", properties: { b: { $ref: "b.json" } } });
    pages["/b.json"] = json({ title: "B", type: "object", properties: { a: { $ref: "a.json" } } });
    pages["/money.json"] = MONEY;
    put("v/thing.json", referringTo(at("/a.json")));
    put("v/other.json", referringTo(at("/money.json")).replace("Thing", "Other"));
    expect((await run(...FETCH)).stdout).not.toContain("unneeded");
    put("v/thing.json", referringTo("other.json"));
    const before = saved();
    const { status, stdout } = await run(...FETCH);
    expect(status).toBe(0);
    expect(stdout.match(/\S+ {2}warning {2}fetched-unneeded/g)?.length).toBe(2);
    expect(stdout).toMatch(/no reference leads to v\/fetched\/\S+\/a\.json/);
    expect([saved(), asked.length]).toEqual([before, 3]);
    expect((await run()).stdout).not.toContain("unneeded");
  });

  test("asks once for what several vendors refer to, and saves it for each", async () => {
    pages["/money.json"] = MONEY;
    for (const vendor of ["a", "b"]) put(`${vendor}/thing.json`, referringTo(`${at("/money.json")}#`));
    expect((await run(...FETCH)).status).toBe(0);
    expect(asked).toEqual(["/money.json"]);
    for (const vendor of ["a", "b"]) expect(get(`generated/src/${vendor}/types.ts`)).toContain("a?: Money;");
  });

  test("saves nothing that it cannot pin", async () => {
    pages["/money.json"] = MONEY;
    const source = '{ "vendor": "V", /* documents */ "documents": {} }';
    put("v/thing.json", referringTo(at("/money.json")));
    put("v/source.json", source);
    const { status, stdout } = await run(...FETCH);
    expect([status, stdout]).toEqual([1, expect.stringContaining("cannot be pinned, because source.json is not plain JSON")]);
    expect([saved(), get("schemas/v/source.json")]).toEqual([["v/source.json", "v/thing.json"], source]);
  });

  test("leaves everything as it was when it is interrupted", async () => {
    pages["/money.json"] = MONEY;
    const waits = new Promise<void>((resolve) => (pages["/slow.json"] = () => resolve()));
    put("v/thing.json", referringTo(at("/money.json")));
    put("v/w.json", referringTo(at("/slow.json")));
    const { ended, interrupt } = start(FETCH);
    await waits;
    interrupt();
    await ended;
    expect(saved()).toEqual(["v/thing.json", "v/w.json"]);
  });

  test("writes through no link that leaves the schemas folder, and over nothing that it did not put there", async () => {
    pages["/money.json"] = MONEY;
    put("v/thing.json", referringTo(at("/money.json")));
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "schemas/v/fetched"));
    const { status, stdout } = await run(...FETCH);
    expect([status, stdout]).toEqual([2, expect.stringContaining("leaves the schemas folder")]);
    expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
    rmSync(join(folder, "schemas/v/fetched"));
    put(`v/fetched/${host()}/money.json`, '{ "title": "Mine", "type": "string" }');
    expect((await run(...FETCH)).status).toBe(0);
    expect(get(`schemas/v/fetched/${host()}/money.json`)).toContain("Mine");
    expect(get("generated/src/v/types.ts")).toContain("a?: Money;");
  });

  test.each([
    ["check", "--fetch"],
    ["send", "--refetch"],
    ["generate", "--allow-private"],
  ])("%s refuses %s alone", async (command, option) => {
    const child = spawn(process.execPath, [CLI, command, option], { cwd: folder });
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(2);
  });
});

describe("saving", () => {
  const schemas = (): string => join(folder, "schemas");
  const save = (texts: Readonly<Record<string, string>>, before: Readonly<Record<string, string>> = {}): void =>
    saveDocuments(schemas(), new Map(Object.entries(texts)), before);

  test("puts each text in its place, through links that stay in the folder", () => {
    put("v/source.json", "old");
    symlinkSync(join(schemas(), "v"), join(schemas(), "w"));
    save({ "w/fetched/a/b.json": "new", "w/source.json": "newer" }, { "w/source.json": "old" });
    expect([get("schemas/v/fetched/a/b.json"), get("schemas/v/source.json"), saved()]).toEqual([
      "new",
      "newer",
      ["v/fetched/a/b.json", "v/source.json"],
    ]);
  });

  test.each([
    ["was changed meanwhile", { "v/source.json": "mine" }, { "v/source.json": "old" }],
    ["came meanwhile", { "v/fetched/b.json": "mine" }, {}],
    ["went meanwhile", { "v/x": "" }, { "v/source.json": "old" }],
  ])("writes nothing at all where a file %s", (_, standing, before) => {
    for (const [path, text] of Object.entries(standing)) put(path, text);
    expect(() => save({ "v/a.json": "a", "v/fetched/b.json": "b", "v/source.json": "new" }, before)).toThrow(/Run the command again/);
    expect(saved()).toEqual(Object.keys(standing));
    for (const [path, text] of Object.entries(standing)) expect(get(`schemas/${path}`)).toBe(text);
  });

  test("refuses paths that leave the folder", () => {
    put("v/x", "");
    for (const path of ["../x.json", "v/../../x.json", "/x.json", "v/a\\..\\b"])
      expect(() => save({ [path]: "x" }), path).toThrow(/not a plain path/);
  });

  test("leaves no piece of a text that the disk refuses", () => {
    put("v/fetched", "a file");
    expect(() => save({ "v/fetched/a.json": "a" })).toThrow(/could not be written|changed/);
    expect(saved()).toEqual(["v/fetched"]);
  });
});

describe("a document is refused", () => {
  const LIMITS = { bytes: 1000, milliseconds: 2000, mayAsk: () => true };
  const refused: readonly (readonly [given: string, answer: Answer, reason: RegExp])[] = [
    ["that is too long", "x".repeat(1001), /longer than/],
    [
      "that is too long when it is unpacked",
      (_, response) => void response.setHeader("content-encoding", "gzip").end(gzipSync("x".repeat(5000))),
      /longer/,
    ],
    ["that never ends", (_, response) => void response.write("{"), /took longer than 0\.3 s/],
    ["that redirects in a ring", (_, response) => void response.writeHead(302, { location: "/page" }).end(), /more than 5 times/],
    [
      "that redirects to a file",
      (_, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      /only http and https/,
    ],
    [
      "that redirects with a password",
      (_, response) => void response.writeHead(302, { location: "http://a:b@127.0.0.1/" }).end(),
      /password/,
    ],
    ["that redirects nowhere", (_, response) => void response.writeHead(302).end(), /does not say where/],
    ["that is not UTF-8", (_, response) => void response.end(Buffer.from([0x22, 0xff, 0x22])), /not UTF-8/],
    [
      "of a server that breaks off",
      (_, response) => void response.writeHead(200, { "content-length": "9" }).write("{", () => response.destroy()),
      /could not be read/,
    ],
    ["of a server with a fault", (_, response) => void response.writeHead(500).end(), /answers 500/],
    ["that is packed otherwise", (_, response) => void response.setHeader("content-encoding", "zip").end("x"), /packed as zip/],
  ];
  test.each(refused)("%s", async (given, answer, reason) => {
    pages["/page"] = answer;
    const milliseconds = given === "that never ends" ? 300 : LIMITS.milliseconds;
    expect(await fetchText(at("/page"), { ...LIMITS, milliseconds })).toEqual({ reason: expect.stringMatching(reason) });
  });

  test.each([
    "http://localhost:9/x",
    "http://127.0.0.1:9/x",
    "http://0x7f.1/x",
    "http://2130706433/x",
    "http://[::1]/x",
    "http://[::ffff:10.0.0.1]/x",
  ])("that is at a private address: %s", async (url) => {
    expect(await fetchText(url, { ...LIMITS, mayAsk: isPublicAddress })).toEqual({ reason: expect.stringContaining("--allow-private") });
  });

  test.each(["127.0.0.2", "localhost"])(
    "before it is asked for, when it redirects to an address that may not be asked: %s",
    async (inner) => {
      pages["/page"] = (_, response) => void response.writeHead(302, { location: `http://${inner}:${port}/secret` }).end();
      const tried: string[] = [];
      const mayAsk = (address: string): boolean => tried.push(address) === 1;
      expect(await fetchText(at("/page"), { ...LIMITS, mayAsk })).toEqual({ reason: expect.stringContaining("--allow-private") });
      expect(asked).toEqual(["/page"]);
    },
  );

  test.each(["https://someone@example.com/x", "ftp://example.com/x"])("that is at %s", async (url) => {
    expect(await fetchText(url, LIMITS)).toEqual({ reason: expect.stringMatching(/password|only http/) });
  });

  test.each([
    ["a page", "<!DOCTYPE html><html><body>Not: here</body></html>"],
    ["a text", "Hello"],
    ["nothing", ""],
    ["broken JSON", '{ "a": '],
  ])("that is %s and neither JSON nor YAML", async (_, text) => {
    pages["/x.json"] = text;
    put("v/thing.json", referringTo(at("/x.json")));
    const { status, stdout } = await run(...FETCH);
    expect([status, stdout]).toEqual([1, expect.stringContaining("is neither JSON nor YAML")]);
    expect(saved()).toEqual(["v/thing.json"]);
  });
});

describe("an answer that sends elsewhere", () => {
  const from = (url: string, status: number, location?: string): unknown => {
    const next = redirection(status, "Words", location, new URL(url));
    return next instanceof URL ? next.href : next;
  };
  test.each([
    ["http://a.b/c/d", 301, "../e", "http://a.b/e"],
    ["http://a.b/c", 308, "https://x.y/z", "https://x.y/z"],
    ["https://a.b/c", 302, "//x.y/z", "https://x.y/z"],
    ["https://a.b/c", 302, "http://a.b/c", expect.stringContaining("anybody on the way could change")],
    ["https://a.b/c", 302, "http://", expect.stringContaining("does not say where")],
    ["https://a.b/c", 303, undefined, expect.stringContaining("does not say where")],
    ["https://a.b/c", 304, "/d", "answers 304 Words"],
    ["https://a.b/c", 200, "/d", null],
  ])("from %s with %s to %s", (url, status, location, expected) => expect(from(url, status, location)).toEqual(expected));
});

describe("addresses", () => {
  test.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  test.each(
    (
      "127.0.0.1 10.1.2.3 172.31.0.1 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 255.255.255.255 224.0.0.1 ::1 :: ::ffff:127.0.0.1 " +
      "::ffff:a9fe:a9fe 64:ff9b::7f00:1 64:ff9b::10.0.0.1 ::127.0.0.1 fe80::1 fe80::1%eth0 fc00::1 fd00::1 ff02::1 2002:7f00:1:: 2001:db8::1 localhost 1"
    ).split(" "),
  )("%s is not", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("the file of a URL", () => {
  const file = (url: string, text = "{}", taken: readonly string[] = []): string => fetchedFile(url, text, true, new Set(taken));
  test.each([
    ["https://example.com/v1/net.yaml", "fetched/example.com/v1/net.yaml"],
    ["https://example.com/Net.JSON", "fetched/example.com/Net.json"],
    ["https://example.com:8443/net", "fetched/example.com_8443/net.json"],
    ["https://example.com/", "fetched/example.com/document.json"],
  ])("%s is %s", (url, expected) => expect(file(url)).toBe(expected));

  test("is never the same for two URLs, whatever the letter case", () => {
    const urls = [
      "https://h/a/Net.yaml",
      "https://h/a/net.yaml",
      "http://h/a/net.yaml",
      "https://h/a/net.yaml?v=1",
      "https://h/a/net.yaml?v=2",
      "https://h/a",
    ];
    const taken: string[] = [];
    for (const url of [...urls, "https://h/a.json/b.json", "https://h/a/net.yaml/x.json"]) taken.push(file(url, "{}", taken));
    expect(new Set(taken.map((path) => path.toLowerCase())).size).toBe(taken.length);
    for (const path of taken) expect(taken.filter((other) => other.toLowerCase().startsWith(`${path.toLowerCase()}/`))).toEqual([]);
  });

  test("stays in its folder and is a name on every system", () => {
    const step = fc.oneof(
      fc.constantFrom(
        "..",
        "%2e%2e",
        "%2F..%2F",
        "a%2Fb",
        "con",
        "aux.json",
        "node_modules",
        ".git",
        "supplement.yaml",
        "source.json",
        "a:b",
        "x.",
        "%00",
        "..%5c",
        "é",
      ),
      fc.webSegment(),
      fc.string({ maxLength: 90 }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), fc.option(fc.webQueryParameters()), (steps, isNested, query) => {
        const path = fetchedFile(
          new URL(`https://example.com/${steps.join("/")}${query === null ? "" : `?${query}`}`).href,
          "a: 1",
          isNested,
          new Set(),
        );
        expect(path.startsWith(isNested ? "fetched/example.com/" : "fetched-example.com-")).toBe(true);
        expect(path.length).toBeLessThanOrEqual(160);
        expect(path).toMatch(/\.(json|ya?ml)$/);
        for (const name of path.split("/")) {
          expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
          expect(name).not.toMatch(/\.$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|^supplement\.|^node_modules$/i);
        }
        if (!isNested) expect(path).not.toContain("/");
      }),
    );
  });
});

describe("a member set in a JSON text", () => {
  test("is all that changes, in any layout", () => {
    const key = fc.constantFrom("documents", "a", "__proto__", "");
    fc.assert(
      fc.property(
        fc.dictionary(key, fc.jsonValue({ maxDepth: 2 })),
        key,
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom("", "  ", "\t"),
        (given, name, value, indent) => {
          const text = `${JSON.stringify(given, null, indent)}\n`;
          const edited = withMember(text, "", name, JSON.parse(JSON.stringify(value)));
          expect(edited).not.toBeNull();
          const expected = new Map([...Object.entries(JSON.parse(text)), [name, JSON.parse(JSON.stringify(value))]]);
          expect(Object.entries(JSON.parse(edited ?? ""))).toEqual([...expected]);
        },
      ),
    );
  });

  test.each([
    ['{"a":{}}', "/a", '{"a":{\n  "k": 1\n}}'],
    ['{ "a": { "x": 0 } }', "/a", '{ "a": { "x": 0, "k": 1 } }'],
    ['{\n  "a": {\n    "x": 0\n  }\n}\n', "/a", '{\n  "a": {\n    "x": 0,\n    "k": 1\n  }\n}\n'],
    ['{\n  "k":   [0,\n 2] , "z": 1}', "", '{\n  "k":   1 , "z": 1}'],
  ])("%j at %s", (text, pointer, expected) => expect(withMember(text, pointer, "k", 1)).toBe(expected));

  test.each(["", "[]", '{ "a": 1, }', "{} {}", "{ // no\n}", '{ "a": 1, "a": 2 }'])("is refused in %j", (text) => {
    expect(withMember(text, "", "k", 1)).toBeNull();
  });
});
