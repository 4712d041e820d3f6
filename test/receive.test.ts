// From a request to its event in one call: what is not signed is not parsed, and what is signed is told whatever it is.
import { afterEach, describe, expect, test, vi } from "vitest";
import { receiveEvent } from "../generated/src/codat/receive.ts";
import { signedRequest } from "../generated/src/codat/signatures.ts";
import { receiveEvent as receivePush } from "../generated/src/railz/receive.ts";
import { signedRequest as signedPush } from "../generated/src/railz/signatures.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const OTHER = "whsec_c2VjcmV0";
const TIME = new Date("2026-11-21T12:00:00Z");
const AT = { now: TIME };
const EVENT = { id: "ba29118f-5406-4e59-b05c-ba307ca38d01", eventType: "bills.write.successful", payload: { status: "Queued" } };
const sign = (event: unknown, secret: string | readonly string[] = SECRET, timestamp = TIME) =>
  signedRequest(event, secret, { url: "http://localhost/", id: "msg_1", timestamp });

afterEach(() => void vi.restoreAllMocks());

describe("a signed request", () => {
  test("is its event, with what tells it from others and when it was signed", async () => {
    const body = JSON.stringify(EVENT);
    expect(await receiveEvent(await sign(EVENT), SECRET, AT)).toMatchObject({
      ok: true,
      idempotencyKey: "msg_1",
      timestamp: TIME,
      body,
      bytes: new TextEncoder().encode(body),
      kind: "known",
      name: "bills.write.successful",
      parts: { dataType: "bills" },
      event: EVENT,
      issues: [{ pointer: "/payload/status", keyword: "enum" }],
    });
  });

  test.each([
    ["strict", EVENT, "invalid"],
    ["tolerant", EVENT, "known"],
    ["report", { ...EVENT, id: 5 }, "known"],
    ["tolerant", { ...EVENT, id: 5 }, "invalid"],
    ["tolerant", { eventType: "moon.landed" }, "unknown"],
    ["strict", { eventType: "moon.landed" }, "invalid"],
    ["tolerant", "{", "invalid"],
    ["report", "{", "unknown"],
    ["tolerant", "", "invalid"],
  ] as const)("in the mode %s, with the body %j, is %s", async (mode, event, kind) => {
    const received = await receiveEvent(await sign(event), SECRET, { ...AT, mode });
    expect(received).toMatchObject({ ok: true, idempotencyKey: "msg_1", kind });
  });

  test("loses nothing that was sent, be it an event or not", async () => {
    for (const body of ['{"eventType":"moon.landed","__proto__":{"a":1}}', "[1,", "null", '"\u2028"']) {
      const received = await receiveEvent(await sign(body), SECRET, AT);
      expect(received).toMatchObject({ ok: true, body });
    }
  });

  test("may be signed with the new secret or the old one, while they are exchanged", async () => {
    for (const [used, known] of [[OTHER, [SECRET, OTHER]] as const, [[OTHER, SECRET], SECRET] as const])
      expect(await receiveEvent(await sign(EVENT, used), known, AT)).toMatchObject({ ok: true, kind: "known" });
  });

  test("of another vendor has that vendor's events", async () => {
    const event = { requestId: "7", data: { event: "push", connectionId: "c", dataType: "bills", status: "success", responseCode: 200 } };
    const request = await signedPush(event, "a secret", { url: "http://localhost/", timestamp: TIME });
    const received = await receivePush(request, "a secret", AT);
    expect(received).toMatchObject({ ok: true, timestamp: TIME, kind: "known", name: "push", event });
    expect(received.ok && received.idempotencyKey).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a request that is refused", () => {
  const tampered = async (): Promise<Request> =>
    new Request(await sign(EVENT), { method: "POST", body: '{"eventType":"bills.write.unsuccessful"}' });
  test.each<readonly [string, () => Promise<Request>, string]>([
    ["unsigned", async () => new Request("http://localhost/", { method: "POST", body: "{}" }), "header-missing"],
    ["tampered with", tampered, "signature-mismatch"],
    ["signed by somebody else", () => sign(EVENT, OTHER), "signature-mismatch"],
    ["old", () => sign(EVENT, SECRET, new Date(TIME.getTime() - 301_000)), "timestamp-too-old"],
    ["of tomorrow", () => sign(EVENT, SECRET, new Date(TIME.getTime() + 86_400_000)), "timestamp-too-new"],
  ])("because it is %s holds nothing but the reason, and is never parsed", async (_, make, reason) => {
    const request = await make();
    const parse = vi.spyOn(JSON, "parse");
    const received = await receiveEvent(request, SECRET, AT);
    expect(received).toEqual({ ok: false, reason, message: expect.any(String) });
    expect(parse).not.toHaveBeenCalled();
  });

  test("is one that was read before; the window may be another", async () => {
    const request = await sign(EVENT);
    await request.text();
    expect(await receiveEvent(request, SECRET, AT)).toMatchObject({ ok: false, reason: "body-unreadable" });
    const old = await sign(EVENT, SECRET, new Date(TIME.getTime() - 301_000));
    expect(await receiveEvent(old, SECRET, { ...AT, tolerance: 600 })).toMatchObject({ ok: true });
  });
});

test("without a secret it is the receiver that is wrong, and not the request", async () => {
  await expect(receiveEvent(await sign(EVENT), "", AT)).rejects.toThrow(TypeError);
});
