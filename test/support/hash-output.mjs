// Compiles documents in a process of its own and prints what came out as hashes: argv holds the built compile.js, the documents (JSON) and an order.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , built, documents, order] = process.argv;
const { compile } = await import(pathToFileURL(built).href);
const given = Object.entries(JSON.parse(readFileSync(documents, "utf8")));
const orders = {
  given,
  reversed: [...given].reverse(),
  shuffled: given
    .map((entry, at) => [createHash("sha256").update(String(at)).digest("hex"), entry])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry),
};
const hash = (value) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
const outputs = [];
// Twice: what the first run leaves behind must not change the second.
for (let run = 0; run < 2; run += 1) {
  const { files, contract, diagnostics } = await compile({ files: Object.fromEntries(orders[order]) });
  outputs.push(
    JSON.stringify({
      files: Object.entries(files).map(([path, text]) => [path, hash(text)]),
      contract: hash(contract),
      diagnostics: hash(diagnostics),
    }),
  );
}
if (outputs[0] !== outputs[1]) throw new Error("a second run differs from the first");
process.stdout.write(outputs[0]);
