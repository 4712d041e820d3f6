// The part of recheck that is used: its pure JavaScript, which has no types of its own.
declare module "recheck/lib/browser.js" {
  type Result =
    | { readonly status: "vulnerable"; readonly complexity: { readonly summary: string } }
    | { readonly status: "safe" | "unknown"; readonly complexity?: { readonly summary: string } };
  interface Options {
    readonly timeout: null;
    readonly attackTimeout: null;
    readonly incubationTimeout: null;
    readonly seedingTimeout: null;
    readonly randomSeed: number;
  }
  const recheck: {
    readonly checkSync: (source: string, flags: string, options: Options) => Result;
  };
  export default recheck;
}
