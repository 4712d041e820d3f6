// The runtime of handlebars, which has the types of the whole and declares none of its own.
declare module "handlebars/runtime.js" {
  const runtime: typeof import("handlebars");
  export default runtime;
}
