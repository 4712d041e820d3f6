// The part of handlebars that fills templates, which declares no types of its own.
declare module "handlebars/runtime.js" {
  const runtime: { readonly template: (compiled: object) => (view: unknown) => string };
  export default runtime;
}
