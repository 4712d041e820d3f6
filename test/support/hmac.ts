// HMAC-SHA256 by Node's own module: not the way in which generated code makes it.
import { createHmac } from "node:crypto";

export const hmac = (key: string | Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer => {
  const made = createHmac("sha256", key);
  for (const part of parts) made.update(part);
  return made.digest();
};
