// Something that the person at the command line can set right.

/** Its message names the place, the cause and the fix, and is printed without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
