// Signatures of requests: the published vectors, another implementation in both directions, and every way in which a request is not what it says.
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import * as codat from "../generated/src/codat/signatures.ts";
import * as railz from "../generated/src/railz/signatures.ts";
import type { SignatureFailure, SignedRequest } from "../generated/src/codat/signatures.ts";
import { hmac } from "./support/hmac.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const SECONDS = 1614265330;
const BODY = '{"test": 2432232314}';
const SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const AT = { now: SECONDS * 1000 };
const HEADERS = { "webhook-id": ID, "webhook-timestamp": String(SECONDS), "webhook-signature": SIGNATURE };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const reasonOf = async (request: SignedRequest, secret: string | readonly string[] = SECRET, options: codat.VerifyOptions = AT) => {
  const verdict = await codat.verifyRequest(request, secret, options);
  return verdict.ok ? "ok" : verdict.reason;
};
const KEY = Buffer.from(SECRET.slice(6), "base64");

describe("the vector that the first vendor publishes", () => {
  test("is accepted, with its body, identifier and time", async () => {
    expect(await codat.verifyRequest({ headers: HEADERS, body: BODY }, SECRET, AT)).toEqual({
      ok: true,
      body: BODY,
      bytes: bytes(BODY),
      idempotencyKey: ID,
      timestamp: new Date("2021-02-25T15:02:10Z"),
    });
  });

  test("is signed for anywhere and now, unless more is said", async () => {
    const request = await codat.signedRequest(BODY, SECRET);
    expect(request.url).toBe("http://localhost/");
    expect(await codat.verifyRequest(request, SECRET)).toMatchObject({
      ok: true,
      body: BODY,
      idempotencyKey: expect.stringMatching(/^msg_/),
    });
  });

  test("is what is signed", async () => {
    const request = await codat.signedRequest(BODY, SECRET, { url: "http://localhost/", id: ID, timestamp: AT.now });
    expect([request.method, request.headers.get("webhook-signature"), await request.text()]).toEqual(["POST", SIGNATURE, BODY]);
  });
});

describe("the form that the second vendor publishes", () => {
  const signature = hmac("a secret", "1619201259010.", "{}").toString("hex");
  const headers = { "Railz-Signature": `t=1619201259010,v=${signature}` };
  const at = { now: 1619201259010 };

  test("is accepted; where nothing identifies an event, the signature does", async () => {
    expect(await railz.verifyRequest({ headers, body: "{}" }, "a secret", at)).toMatchObject({
      ok: true,
      body: "{}",
      idempotencyKey: signature,
      timestamp: new Date(1619201259010),
    });
    // The same signature in other letters is the same signature.
    const capitals = { "railz-signature": `t=1619201259010,v=${signature.toUpperCase()}` };
    expect(await railz.verifyRequest({ headers: capitals, body: "{}" }, "a secret", at)).toMatchObject({ idempotencyKey: signature });
  });

  test("is digits alone: what only begins like one is none", async () => {
    const body = Array.from({ length: 200 }, (_, count) => "{}".padEnd(count + 2)).find((text) =>
      /^(?:..)*?0/.test(hmac("a secret", "1619201259010.", text).toString("hex")),
    );
    const right = hmac("a secret", "1619201259010.", body ?? "").toString("hex");
    const wrong = right.replace(/^((?:..)*?)0(.)/, "$1$2g");
    const verdicts = await Promise.all(
      [right, wrong].map((text) =>
        railz.verifyRequest({ headers: { "railz-signature": `t=1619201259010,v=${text}` }, body }, "a secret", at),
      ),
    );
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, false]);
  });

  test("is what is signed", async () => {
    const request = await railz.signedRequest({}, "a secret", { url: "http://localhost/", timestamp: new Date(at.now) });
    expect(request.headers.get("railz-signature")).toBe(headers["Railz-Signature"]);
  });

  const REFUSED: readonly { readonly given: string; readonly header: string; readonly expected: SignatureFailure }[] = [
    { given: "two times", header: `t=1619201259010,v=${signature},t=1619201259011`, expected: "header-duplicated" },
    { given: "two headers that a platform has joined", header: `t=1,v=00, t=1619201259010,v=${signature}`, expected: "header-duplicated" },
    { given: "no time", header: `v=${signature}`, expected: "header-malformed" },
    { given: "no signature", header: "t=1619201259010", expected: "header-malformed" },
    { given: "an empty signature", header: "t=1619201259010,v=", expected: "header-malformed" },
    { given: "a signature of no digits", header: `t=1619201259010,v=${"zz".repeat(32)}`, expected: "signature-mismatch" },
    { given: "half a digit too few", header: `t=1619201259010,v=${signature.slice(1)}`, expected: "signature-mismatch" },
    { given: "seconds for milliseconds", header: `t=1619201259,v=${signature}`, expected: "timestamp-too-old" },
    { given: "another time", header: `t=1619201259011,v=${signature}`, expected: "signature-mismatch" },
  ];
  test.each(REFUSED)("is refused with $given", async ({ header, expected }) => {
    expect(await railz.verifyRequest({ headers: { "railz-signature": header }, body: "{}" }, "a secret", at)).toMatchObject({
      ok: false,
      reason: expected,
    });
  });
});

