// openapi-typescript: types of a whole document.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { input, out } from "./read.mjs";

writeFileSync(`${out}/types.ts`, astToString(await openapiTS(pathToFileURL(input))));
