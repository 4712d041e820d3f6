// Signatures of requests: the forms in which bodies, headers and secrets come, and what other vendors sign.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signedRequest, type SignedRequest, verifyRequest } from "../generated/src/codat/signatures.ts";
import { signRequest } from "../templates/src/sign-request.ts";
import { verifySignature } from "../templates/src/verify-signature.ts";
import { compile, type Json } from "../scripts/compile.ts";
import { hmac } from "./support/hmac.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const URL_OF_RECEIVER = "http://localhost/hook";
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Parts {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
async function parts(body: string | Uint8Array, secret: string | readonly string[] = SECRET): Promise<Parts> {
  const request = await signedRequest(body, secret, { url: URL_OF_RECEIVER });
  return { headers: Object.fromEntries(request.headers), body: new Uint8Array(await request.arrayBuffer()) };
}
const verdictOn = async (request: SignedRequest, secret: string | readonly string[] = SECRET): Promise<string> => {
  const verdict = await verifyRequest(request, secret);
  return verdict.ok ? verdict.body : verdict.reason;
};

describe("a body", () => {
  const BODIES: readonly { readonly given: string; readonly body: string }[] = [
    { given: "empty", body: "" },
    { given: "with white space around it", body: ' \r\n{ "a" : 1 }\n' },
    { given: "in several scripts", body: '{"name":"Ærøskøbing 日本 🧾 \u200b"}' },
    { given: "with a byte-order mark", body: '\ufeff{"a":1}' },
    { given: "that looks like what is signed", body: "{id}.{timestamp}.{body} $& $1 $'" },
    { given: "of a megabyte", body: `{"a":"${"é".repeat(500_000)}"}` },
  ];
  test.each(BODIES)("$given is the same in every form", async ({ body }) => {
    const { headers, body: bytes } = await parts(body);
    const around = new Uint8Array([1, ...bytes, 2]).subarray(1, -1);
    const forms: readonly SignedRequest[] = [
      { headers, body },
      { headers, body: bytes },
      { headers, body: bytes.slice().buffer },
      { headers, body: Buffer.from(bytes) },
      { headers, body: around },
      new Request(URL_OF_RECEIVER, { method: "POST", headers, body: bytes }),
    ];
    for (const form of forms) {
      const verdict = await verifyRequest(form, SECRET);
      expect(verdict).toMatchObject({ ok: true, body });
      expect(verdict.ok && Buffer.from(verdict.bytes).equals(bytes)).toBe(true);
    }
  });

  test("that is not there is an empty one", async () => {
    const { headers } = await parts("");
    expect([await verdictOn({ headers, body: undefined }), await verdictOn({ headers, body: null })]).toEqual(["", ""]);
    expect(await verdictOn(new Request(URL_OF_RECEIVER, { method: "POST", headers }))).toBe("");
  });

  test("that is no UTF-8 is refused only when its signature is right", async () => {
    const { headers, body } = await parts(new Uint8Array([0x22, 0xff, 0x22]));
    expect(await verdictOn({ headers, body })).toBe("body-not-utf-8");
    expect(await verdictOn({ headers, body: new Uint8Array([0x22, 0xfe, 0x22]) })).toBe("signature-mismatch");
  });

  test("is given back in bytes of its own: just those that were signed", async () => {
    const { headers, body } = await parts('{"amount":1}');
    const verdict = await verifyRequest({ headers, body }, SECRET);
    body.fill(0x20);
    expect(verdict).toMatchObject({ ok: true, body: '{"amount":1}', bytes: bytesOf('{"amount":1}') });
  });

  test("that was parsed, or read before, or broke off is said to be unreadable", async () => {
    const { headers } = await parts("{}");
    const parsed: SignedRequest = JSON.parse(JSON.stringify({ headers, body: {} }));
    const list: SignedRequest = JSON.parse(JSON.stringify({ headers, body: [1] }));
    const read = new Request(URL_OF_RECEIVER, { method: "POST", headers, body: "{}" });
    await read.text();
    const broken: SignedRequest = { headers, arrayBuffer: () => Promise.reject(new Error("aborted")) };
    for (const request of [parsed, list, read, broken]) expect(await verdictOn(request)).toBe("body-unreadable");
  });

  test("is not read when the headers are wrong already", async () => {
    let reads = 0;
    const arrayBuffer = (): Promise<ArrayBuffer> => Promise.resolve(new ArrayBuffer((reads += 1)));
    const { headers } = await parts("{}");
    expect(await verdictOn({ headers: {}, arrayBuffer })).toBe("header-missing");
    expect(await verdictOn({ headers: { ...headers, "webhook-timestamp": "1" }, arrayBuffer })).toBe("timestamp-too-old");
    expect(reads).toBe(0);
  });
});

describe("headers", () => {
  test("are read in any form and letter case", async () => {
    const { headers, body } = await parts("{}");
    const cased = (change: (name: string) => string): Record<string, string> =>
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [change(name), value]));
    const forms: readonly SignedRequest["headers"][] = [
      headers,
      new Headers(headers),
      new Map(Object.entries(headers)),
      cased((name) => name.toUpperCase()),
      cased((name) => name.replace(/\b\w/g, (letter) => letter.toUpperCase())),
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      Object.assign(Object.create(null), headers, { get: "a header of this name", "set-cookie": ["a", "b"], host: undefined }),
    ];
    for (const form of forms) expect(await verdictOn({ headers: form, body })).toBe("{}");
  });

  test("that stand twice are refused in a Headers object, too", async () => {
    const { headers, body } = await parts("{}");
    for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) {
      const twice = new Headers(headers);
      twice.append(name, headers[name] ?? "");
      expect(await verdictOn({ headers: twice, body })).toBe("header-duplicated");
    }
  });
});

