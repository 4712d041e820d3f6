// Whether a process still runs.
import { errorCode } from "./error-code.ts";

/** By process id, on this machine; a process of another user runs too. */
export function processRuns(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}
