// A run that may fetch: first the documents that are missing, then what is made of all of them.
import type { Outcome } from "./console.ts";
import { progress } from "./console.ts";
import { isError } from "./diagnostics.ts";
import { afterFetching, fetchDocuments } from "./fetch-documents.ts";
import { fetchText } from "./files/fetch-text.ts";
import { isPublicAddress } from "./files/is-public-address.ts";
import { saveDocuments } from "./files/save-documents.ts";
import type { Inputs } from "./inputs.ts";
import type { Options } from "./options.ts";

/** How long a document may be, and how long it may take. */
const LIMITS = { bytes: 64_000_000, milliseconds: 60_000 };

/**
 * Fetches, saves, and goes on with all documents. What was fetched well stays saved whatever becomes of the rest of the run.
 * @throws {UsageError} when a document cannot be saved.
 */
export async function fetchInputs(
  inputs: Inputs,
  { schemas, allowPrivate }: Pick<Options, "schemas" | "allowPrivate">,
  renew: boolean,
  goOn: (all: Inputs) => Promise<Outcome>,
): Promise<Outcome> {
  const fetched = await fetchDocuments({
    files: inputs.files,
    name: inputs.name,
    renew,
    today: new Date().toISOString().slice(0, 10),
    fetch: (url) => fetchText(url, { ...LIMITS, mayAsk: allowPrivate ? () => true : isPublicAddress }),
    tell: progress,
  });
  const { files, texts, news } = fetched;
  await uninterrupted(() => saveDocuments(schemas, texts, inputs.files));
  const failed: Outcome = {
    status: "failed",
    message: "nothing was generated: a document that source.json pins could not be fetched",
    diagnostics: [],
    files,
    changes: [],
  };
  const outcome = fetched.diagnostics.some(isError) ? failed : await goOn({ ...inputs, files });
  return { ...outcome, details: [...news, ...(outcome.details ?? [])], diagnostics: afterFetching(outcome.diagnostics, fetched) };
}

/** Runs a synchronous task to its end before the process heeds a signal: an interrupted run leaves no document without its pin. */
async function uninterrupted(task: () => void): Promise<void> {
  const end = (signal: string): void => process.exit(signal === "SIGINT" ? 130 : 143);
  process.once("SIGINT", end).once("SIGTERM", end);
  try {
    task();
    // A signal that came meanwhile is heard in the next turn.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off("SIGINT", end).off("SIGTERM", end);
  }
}
