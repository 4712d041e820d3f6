// A vendor's signature scheme in words, and as JSON.
import type { JsonObject, Signature } from "../contract.ts";
import { code, type Code, markdownCode, markdownText } from "../lib/code.ts";
import type { Place } from "../../templates/src/signature-scheme.ts";

/** The scheme as a JSON value. */
export const schemeJson = ({ scheme: { timestamp, id, ...scheme } }: Signature): JsonObject => ({
  ...scheme,
  secret: { ...scheme.secret },
  signature: { ...scheme.signature },
  ...(timestamp === undefined ? {} : { timestamp: { ...timestamp } }),
  ...(id === undefined ? {} : { id: { ...id } }),
});

/** What is signed how, and where a request says so, in Markdown: one item a fact. */
export function signatureItems({ scheme }: Signature): readonly Code[] {
  const { hash, signed, secret, signature, timestamp, id, tolerance } = scheme;
  return [
    code`signed: ${markdownCode(signed)}, by ${markdownText(`HMAC-${hash}`)}`,
    code`secret: the key ${secret.encoding === "utf-8" ? code`as it is, in UTF-8` : code`in ${markdownText(secret.encoding)}`}${behind(secret.prefix)}`,
    code`signature: ${placeWords(signature)}, in ${markdownText(signature.encoding)}`,
    timestamp === undefined
      ? code`timestamp: none, so that a replay cannot be told`
      : code`timestamp: ${placeWords(timestamp)}, in ${markdownText(timestamp.unit === "s" ? "seconds" : "milliseconds")} since 1970, at most ${tolerance} seconds off`,
    id === undefined ? code`identifier: none` : code`identifier: ${placeWords(id)}`,
  ];
}

const placeWords = ({ header, separator, prefix }: Place): Code => {
  const list =
    separator === undefined ? code`` : code`, entries of a list with ${markdownText(MARKS.get(separator) ?? separator)} between them`;
  return code`${markdownCode(header)}${list}${behind(prefix)}`;
};

const behind = (prefix: string | undefined): Code => (prefix === undefined ? code`` : code`, behind ${markdownCode(prefix)}`);

const MARKS: ReadonlyMap<string, string> = new Map([
  [" ", "blanks"],
  [",", "commas"],
  [";", "semicolons"],
]);