describe("standardwebhooks, another implementation,", () => {
  const secrets = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((key) => `whsec_${Buffer.from(key).toString("base64")}`);
  const ids = fc.stringMatching(/^[\w$&{}:/-]{1,40}$/);
  const bodies = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.json());
  const now = Math.floor(Date.now() / 1000);

  test("accepts what we sign", async () => {
    await fc.assert(
      fc.asyncProperty(secrets, ids, bodies, async (secret, id, body) => {
        const request = await codat.signedRequest(body, secret, { url: "http://localhost/", id });
        const headers = Object.fromEntries(request.headers);
        const text = await request.text();
        expect(text).toBe(body.toWellFormed());
        new Webhook(secret).verify(text, headers, { jsonParse: false });
        expect(() => new Webhook(secret).verify(`${text} `, headers, { jsonParse: false })).toThrow();
      }),
    );
  });

  test("signs what we accept", async () => {
    await fc.assert(
      fc.asyncProperty(secrets, ids, bodies, async (secret, id, body) => {
        const signature = new Webhook(secret).sign(id, new Date(now * 1000), body);
        const headers = { "webhook-id": id, "webhook-timestamp": String(now), "webhook-signature": signature };
        expect(await codat.verifyRequest({ headers, body }, secret)).toMatchObject({
          ok: true,
          body: body.toWellFormed(),
          idempotencyKey: id,
        });
        expect(await reasonOf({ headers, body: `${body} ` }, secret, {})).toBe("signature-mismatch");
      }),
    );
  });
});