describe("secrets", () => {
  const OLD = `whsec_${Buffer.from("the old key").toString("base64")}`;
  const NEW = `whsec_${Buffer.from("the new key").toString("base64")}`;

  test("are exchanged without a request that fails", async () => {
    const [old, both, fresh] = await Promise.all([parts("{}", OLD), parts("{}", [NEW, OLD]), parts("{}", NEW)]);
    expect(both.headers["webhook-signature"]?.split(" ")).toHaveLength(2);
    for (const request of [old, both]) expect(await verdictOn(request, OLD)).toBe("{}");
    for (const request of [both, fresh]) expect(await verdictOn(request, NEW)).toBe("{}");
    for (const request of [old, both, fresh]) expect(await verdictOn(request, [OLD, NEW])).toBe("{}");
    expect(await verdictOn(old, NEW)).toBe("signature-mismatch");
    expect(await verdictOn(fresh, [OLD])).toBe("signature-mismatch");
  });

  test("stand among signatures of other kinds and of nobody", async () => {
    const { headers, body } = await parts("{}");
    const signature = `v1a,${"A".repeat(86)} v1,AAAA v1,?? ${headers["webhook-signature"]} v2,x`;
    expect(await verdictOn({ headers: { ...headers, "webhook-signature": signature }, body })).toBe("{}");
  });

  test("may lack what they begin with", async () => {
    expect(await verdictOn(await parts("{}"), SECRET.slice("whsec_".length))).toBe("{}");
  });

  const WRONG: readonly { readonly given: Json | undefined; readonly expected: string }[] = [
    { given: "", expected: "The signing secret is not set." },
    { given: "whsec_", expected: "The signing secret is not set." },
    { given: [], expected: "The signing secret is not set." },
    { given: [SECRET, ""], expected: "The signing secret is not set." },
    { given: undefined, expected: "The signing secret is not set." },
    { given: null, expected: "The signing secret is not set." },
    { given: "whsec_not base 64!", expected: "The signing secret is not whsec_… in base64." },
    { given: "whpk_AAAA", expected: "The signing secret is not whsec_… in base64." },
  ];
  test.each(WRONG)("$given is the caller's mistake, whatever was sent", async ({ given, expected }) => {
    // As from a caller who does not check types.
    const [secret]: [string] = JSON.parse(`[${JSON.stringify(given) ?? ""}]`);
    await expect(verifyRequest({ headers: {}, body: "" }, secret)).rejects.toThrow(new TypeError(expected));
    await expect(signedRequest("{}", secret, { url: URL_OF_RECEIVER })).rejects.toThrow(new TypeError(expected));
  });
});

describe("whatever is sent", () => {
  const names = fc.oneof(
    fc.constantFrom("webhook-id", "webhook-timestamp", "Webhook-Signature", "__proto__", "get", "constructor"),
    fc.string(),
  );
  const values = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("v1,", "v1,AAAA", "1614265330", "\u0000", "v1,AAAA v1,AAAA", ", , ,"),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.constant(undefined),
  );
  const body = fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array(), fc.constant(undefined));

  test("nothing is thrown, and nothing is accepted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, values)), body, async (headers, sent) => {
        const verdict = await verifyRequest({ headers: Object.fromEntries(headers), body: sent }, SECRET, { now: 1614265330000 });
        expect(verdict.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("one bit that is another one makes it another request", async () => {
    const { headers, body } = await parts('{"amount":12.50}');
    const flipped = (bytes: Uint8Array, bit: number): Uint8Array =>
      bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length * 8 - 1), async (bit) => {
        expect(await verdictOn({ headers, body: flipped(body, bit) })).toBe("signature-mismatch");
      }),
    );
    const key = Buffer.from((headers["webhook-signature"] ?? "").slice(3), "base64");
    for (let bit = 0; bit < key.length * 8; bit += 1) {
      const signature = `v1,${Buffer.from(flipped(key, bit)).toString("base64")}`;
      expect(await verdictOn({ headers: { ...headers, "webhook-signature": signature }, body })).toBe("signature-mismatch");
    }
  });
});

