// The code in the generated package's README.md is compiled under strict options, and run; so are its commands. Runs the build.
import { execFile, execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { pushOperationStatusChangedExample1 } from "../generated/src/codat/index.ts";
import { compile } from "../scripts/compile.ts";
import { builtPackage, temporaryFolder, tsc, writeFiles } from "./support/build.ts";

const readme = readFileSync("generated/README.md", "utf8");
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)]
  .map(([, code = ""]) => code)
  // signatures-package.test.ts runs that one, with requests.
  .filter((code) => !code.includes("receiveEvent"));
const { name }: { readonly name: string } = JSON.parse(readFileSync("generated/package.json", "utf8"));

/** An event of the first vendor: its own example of the name. */
const BODY = '{ "id": "ba29118f-5406-4e59-b05c-ba307ca38d01", "eventType": "bills.write.successful", "payload": { "status": "Queued" } }';

const LEGACY = JSON.stringify(pushOperationStatusChangedExample1);

/** A receiver that hears what is sent to it. */
async function receiver(): Promise<{ readonly url: string; readonly heard: string[] }> {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    heard.push(Buffer.concat(chunks).toString());
    response.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, heard };
}

test("the commands in README.md run", { timeout: 60_000 }, async () => {
  const [script = ""] = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = ""]) => text);
  const folder = temporaryFolder();
  const { url, heard } = await receiver();
  writeFileSync(join(folder, "events.ndjson.gz"), gzipSync(`${BODY.replace("Queued", "Success")}\n`));
  const command = `node ${resolve("dist/scripts/cli.js")}`;
  const lines = script.replaceAll("npx hookwright", command).replace("http://localhost:3000", url);
  expect(lines.split(command)).toHaveLength(3);
  cpSync("schemas", join(folder, "schemas"), { recursive: true });
  const env = { ...process.env, WEBHOOK_SECRET: "whsec_c2VjcmV0", HOOKWRIGHT_CACHE: join(folder, "cache") };
  await promisify(execFile)("sh", ["-e", "-c", lines], { cwd: folder, env });
  expect(heard.map((body) => JSON.parse(body).eventType)).toEqual(["accountTransactions.write.successful"]);
  expect(readFileSync(join(folder, "good.ndjson"), "utf8")).toBe(`${BODY.replace("Queued", "Success")}\n`);
});

test.each([
  ["bill.paid (again)", true],
  ["$(touch me)", false],
  ["`touch me`", false],
  ['"; touch me', false],
])("a command of README.md names the event %j: %s", async (event, isNamed) => {
  const schema = { type: "object", properties: { event: { const: event } } };
  const webhook = { post: { requestBody: { content: { "application/json": { schema } } } } };
  const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, webhooks: { [event]: webhook } };
  const { files } = await compile({ files: { "v/api.json": JSON.stringify(document) } });
  expect(files["README.md"]).toContain("createHandler({");
  expect(files["README.md"]?.includes(`npx hookwright send ${JSON.stringify(event)}`)).toBe(isNamed);
  expect(files["README.md"]?.includes("npx hookwright")).toBe(isNamed);
});

test("the code in README.md compiles and does what it says", { timeout: 60_000 }, () => {
  expect(blocks.length).toBe(6);
  const folder = temporaryFolder();
  const own = join(folder, "node_modules", name);
  cpSync(join(builtPackage(), ".."), own, { recursive: true });
  for (const other of ["@types", "fast-check"]) symlinkSync(resolve("node_modules", other), join(folder, "node_modules", other));
  const files = blocks.map((code, index): [string, string] => [
    `block${index}.mts`,
    `declare const body: string, legacyBody: string;\n${code}`,
  ]);
  const compilerOptions = { module: "nodenext", target: "es2022", strict: true, exactOptionalPropertyTypes: true, types: ["node"] };
  writeFiles(folder, {
    ...Object.fromEntries(files),
    "package.json": '{ "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions, include: ["*.mts"] }),
  });
  expect(tsc(folder)).toBe("");
  const [first = "", second = "", signed = "", upgraded = "", third = "", fourth = ""] = files.map(([file]) => {
    const script = `Object.assign(globalThis, ${JSON.stringify({ body: BODY, legacyBody: LEGACY })}); await import("./${file.replace(".mts", ".mjs")}");`;
    try {
      return execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      return String(error);
    }
  });
  // The first block throws what the schema does not allow; the second one lets the added status pass, and lists it.
  expect(first).toContain("ContractError");
  expect(second).toContain("payload.status must be one of Pending, Failed, Success, TimedOut");
  expect(second).toContain("bills.write.successful");
  // Neither strict nor tolerant judgements are printed but by the lines that ask for them.
  expect(second).toMatch(/\ninvalid\n\[\n/);
  expect(second).toContain("{ dataType: 'accountTransactions', outcome: 'successful' }");
  expect(signed).toContain("'webhook-signature'");
  expect(upgraded).toContain("eventType: 'invoices.write.successful'");
  // Samples are valid, and what breaks a rule is not.
  expect(third).toMatch(/^true true\n/);
  expect(third).toContain("enum /payload/status false");
  expect(third).not.toMatch(/\/.* true$/m);
  expect(fourth).toBe(`urn:hookwright:${name}:codat 3.1.1 3.0.0\n`);
});
