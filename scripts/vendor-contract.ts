// One vendor's contract: read, link, merge, correct, and the passes that make it uniform.
import type { Contract, Diagnostic } from "./contract.ts";
import { isError } from "./diagnostics.ts";
import { located } from "./lib/origin.ts";
import { applyCorrections } from "./passes/apply-corrections.ts";
import { attachExamples } from "./passes/attach-examples.ts";
import { clashFreeExports } from "./passes/clash-free-exports.ts";
import { checkKeywords } from "./passes/check-keywords.ts";
import { collectExamples } from "./passes/collect-examples.ts";
import { distinctNames } from "./passes/distinct-names.ts";
import { eventDiscriminators } from "./passes/event-discriminators.ts";
import { eventNames } from "./passes/event-names.ts";
import { exclusiveFlags } from "./passes/exclusive-flags.ts";
import { eventsToldApart } from "./passes/events-told-apart.ts";
import { exampleToExamples } from "./passes/example-to-examples.ts";
import { fieldsOnlyInExamples } from "./passes/fields-only-in-examples.ts";
import { impliedObjectType } from "./passes/implied-object-type.ts";
import { linkReferences } from "./passes/link-references.ts";
import { mergeContracts } from "./passes/merge-contracts.ts";
import { misspeltAnnotations } from "./passes/misspelt-annotations.ts";
import { nameInnerSchemas } from "./passes/name-inner-schemas.ts";
import { noteMemberNames } from "./passes/note-member-names.ts";
import { nullableToNull } from "./passes/nullable-to-null.ts";
import { nullOutOfEnum } from "./passes/null-out-of-enum.ts";
import { proveExamples } from "./passes/prove-examples.ts";
import { refuseUnknownNames } from "./passes/refuse-unknown-names.ts";
import { refuseReferenceCycles } from "./passes/refuse-reference-cycles.ts";
import { reportSlowPatterns } from "./passes/report-slow-patterns.ts";
import { rulesBesideReference } from "./passes/rules-beside-reference.ts";
import { settleSpellings } from "./passes/settle-spellings.ts";
import { sharedEnvelopes } from "./passes/shared-envelopes.ts";
import { sameThings } from "./passes/same-things.ts";
import { sortContract } from "./passes/sort-contract.ts";
import { wireNames } from "./passes/wire-names.ts";
import { readVendor } from "./read-vendor.ts";
import { readJsonDocument } from "./readers/json-document.ts";
import { vendorSettings } from "./settings.ts";

const PASSES: readonly ((contract: Contract) => Contract)[] = [
  refuseUnknownNames,
  refuseReferenceCycles,
  misspeltAnnotations,
  rulesBesideReference,
  exclusiveFlags,
  nullableToNull,
  nullOutOfEnum,
  impliedObjectType,
  exampleToExamples,
  checkKeywords,
  nameInnerSchemas,
  collectExamples,
  settleSpellings,
  fieldsOnlyInExamples,
  // Once more: what examples showed may hold objects.
  nameInnerSchemas,
  clashFreeExports,
  noteMemberNames,
  eventDiscriminators,
  sharedEnvelopes,
  eventNames,
  eventsToldApart,
];

export interface VendorContract {
  readonly contract: Contract;
  /** The vendor's name for people. */
  readonly title: string;
}

/** Compiles one vendor's files, by path below the schemas folder. */
export async function vendorContract(vendor: string, files: ReadonlyMap<string, string>): Promise<VendorContract> {
  const own = (name: string): string => (files.has(`${vendor}/${name}`) ? `${vendor}/${name}` : name);
  const sourceFile = own("source.json");
  const correctionsFile = own("corrections.json");
  const { settings, diagnostics } = vendorSettings(vendor, sourceFile, files.get(sourceFile), files);
  const documents = new Map([...files].filter(([file]) => file !== sourceFile && file !== correctionsFile));
  const { contracts, versions } = await readVendor(vendor, documents, settings);
  const linked = linkReferences(vendor, attachExamples(sameThings(distinctNames(contracts, versions))));
  const merged = wireNames(mergeContracts(vendor, linked, versions));
  const { contract, failures } = corrected(merged, correctionsFile, files.get(correctionsFile));
  const passed = PASSES.reduce<Contract>((before, pass) => pass(before), {
    ...contract,
    diagnostics: [...diagnostics, ...failures, ...contract.diagnostics],
  });
  const proven = passed.diagnostics.some(isError) ? passed : await reportSlowPatterns(proveExamples(passed));
  return { contract: sortContract(proven), title: settings.title };
}

function corrected(
  contract: Contract,
  file: string,
  text: string | undefined,
): { readonly contract: Contract; readonly failures: readonly Diagnostic[] } {
  if (text === undefined) return { contract, failures: [] };
  const read = readJsonDocument(located(file, text));
  return { contract: read.text === null ? contract : applyCorrections(contract, read.text), failures: read.diagnostics };
}