describe("a request is refused", () => {
  const other = `v1,${hmac("another key", `${ID}.${SECONDS}.`, BODY).toString("base64")}`;
  const having = (changes: Readonly<Record<string, string | readonly string[] | undefined>>): SignedRequest => ({
    headers: { ...HEADERS, ...changes },
    body: BODY,
  });
  const REFUSED: readonly { readonly given: string; readonly request: SignedRequest; readonly expected: SignatureFailure }[] = [
    { given: "unsigned", request: { headers: {}, body: BODY }, expected: "header-missing" },
    { given: "without an identifier", request: having({ "webhook-id": undefined }), expected: "header-missing" },
    { given: "without a time", request: having({ "webhook-timestamp": undefined }), expected: "header-missing" },
    { given: "without a signature", request: having({ "webhook-signature": undefined }), expected: "header-missing" },
    { given: "with an empty identifier", request: having({ "webhook-id": "" }), expected: "header-malformed" },
    { given: "with an empty signature", request: having({ "webhook-signature": "" }), expected: "header-malformed" },
    {
      given: "with signatures of other kinds only",
      request: having({ "webhook-signature": "v1a,AAAA v2,AAAA" }),
      expected: "header-malformed",
    },
    {
      given: "with a signature without its version",
      request: having({ "webhook-signature": SIGNATURE.slice(3) }),
      expected: "header-malformed",
    },
    { given: "signed with another secret", request: having({ "webhook-signature": other }), expected: "signature-mismatch" },
    { given: "with a cut signature", request: having({ "webhook-signature": SIGNATURE.slice(0, -5) }), expected: "signature-mismatch" },
    { given: "with a signature that is no base64", request: having({ "webhook-signature": "v1,???" }), expected: "signature-mismatch" },
    {
      given: "with a signature in other letters",
      request: having({ "webhook-signature": SIGNATURE.toLowerCase() }),
      expected: "signature-mismatch",
    },
    { given: "with another identifier", request: having({ "webhook-id": `${ID}x` }), expected: "signature-mismatch" },
    { given: "with another time", request: having({ "webhook-timestamp": String(SECONDS + 1) }), expected: "signature-mismatch" },
    { given: "with a time in words", request: having({ "webhook-timestamp": "now" }), expected: "header-malformed" },
    { given: "with a time and more", request: having({ "webhook-timestamp": `${SECONDS}.5` }), expected: "header-malformed" },
    { given: "with a time before 1970", request: having({ "webhook-timestamp": `-${SECONDS}` }), expected: "header-malformed" },
    { given: "with a time beyond all dates", request: having({ "webhook-timestamp": "9".repeat(400) }), expected: "header-malformed" },
    { given: "with two identifiers", request: having({ "webhook-id": [ID, "other"] }), expected: "header-duplicated" },
    { given: "with one identifier twice", request: having({ "webhook-id": [ID, ID] }), expected: "header-duplicated" },
    { given: "with two times", request: having({ "webhook-timestamp": [String(SECONDS), "1"] }), expected: "header-duplicated" },
    {
      given: "with two headers of signatures",
      request: having({ "webhook-signature": [SIGNATURE, other] }),
      expected: "header-duplicated",
    },
    { given: "with a header in two cases", request: having({ "Webhook-Id": "other" }), expected: "header-duplicated" },
    {
      given: "with two identifiers that a platform has joined",
      request: having({ "webhook-id": `${ID}, other` }),
      expected: "header-duplicated",
    },
    {
      given: "with two lists of signatures that a platform has joined",
      request: having({ "webhook-signature": `${other}, ${SIGNATURE}` }),
      expected: "header-duplicated",
    },
    {
      given: "with signatures without end",
      request: having({ "webhook-signature": Array.from({ length: 17 }, () => SIGNATURE).join(" ") }),
      expected: "header-duplicated",
    },
    {
      given: "with a body that lacks its last byte",
      request: { headers: HEADERS, body: BODY.slice(0, -1) },
      expected: "signature-mismatch",
    },
    {
      given: "with other white space",
      request: { headers: HEADERS, body: JSON.stringify(JSON.parse(BODY)) },
      expected: "signature-mismatch",
    },
    { given: "without its body", request: { headers: HEADERS, body: undefined }, expected: "signature-mismatch" },
  ];
  test.each(REFUSED)("$given", async ({ request, expected }) => {
    expect(await reasonOf(request)).toBe(expected);
  });

  test("when its identifier reaches over into the time: such a request reads like another one that was signed", async () => {
    // Signed is the body `5.1614265330.{}`, long ago; it is sent again with a part of it as the time.
    const headers = { "webhook-id": `${ID}.1`, "webhook-timestamp": String(SECONDS), "webhook-signature": "" };
    headers["webhook-signature"] = `v1,${hmac(KEY, `${ID}.1.`, `${SECONDS}.{}`).toString("base64")}`;
    expect(await reasonOf({ headers, body: "{}" })).toBe("header-malformed");
  });

  test("with a reason in words that hold nothing of what was sent", async () => {
    const hostile = "\u001b[2J evil";
    for (const name of Object.keys(HEADERS)) {
      const verdict = await codat.verifyRequest({ headers: { ...HEADERS, [name]: hostile }, body: hostile }, SECRET, AT);
      expect(verdict.ok ? "" : verdict.message).toMatch(/^[ -~…]+$/);
      expect(JSON.stringify(verdict)).not.toContain("evil");
    }
  });
});

describe("the time", () => {
  const TIMES: readonly { readonly after: number; readonly tolerance?: number; readonly expected: SignatureFailure | "ok" }[] = [
    { after: 300, expected: "ok" },
    { after: 300.001, expected: "timestamp-too-old" },
    { after: -300, expected: "ok" },
    { after: -300.001, expected: "timestamp-too-new" },
    { after: 86_400, expected: "timestamp-too-old" },
    { after: 86_400, tolerance: Infinity, expected: "ok" },
    { after: 2, tolerance: 1, expected: "timestamp-too-old" },
    { after: 0, tolerance: 0, expected: "ok" },
    { after: Number.NaN, expected: "timestamp-too-old" },
    { after: 0, tolerance: Number.NaN, expected: "timestamp-too-old" },
  ];
  test.each(TIMES)("$after s after the signature, $tolerance s tolerated: $expected", async ({ after, expected, ...tolerance }) => {
    const now = (SECONDS + after) * 1000;
    expect(await reasonOf({ headers: HEADERS, body: BODY }, SECRET, { now, ...tolerance })).toBe(expected);
    expect(await reasonOf({ headers: HEADERS, body: BODY }, SECRET, { now: new Date(now), ...tolerance })).toBe(expected);
  });

  test("is the clock's when it is not given", async () => {
    expect(await reasonOf({ headers: HEADERS, body: BODY }, SECRET, {})).toBe("timestamp-too-old");
    const request = await codat.signedRequest(BODY, SECRET, { url: "http://localhost/" });
    expect(await reasonOf(request, SECRET, {})).toBe("ok");
  });
});
