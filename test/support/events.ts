// Packages of events that readers may give: a JSON Schema document, and what its types are the bodies of.
import { compile, type Contract, type EventType, type Example, type Json } from "../../scripts/compile.ts";
import { isError } from "../../scripts/diagnostics.ts";
import { readPrecompiled, readTemplates } from "../../scripts/files.ts";
import { packageFiles, printer, vendorModules } from "../../scripts/package-files.ts";
import { eventDiscriminators } from "../../scripts/passes/event-discriminators.ts";
import { eventNames } from "../../scripts/passes/event-names.ts";
import { eventsToldApart } from "../../scripts/passes/events-told-apart.ts";
import { sharedEnvelopes } from "../../scripts/passes/shared-envelopes.ts";
import { sortContract } from "../../scripts/passes/sort-contract.ts";

/** What a reader says of an event. */
export interface GivenEvent {
  readonly names: readonly string[];
  readonly declaration: string;
  readonly discriminator?: string;
  /** Where it is stated; line 1 unless said. */
  readonly line?: number;
}

/** The contract of a document whose types are the bodies of events, and of whole examples of them. */
export async function contractOf(
  schema: Json,
  events: readonly GivenEvent[],
  examples: { readonly [declaration: string]: readonly Json[] } = {},
): Promise<Contract> {
  const { contract, diagnostics } = await compile({ files: { "v/a.schema.json": JSON.stringify(schema) } });
  const [read] = contract.vendors;
  const errors = diagnostics.filter(isError);
  if (read === undefined || errors.length > 0) throw new Error(JSON.stringify(errors));
  const origin = { file: "v/a.openapi.json", line: 1, column: 1, pointer: "" };
  const given = events.map(({ names, declaration, discriminator = null, line = 1 }): EventType => ({
    names,
    discriminator,
    declaration,
    origin: { ...origin, line, pointer: `/webhooks/${names[0] ?? declaration}` },
  }));
  const shown = Object.entries(examples).flatMap(([declaration, values]) =>
    values.map((value): Example => ({ declaration, pointer: "", value, origin, places: {} })),
  );
  const whole = { ...read, events: given, examples: [...read.examples, ...shown] };
  return sortContract(eventsToldApart(eventNames(sharedEnvelopes(eventDiscriminators(whole)))));
}

/** The files of a package with one contract. */
export async function filesOf(contract: Contract): Promise<ReadonlyMap<string, string>> {
  const settings = { name: "contracts", version: "1.0.0", description: "Contracts.", license: "UNLICENSED" };
  const print = await printer(await readPrecompiled(), () => undefined);
  const vendor = { contract, title: "V", samples: null };
  return new Map(packageFiles({ settings, vendors: [{ ...vendor, modules: vendorModules(vendor, print) }] }, readTemplates(), print));
}
