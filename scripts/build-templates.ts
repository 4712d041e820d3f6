// The build's last step: compiles templates/ to dist/templates.js, so that a run need not.
import { readTemplates, writePrecompiled } from "./files.ts";
import { precompile } from "./render.ts";

writePrecompiled(await precompile(new Map([...readTemplates()].filter(([path]) => path.endsWith(".hbs")))));
