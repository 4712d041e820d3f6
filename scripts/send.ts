// The command `send`: a documented example of an event, edited, signed as its vendor would, and sent to a receiver.
import { signRequest } from "../templates/src/sign-request.ts";
import { type Outcome, progress } from "./console.ts";
import type { Json, Signature } from "./contract.ts";
import { isError } from "./diagnostics.ts";
import { readEdit, setField, unsetField } from "./edit-value.ts";
import { exampleOf, findEvent } from "./event-example.ts";
import { UsageError } from "./files.ts";
import { readInputs } from "./inputs.ts";
import type { SendOptions } from "./options.ts";
import { visible } from "./report.ts";

/** How long a receiver may take, in milliseconds. */
const PATIENCE = 30_000;

/** How many characters of an answer are shown. */
const MOST_SHOWN = 10_000;

/**
 * Sends one request, to the URL given and to no other.
 * @throws {UsageError} when there is no such event, when a field cannot be edited, or when the secret is missing or not well formed.
 */
export async function send({ schemas, event, to, secrets, set, unset, vendor }: SendOptions): Promise<Outcome> {
  const { files, refused, name } = readInputs({ schemas });
  progress("compiling");
  const { compile } = await import("./compile.ts");
  const { contract: all, diagnostics } = await compile({ files, name });
  const ended = { diagnostics: [...refused, ...diagnostics].filter(isError), files, changes: [] };
  if (ended.diagnostics.length > 0)
    return { status: "failed", message: "nothing was sent: the documents have errors, so their examples cannot be relied upon", ...ended };

  const found = findEvent(all.vendors, event, vendor);
  const { contract, declaration } = found;
  const value = unset.reduce(
    unsetField,
    set.map(readEdit).reduce((edited, [path, field]) => setField(edited, path, field), exampleOf(found)),
  );
  const { checksOf } = await import("./validators/made-functions.ts");
  const [issue] = checksOf(contract.declarations).get(declaration.name)?.(value) ?? [];
  const doubt = issue === undefined ? [] : [visible(`note: what is sent is no valid ${declaration.name}: ${issue.message}`)];
  const request = await requestFor(value, to, secrets, contract.signature, contract.vendor);
  const { size } = await request.clone().blob();
  const signed = contract.signature === undefined ? "unsigned, because source.json does not say how" : "signed";
  const sent = visible(`sent ${event} of ${contract.vendor} (${declaration.name}, ${size} bytes, ${signed}) to ${to}`);

  progress("sending");
  const start = performance.now();
  try {
    const answer = await fetch(request, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    const body = await answer.text();
    const message = `answered ${answer.status} ${visible(answer.statusText)} after ${Math.round(performance.now() - start)} ms`;
    return { status: answer.ok ? "sent" : "failed", message, details: [...doubt, sent, ...shown(body)], ...ended };
  } catch (error) {
    return { status: "failed", message: `no answer: ${reasonOf(error, to)}`, details: doubt, ...ended };
  }
}

/** @throws {UsageError} when the vendor signs and there is no secret for it, or one that is not well formed, or a secret for nothing. */
async function requestFor(
  value: Json,
  url: string,
  secrets: readonly string[],
  signature: Signature | undefined,
  vendor: string,
): Promise<Request> {
  if (signature === undefined)
    return new Request(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(value) });
  if (secrets.length === 0)
    throw new UsageError(
      `${vendor} signs its requests: name the receiver's secret with --secret, or in the environment variable HOOKWRIGHT_SECRET.`,
    );
  try {
    return await signRequest(signature.scheme, JSON.stringify(value), secrets, { url });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

/** An answer's body as lines; control characters in it cannot move the terminal's cursor. */
function shown(body: string): readonly string[] {
  if (body === "") return [];
  const text = visible(body.slice(0, MOST_SHOWN).replace(/\r\n/g, "\n").replace(/\t/g, "  "));
  return body.length > MOST_SHOWN ? [text, `… and ${body.length - MOST_SHOWN} characters more`] : [text];
}

function reasonOf(error: unknown, to: string): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `${to} took longer than ${PATIENCE / 1000} s`;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? cause.code : "";
  if (code === "ECONNREFUSED") return `nothing listens at ${new URL(to).origin}; start the receiver first`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `no host is called ${new URL(to).hostname}`;
  return visible(cause.message);
}
