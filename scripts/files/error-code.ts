// What the operating system says of a failed call.

/** The code of a system error, such as `ENOENT`; "" for anything else. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
