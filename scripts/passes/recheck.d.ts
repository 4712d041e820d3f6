// The part of recheck that is used: its pure JavaScript, which has no types of its own.
declare module "recheck/lib/browser.js" {
  type Result =
    | { readonly status: "vulnerable"; readonly complexity: { readonly summary: string } }
    | { readonly status: "safe" | "unknown"; readonly complexity?: { readonly summary: string } };
  const recheck: {
    readonly checkSync: (source: string, flags: string, options: { readonly timeout: null; readonly randomSeed: number }) => Result;
  };
  export default recheck;
}
