// The vendors' documents as the repository holds them, and their contracts.
import { compile, type Contract, type Json, type Schema } from "../../scripts/compile.ts";
import { readSchemas } from "../../scripts/files.ts";
import type { Resolve } from "./interpret.ts";

/** The texts below schemas/, by path. */
export const documents: Readonly<Record<string, string>> = readSchemas("schemas").files;

const { contract } = await compile({ files: documents });

/** The contract of each vendor. */
export const contracts: readonly Contract[] = contract.vendors;

export const contractOf = (vendor: string): Contract => {
  const found = contracts.find((one) => one.vendor === vendor);
  if (found === undefined) throw new RangeError(`no vendor is called ${vendor}`);
  return found;
};

/** The schema of a declaration by its bare name. */
export const resolveIn =
  ({ declarations }: Contract): Resolve =>
  (name): Schema => {
    const found = declarations.find((one) => one.name === name);
    if (found === undefined) throw new RangeError(`no declaration is called ${name}`);
    return found.schema;
  };

/** An object that holds nothing but the value, at the pointer. */
export const carrier = (pointer: string, value: Json): Json =>
  pointer
    .split("/")
    .slice(1)
    .reduceRight<Json>((inner, token) => ({ [token.replaceAll("~1", "/").replaceAll("~0", "~")]: inner }), value);
