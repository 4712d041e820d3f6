// Reads an exported document with our own readers, and compares what it accepts with what the contract accepts.
import { compile, type Contract, type Json } from "../../scripts/compile.ts";
import { isError } from "../../scripts/diagnostics.ts";
import { entries, fromEntries, isObject, member } from "../../scripts/lib/json.ts";
import { checksOf } from "../../scripts/validators/made-functions.ts";

/** The contract and the files of one vendor's documents. */
export async function contractFrom(files: { readonly [path: string]: string }): Promise<{
  readonly contract: Contract | undefined;
  readonly files: { readonly [path: string]: string };
  readonly problems: readonly string[];
}> {
  // Samples are not the question here, and take their time.
  const { contract, files: made, diagnostics } = await compile({ files: { ...files, "v/source.json": '{ "fixtures": false }' } });
  const problems = diagnostics.filter(isError).map(({ slug, facts }) => `${slug} ${JSON.stringify(facts)}`);
  return { contract: contract.vendors[0], files: made, problems };
}

/** An AsyncAPI document's schemas as the JSON Schema document that they make up. */
export function asyncapiSchemas(text: string): Json {
  const document: Json = JSON.parse(text);
  const schemas = member(member(document, "components"), "schemas");
  const isNewer = entries(schemas).some(([, schema]) => member(schema, "schemaFormat") !== undefined);
  const moved: Json = JSON.parse(
    JSON.stringify(isNewer ? fromEntries(entries(schemas).map(([name, schema]) => [name, member(schema, "schema") ?? true])) : schemas)
      .replaceAll(/"#\/components\/schemas\/(\w+)\/schema"/g, '"#/$defs/$1"')
      .replaceAll(/"#\/components\/schemas\/(\w+)"/g, isNewer ? '"#/$defs/$1"' : '"#/definitions/$1"'),
  );
  return isNewer
    ? { $schema: "https://json-schema.org/draft/2020-12/schema", title: "Top", $defs: moved }
    : { $schema: "http://json-schema.org/draft-07/schema#", title: "Top", definitions: moved };
}

/** The values on which two contracts disagree, by declaration. */
export function disagreements(a: Contract, b: Contract, values: readonly Json[]): readonly string[] {
  const [first, second] = [checksOf(a.declarations), checksOf(b.declarations)];
  return [...first].flatMap(([name, check]) => {
    const other = second.get(name);
    if (other === undefined) return [`${name} is not there`];
    return values.flatMap((value) =>
      (check(value).length === 0) === (other(value).length === 0) ? [] : [`${name}: ${JSON.stringify(value)}`],
    );
  });
}

/** The value of a JSON text that is an object. */
export function objectOf(text: string | undefined): { readonly [key: string]: Json } {
  const value: Json = JSON.parse(text ?? "null");
  if (!isObject(value)) throw new TypeError("this is no object");
  return value;
}
