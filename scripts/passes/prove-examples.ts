// Runs every example through the validators that will be generated. One that fails, or does not come back from JSON as it went, becomes a finding.
import { matchesDate } from "../../templates/src/formats/date.ts";
import { matchesDateTime } from "../../templates/src/formats/date-time.ts";
import { matchesDuration } from "../../templates/src/formats/duration.ts";
import { matchesEmail } from "../../templates/src/formats/email.ts";
import { matchesHostname } from "../../templates/src/formats/hostname.ts";
import { matchesIdnEmail } from "../../templates/src/formats/idn-email.ts";
import { matchesIdnHostname } from "../../templates/src/formats/idn-hostname.ts";
import { matchesIpv4 } from "../../templates/src/formats/ipv4.ts";
import { matchesIpv6 } from "../../templates/src/formats/ipv6.ts";
import { matchesIri } from "../../templates/src/formats/iri.ts";
import { matchesIriReference } from "../../templates/src/formats/iri-reference.ts";
import { matchesJsonPointer } from "../../templates/src/formats/json-pointer.ts";
import { matchesRegex } from "../../templates/src/formats/regex.ts";
import { matchesRelativeJsonPointer } from "../../templates/src/formats/relative-json-pointer.ts";
import { matchesTime } from "../../templates/src/formats/time.ts";
import { matchesUri } from "../../templates/src/formats/uri.ts";
import { matchesUriReference } from "../../templates/src/formats/uri-reference.ts";
import { matchesUriTemplate } from "../../templates/src/formats/uri-template.ts";
import { matchesUuid } from "../../templates/src/formats/uuid.ts";
import type { Issue } from "../../templates/src/issue.ts";
import { isBase64, isJsonInBase64, isJsonText } from "../../templates/src/content.ts";
import { ownMember } from "../../templates/src/inherited-names.ts";
import { isMultipleOf } from "../../templates/src/multiple-of.ts";
import * as problems from "../../templates/src/problems.ts";
import { isOneOf, sameValue } from "../../templates/src/same-value.ts";
import { hasLengthFrom, hasLengthTo } from "../../templates/src/text-length.ts";
import { hasUniqueItems } from "../../templates/src/unique-items.ts";
import { isArray, isObject } from "../../templates/src/values.ts";
import type { Contract, Declaration, Diagnostic, Example, Json } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import type { Helper } from "../helpers.ts";
import { code, identifier, join } from "../lib/code.ts";
import { entries, fromEntries, isArray as isList, member, sameJson } from "../lib/json.ts";
import { pointerKeys } from "../lib/pointer.ts";
import { mapSchema } from "../lib/schema-walk.ts";
import { printFunctions } from "../validators/functions.ts";
import { moduleText } from "../validators/module-text.ts";
import { cutRoutines } from "../validators/routines.ts";

const { MOST_LEVELS, tooDeep, oneOf, issue, issueAt, token, accessor, firstAccessor, nearest, resultOf } = problems;

const HELPERS: { readonly [helper in Helper]: unknown } = {
  isObject,
  isArray,
  ownMember,
  hasLengthFrom,
  hasLengthTo,
  isBase64,
  isJsonText,
  isJsonInBase64,
  isMultipleOf,
  sameValue,
  isOneOf,
  hasUniqueItems,
  matchesDate,
  matchesDateTime,
  matchesTime,
  matchesDuration,
  matchesEmail,
  matchesIdnEmail,
  matchesHostname,
  matchesIdnHostname,
  matchesIpv4,
  matchesIpv6,
  matchesUri,
  matchesUriReference,
  matchesIri,
  matchesIriReference,
  matchesUuid,
  matchesUriTemplate,
  matchesJsonPointer,
  matchesRelativeJsonPointer,
  matchesRegex,
  MOST_LEVELS,
  tooDeep,
  oneOf,
  issue,
  issueAt,
  token,
  accessor,
  firstAccessor,
  nearest,
  resultOf,
};

/** What is wrong with a value; nothing when it passes. */
type Check = (value: unknown) => readonly Issue[];

/** The checks of declarations, by name: the same statements that validators.ts gets, and the same helpers. */
export function checksOf(declarations: readonly Declaration[]): ReadonlyMap<string, Check> {
  const routines = cutRoutines(declarations);
  const names = declarations.map(({ name }) => name);
  const printed = printFunctions(routines, ({ declared }) => declared, false);
  const checks = join(
    names.map((name) => code`["${identifier(name)}", (value) => validate${identifier(name)}(value).issues ?? []]`),
    code`, `,
  );
  const text = code`"use strict";\n${moduleText(printed, ({ declared }) => declared, code``)}\nreturn new Map([${checks}]);`;
  // Every vendor string in the text went through the constructors of `Code`; the text is the one that is generated.
  // oxlint-disable-next-line typescript/no-implied-eval
  const made: ReadonlyMap<string, Check> = new Function(...Object.keys(HELPERS), text.text)(...Object.values(HELPERS));
  return made;
}

export function proveExamples(contract: Contract): Contract {
  if (contract.examples.length === 0) return contract;
  const checks = checksOf(contract.declarations);
  const diagnostics: Diagnostic[] = [];
  const examples = contract.examples.filter((example) => {
    const [failed] = issuesOf(example, checks);
    if (failed !== undefined)
      diagnostics.push(
        diagnostic("example-fails", example.places[failed.pointer] ?? example.origin, { message: failed.message, keyword: failed.keyword }),
      );
    return failed === undefined;
  });
  const failed = contract.examples.filter((example) => !examples.includes(example));
  const declarations =
    failed.length === 0 ? contract.declarations : contract.declarations.map((declaration) => withoutExamples(declaration, failed));
  return { ...contract, declarations, examples, diagnostics: [...contract.diagnostics, ...diagnostics] };
}

/** A declaration whose comments show no example that fails. */
function withoutExamples(declaration: Declaration, failed: readonly Example[]): Declaration {
  const values = failed.filter((example) => example.declaration === declaration.name).map(({ value }) => value);
  if (values.length === 0) return declaration;
  const schema = mapSchema(declaration.schema, (inner) => {
    const shown = member(inner, "examples");
    if (!isList(shown)) return inner;
    const kept = shown.filter((value) => !values.some((other) => sameJson(other, value)));
    return kept.length === shown.length
      ? inner
      : fromEntries(
          entries(inner).flatMap(([keyword, value]) =>
            keyword !== "examples" ? [[keyword, value]] : kept.length === 0 ? [] : [[keyword, kept]],
          ),
        );
  });
  return { ...declaration, schema };
}

/** What is wrong with an example. An example of a part stands in an object that holds nothing else: what that lacks is not the example's fault. */
function issuesOf({ declaration, pointer, value }: Example, checks: ReadonlyMap<string, Check>): readonly Issue[] {
  const keys = pointerKeys(pointer);
  const whole = keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
  const found = checks.get(declaration)?.(whole) ?? [];
  const inside = found.filter(({ path }) => keys.every((key, index) => path[index] === key));
  if (inside.length > 0) return inside;
  const back: Json = JSON.parse(JSON.stringify(value));
  return sameJson(back, value) ? [] : issueAt(undefined, undefined, "json", "", "come back from JSON unchanged");
}
