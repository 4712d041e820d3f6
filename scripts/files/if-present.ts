// Looking at what may not be there, or may go while one looks.
import { errorCode } from "./error-code.ts";

/** The result of a look at the disk, or null when there is nothing at the path. Throws other system errors. */
export function ifPresent<Result>(look: () => Result): Result | null {
  try {
    return look();
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return null;
    throw error;
  }
}
