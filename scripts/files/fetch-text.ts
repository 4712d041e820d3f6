// The only door to other people's documents on the network: one document by its URL, within limits.
import { isUtf8 } from "node:buffer";
import type { LookupAddress } from "node:dns";
import type { IncomingMessage } from "node:http";
import type { LookupFunction } from "node:net";
import type { Readable } from "node:stream";
import { errorCode } from "./error-code.ts";
import { redirection } from "./redirection.ts";

export interface FetchLimits {
  readonly bytes: number;
  readonly milliseconds: number;
  /** Whether an address may be connected to. */
  readonly mayAsk: (address: string) => boolean;
}

/** A document and the URL that it came from in the end, or why there is none; the reason goes on from the URL. */
export type FetchedText = { readonly text: string; readonly location: string } | { readonly reason: string };

/** How often a document may have moved. */
const MOST_REDIRECTS = 5;

/** What stands in the way; its message goes on from the URL. */
class Refusal extends Error {
  override readonly name = "Refusal";
}

/**
 * Fetches one document. Only http and https are spoken, without a proxy, and nothing is told of the caller. A document that moves is followed a few
 * times, never from https to http. Every address is looked at before it is connected to. Never throws.
 */
export async function fetchText(url: string, { bytes, milliseconds, mayAsk }: FetchLimits): Promise<FetchedText> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    let at = new URL(url);
    for (let moves = 0; moves <= MOST_REDIRECTS; moves += 1) {
      const answer = await answerOf(checked(at, mayAsk), signal, mayAsk);
      const { statusCode = 0, statusMessage = "", headers } = answer;
      const next = redirection(statusCode, statusMessage, headers.location, at);
      if (typeof next === "string") throw new Refusal(next);
      if (next === null) return { text: await textOf(answer, bytes), location: at.href };
      answer.destroy();
      at = next;
    }
    return { reason: `redirects more than ${MOST_REDIRECTS} times` };
  } catch (error) {
    return { reason: signal.aborted ? `took longer than ${milliseconds / 1000} s` : reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const code = errorCode(error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "is at a host that nobody knows";
  if (code === "ECONNREFUSED") return "is at a host that refuses the connection";
  return `could not be read from the network (${error instanceof Error ? error.message : String(error)})`;
}

/** @throws {Refusal} for a URL that is not asked. */
function checked(url: URL, mayAsk: FetchLimits["mayAsk"]): URL {
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Refusal(`leads to ${url.protocol}, and only http and https are fetched`);
  if (url.username !== "" || url.password !== "") throw new Refusal("holds a name or a password, which belong into no document");
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (/^[\d.]+$|:/.test(literal) && !mayAsk(literal)) throw privateAddress(literal);
  return url;
}

const privateAddress = (address: string): Refusal =>
  new Refusal(
    `leads to ${address}, which is this machine or in a private network; a document could make it call what others cannot reach, so that takes --allow-private`,
  );

/** Looks at every address of a host before one of them is connected to, so that no name can lead where an address may not. */
const guarded =
  (lookup: typeof import("node:dns").lookup, mayAsk: FetchLimits["mayAsk"]): LookupFunction =>
  (host, options, answer) => {
    lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) return answer(error ?? new Refusal("is at a host without an address"), "");
      const inner = addresses.find(({ address }) => !mayAsk(address));
      if (inner !== undefined) return answer(privateAddress(inner.address), "");
      return options.all === true ? answer(null, addresses) : answer(null, first.address, first.family);
    });
  };

async function answerOf(url: URL, signal: AbortSignal, mayAsk: FetchLimits["mayAsk"]): Promise<IncomingMessage> {
  const [{ request }, { lookup }] = await Promise.all([
    url.protocol === "https:" ? import("node:https") : import("node:http"),
    import("node:dns"),
  ]);
  const headers = {
    accept: "application/json, application/yaml, text/yaml, */*;q=0.5",
    "accept-encoding": "identity",
    "user-agent": "hookwright",
  };
  return new Promise((resolve, reject) => {
    const options = { agent: false, signal, headers, lookup: guarded(lookup, mayAsk) };
    request(url, options, resolve).on("error", reject).end();
  });
}

/** The body as text, which must be UTF-8; it counts as it is when it is unpacked. */
async function textOf(answer: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await unpacked(answer)) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > most) throw new Refusal(`is longer than ${(most / 1e6).toFixed(0)} MB`);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (!isUtf8(body)) throw new Refusal("is not UTF-8");
  return body.toString();
}

/** We ask for bytes as they are, and some servers have them only packed. */
async function unpacked(answer: IncomingMessage): Promise<Readable> {
  const encoding = answer.headers["content-encoding"]?.toLowerCase() ?? "identity";
  if (encoding === "identity") return answer;
  const [{ createBrotliDecompress, createGunzip }, { pipeline }] = await Promise.all([import("node:zlib"), import("node:stream")]);
  if (encoding !== "gzip" && encoding !== "br") throw new Refusal(`is packed as ${encoding}, which is not read`);
  return pipeline(answer, encoding === "gzip" ? createGunzip() : createBrotliDecompress(), () => undefined);
}
