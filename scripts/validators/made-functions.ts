// Validators that run here and now: the very statements that are generated, made into functions. The generated package never does this.
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
import type { Declaration, Schema } from "../contract.ts";
import type { Helper } from "../helpers.ts";
import { code, identifier, join, type Code } from "../lib/code.ts";
import { isSchema, stringMember } from "../lib/json.ts";
import { visitSchema } from "../lib/schema-walk.ts";
import { printFunctions } from "../validators/functions.ts";
import { moduleText } from "../validators/module-text.ts";
import { cutRoutines } from "../validators/routines.ts";

/** What generated code imports. */
export const HELPERS: { readonly [helper in Helper]: unknown } = {
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
  ...problems,
};

/** What is wrong with a value; nothing when it passes. */
export type Check = (value: unknown) => readonly Issue[];

/** Whether a value passes. */
export type Test = (value: unknown) => boolean;

/** The checks of declarations, by name: the same statements that validators.ts gets, and the same helpers. */
export function checksOf(declarations: readonly Declaration[]): ReadonlyMap<string, Check> {
  const printed = printFunctions(cutRoutines(declarations), ({ declared }) => declared, false);
  const checks = declarations.map(({ name }) => code`["${identifier(name)}", (value) => validate${identifier(name)}(value).issues ?? []]`);
  const made: ReadonlyMap<string, Check> = run(
    code`${moduleText(printed, ({ declared }) => declared, code``)}\nreturn new Map([${join(checks, code`, `)}]);`,
  );
  return made;
}

/** The tests of schemas that refer to no declarations, in their order. */
export function testsOf(schemas: readonly Schema[]): readonly Test[] {
  // No declaration has such a name.
  const asked = schemas.map((schema, index) => ({ name: `Asked$${index}`, schema }));
  const printed = printFunctions(cutRoutines(asked), ({ declared }) => declared, false, { checks: false });
  const names = asked.map(({ name }) => code`is${identifier(name)}`);
  const made: readonly Test[] = run(code`${moduleText(printed, () => false, code``)}\nreturn [${join(names, code`, `)}];`);
  return made;
}

/** The declarations that schemas refer to, and those that these refer to in turn. */
export function declarationsBehind(schemas: readonly Schema[], declarations: readonly Declaration[]): readonly Declaration[] {
  const byName = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const found = new Set<Declaration>();
  const open = [...schemas];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    visitSchema(next, (inner) => {
      const to = byName.get(isSchema(inner) ? (stringMember(inner, "$ref") ?? "") : "");
      if (to === undefined || found.has(to)) return;
      found.add(to);
      open.push(to.schema);
    });
  return [...found];
}

/** Runs a text. Every vendor string in it went through the constructors of `Code`. */
const run = ({ text }: Code) =>
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function(...Object.keys(HELPERS), `"use strict";\n${text}`)(...Object.values(HELPERS));
