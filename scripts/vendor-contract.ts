// One vendor's contract: read, link, merge, correct, and the passes that make it uniform.
import type { Memory } from "./compile.ts";
import type { Contract, Diagnostic } from "./contract.ts";
import { isError } from "./diagnostics.ts";
import { located } from "./lib/origin.ts";
import { applyCorrections } from "./passes/apply-corrections.ts";
import { attachExamples } from "./passes/attach-examples.ts";
import { clashFreeExports } from "./passes/clash-free-exports.ts";
import { checkKeywords } from "./passes/check-keywords.ts";
import { contradictoryValues } from "./passes/contradictory-values.ts";
import { collectExamples } from "./passes/collect-examples.ts";
import { cutDeepSchemas } from "./passes/cut-deep-schemas.ts";
import { cutReferenceCycles } from "./passes/cut-reference-cycles.ts";
import { discriminatorConstants } from "./passes/discriminator-constants.ts";
import { distinctNames } from "./passes/distinct-names.ts";
import { eventDiscriminators } from "./passes/event-discriminators.ts";
import { eventNames } from "./passes/event-names.ts";
import { exclusiveFlags } from "./passes/exclusive-flags.ts";
import { eventsToldApart } from "./passes/events-told-apart.ts";
import { exampleToExamples } from "./passes/example-to-examples.ts";
import { exampleTextsAsWritten } from "./passes/example-texts-as-written.ts";
import { fieldsOnlyInExamples } from "./passes/fields-only-in-examples.ts";
import { impliedObjectType } from "./passes/implied-object-type.ts";
import { linkReferences } from "./passes/link-references.ts";
import { mergeContracts } from "./passes/merge-contracts.ts";
import { misspeltAnnotations } from "./passes/misspelt-annotations.ts";
import { missingSamples } from "./passes/missing-samples.ts";
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
import { sortContract, sortDeclarations, sortDiagnostics } from "./passes/sort-contract.ts";
import { textsAsWritten } from "./passes/texts-as-written.ts";
import { unusedEventNaming } from "./passes/unused-event-naming.ts";
import { wireNames } from "./passes/wire-names.ts";
import { readVendor } from "./read-vendor.ts";
import { readJsonDocument } from "./readers/json-document.ts";
import type { ValueText } from "./readers/reader.ts";
import { rememberPlans } from "./samples/remembered-plans.ts";
import { type SamplePlan, samplePlans } from "./samples/sample-plan.ts";
import { withUpgrades } from "./upgrades.ts";
import { vendorFolder } from "./vendor-folder.ts";
import { webOf } from "./web-of.ts";

const PASSES: readonly ((contract: Contract) => Contract)[] = [
  refuseUnknownNames,
  cutDeepSchemas,
  cutReferenceCycles,
  refuseReferenceCycles,
  misspeltAnnotations,
  rulesBesideReference,
  exclusiveFlags,
  textsAsWritten,
  contradictoryValues,
  nullableToNull,
  nullOutOfEnum,
  exampleToExamples,
  checkKeywords,
  impliedObjectType,
  discriminatorConstants,
  nameInnerSchemas,
  collectExamples,
  settleSpellings,
  exampleTextsAsWritten,
  fieldsOnlyInExamples,
  // Once more: what examples showed may hold objects.
  nameInnerSchemas,
  clashFreeExports,
  noteMemberNames,
  eventDiscriminators,
  sharedEnvelopes,
  eventNames,
  eventsToldApart,
  unusedEventNaming,
  sortDeclarations,
];

export interface VendorContract {
  readonly contract: Contract;
  /** The vendor's name for people. */
  readonly title: string;
  /** What samples its types have; null when the package is to have none. */
  readonly samples: readonly SamplePlan[] | null;
}

/** Is told what is done next, in words for people. */
export type Tell = (step: string) => void;

/** Compiles one vendor's files, by path below the schemas folder. */
export async function vendorContract(
  vendor: string,
  files: ReadonlyMap<string, string>,
  tell: Tell,
  memory?: Memory,
): Promise<VendorContract> {
  const { settings, diagnostics, documents, correctionsFile, upgradesFile } = vendorFolder(vendor, files);
  tell(`reading the documents of ${vendor}`);
  const web = webOf(documents.keys(), settings);
  const { contracts, versions } = await readVendor(vendor, documents, settings, { web, memory, tell });
  tell(`linking ${vendor}`);
  const linked = linkReferences(vendor, attachExamples(sameThings(distinctNames(contracts, versions))), web);
  const merged = wireNames(mergeContracts(vendor, linked, versions));
  const { contract: stated, failures } = corrected(merged, correctionsFile, files.get(correctionsFile));
  tell(`naming ${stated.declarations.length} types of ${vendor}`);
  const passed = PASSES.reduce<Contract>((before, pass) => pass(before), {
    ...stated,
    ...(settings.signature === null ? {} : { signature: settings.signature }),
    ...(settings.eventNames.length === 0 ? {} : { eventNames: settings.eventNames }),
    diagnostics: [...diagnostics, ...failures, ...stated.diagnostics],
  });
  tell(`proving ${passed.examples.length} examples of ${vendor}`);
  const proven = passed.diagnostics.some(isError) ? passed : await reportSlowPatterns(proveExamples(passed));
  const sorted = sortContract(withFile(proven, upgradesFile, files.get(upgradesFile), withUpgrades));
  const { title, fixtures } = settings;
  if (!fixtures || sorted.diagnostics.some(isError)) return { contract: sorted, title, samples: null };
  tell(`trying samples of ${vendor}`);
  if (memory !== undefined && documents.size > 1) rememberPlans(sorted, memory);
  const contract = missingSamples(sorted);
  return { contract: { ...contract, diagnostics: sortDiagnostics(contract.diagnostics) }, title, samples: samplePlans(contract) };
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

/** Reads a file beside the documents, if there is one, into a contract that is without errors so far. */
function withFile(
  contract: Contract,
  file: string,
  text: string | undefined,
  read: (contract: Contract, text: ValueText) => Contract,
): Contract {
  if (text === undefined || contract.diagnostics.some(isError)) return contract;
  const { text: value, diagnostics } = readJsonDocument(located(file, text));
  const found = { ...contract, diagnostics: [...contract.diagnostics, ...diagnostics] };
  return value === null ? found : read(found, value);
}
