// json-schema-to-typescript: types of the schemas of `components`.
import { writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";
import { asDefinitions, out } from "./read.mjs";

writeFileSync(`${out}/types.ts`, await compile(asDefinitions(), "Document", { unreachableDefinitions: true }));
