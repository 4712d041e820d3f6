// What the command line says, or why it is not understood.
import { UsageError } from "./files.ts";

/**
 * What Node's parser of arguments makes of them.
 * @throws {UsageError} when it does not understand them.
 */
export function understood<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