describe("what other vendors sign is data, too", () => {
  const schemeOf = async (signature: Json) => {
    const files = { "v/a.json": '{ "title": "Thing", "type": "string" }', "v/source.json": JSON.stringify({ signature }) };
    const { contract, diagnostics } = await compile({ files });
    expect(diagnostics.filter(({ slug }) => slug === "source-json")).toEqual([]);
    const { scheme } = contract.vendors[0]?.signature ?? {};
    if (scheme === undefined) throw new Error("no scheme");
    return scheme;
  };
  const now = 1492774577000;
  const hex = (text: string): string => hmac("whsec_test", text).toString("hex");

  const NEIGHBOURS: readonly {
    readonly given: string;
    readonly signature: Json;
    readonly secret: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }[] = [
    {
      given: "a digest behind its algorithm's name, over the body alone",
      signature: {
        scheme: "hmac",
        signature: { header: "X-Hub-Signature-256", prefix: "sha256=", encoding: "hex" },
        signed: "{body}",
        see: "s",
      },
      secret: "It's a Secret to Everybody",
      headers: { "x-hub-signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17" },
      body: "Hello, World!",
    },
    {
      given: "a list of a time and of signatures of several versions",
      signature: {
        scheme: "hmac",
        signature: { header: "Stripe-Signature", separator: ",", prefix: "v1=", encoding: "hex" },
        timestamp: { header: "Stripe-Signature", separator: ",", prefix: "t=", unit: "s" },
        signed: "{timestamp}.{body}",
        see: "s",
      },
      secret: "whsec_test",
      headers: { "stripe-signature": `t=1492774577,v1=${hex("old")},v1=${hex("1492774577.{}")},v0=${hex("{}")}` },
      body: "{}",
    },
    {
      given: "a time in a header of its own, and a version in what is signed",
      signature: {
        scheme: "hmac",
        signature: { header: "X-Slack-Signature", prefix: "v0=", encoding: "hex" },
        timestamp: { header: "X-Slack-Request-Timestamp", unit: "s" },
        signed: "v0:{timestamp}:{body}",
        see: "s",
      },
      secret: "whsec_test",
      headers: { "x-slack-signature": `v0=${hex("v0:1492774577:a=b")}`, "x-slack-request-timestamp": "1492774577" },
      body: "a=b",
    },
    {
      given: "bare base64",
      signature: { scheme: "hmac", signature: { header: "X-Shopify-Hmac-Sha256", encoding: "base64" }, signed: "{body}", see: "s" },
      secret: "whsec_test",
      headers: { "x-shopify-hmac-sha256": hmac("whsec_test", "{}").toString("base64") },
      body: "{}",
    },
    {
      given: "Standard Webhooks under other names",
      signature: { scheme: "standard-webhooks", headers: "Svix", see: "s" },
      secret: "whsec_QUFB",
      headers: {
        "svix-id": "m",
        "svix-timestamp": "1492774577",
        "svix-signature": `v1,${hmac("AAA", "m.1492774577.{}").toString("base64")}`,
      },
      body: "{}",
    },
  ];
  test("and CONTRIBUTING.md shows it whole", async () => {
    const [, shown = ""] = /```json\n(\{\s*"scheme": "hmac"[^]*?)```/.exec(readFileSync("CONTRIBUTING.md", "utf8")) ?? [];
    const scheme = await schemeOf(JSON.parse(shown));
    const request = await signRequest(scheme, { a: 1 }, "key_AAAA", { url: URL_OF_RECEIVER, id: "1" });
    expect(request.headers.get("example-signature")).toMatch(/^t=\d{10},v1=[\da-f]{64}$/);
    expect(await verifySignature(scheme, request, "key_AAAA")).toMatchObject({ ok: true, body: '{"a":1}', idempotencyKey: "1" });
  });

  test.each(NEIGHBOURS)("$given", async ({ signature, secret, headers, body }) => {
    const scheme = await schemeOf(signature);
    expect(await verifySignature(scheme, { headers, body }, secret, { now })).toMatchObject({ ok: true, body });
    expect(await verifySignature(scheme, { headers, body: `${body} ` }, secret, { now })).toMatchObject({ reason: "signature-mismatch" });
    expect(await verifySignature(scheme, { headers, body }, `${secret}BBBB`, { now })).toMatchObject({ reason: "signature-mismatch" });
    const request = await signRequest(scheme, body, secret, { url: URL_OF_RECEIVER });
    expect(await verifySignature(scheme, request, secret)).toMatchObject({ ok: true, body });
  });
});
