// Linking: the official suite through linked declarations and a plain reading of them.
import { describe, expect, it } from "vitest";
import { type Case, casesOf, type Draft, DRAFTS, MISSING, remoteDocuments } from "../scripts/conformance/suite.ts";
import { entries } from "../scripts/lib/json.ts";
import { linkSchema } from "../scripts/linking/link-schema.ts";
import { passesPlainly } from "./support/plain-reading.ts";

const documents = remoteDocuments();
const suite = DRAFTS.map((draft) => ({ ...draft, cases: casesOf(draft) ?? [] }));
const present = suite.every(({ cases }) => cases.length > 0);
if (!present) console.info(`left out: ${MISSING}`);

const link = ({ schema }: Case, { dialect }: Draft, formats: "assert" | "annotate") =>
  linkSchema(schema, { name: "Value", dialect, documents, formats });

/** Every test of some cases that comes out wrong. */
const wrongIn = (cases: readonly Case[], draft: Draft, formats: "assert" | "annotate"): readonly string[] =>
  cases.flatMap((one) => {
    const { declarations, problems } = link(one, draft, formats);
    const wrong = one.instances.filter(({ value, valid }) => passesPlainly(declarations, value) !== valid).map(({ name }) => name);
    return [...wrong, ...problems.map(({ code }) => code)].map((text) => `${one.name}: ${text}`);
  });

const partOf = (cases: readonly Case[], part: Case["part"]): readonly Case[] => cases.filter((one) => one.part === part);

describe.skipIf(!present)("the official suite", () => {
  it.each(suite)("$folder, its mandatory part", ({ cases, ...draft }) => {
    expect(wrongIn(partOf(cases, "mandatory"), draft, "annotate")).toEqual([]);
  });

  it.each(suite)("$folder, its optional part but for formats, which the plain reading does not know", ({ cases, ...draft }) => {
    const wrong = wrongIn(partOf(cases, "optional"), draft, "assert").filter((text) => !text.startsWith("optional/format-assertion"));
    // JavaScript's numbers cannot tell 1.0 from 1.
    const expected = draft.folder === "draft4" ? [expect.stringMatching(/^optional\/zeroTerminatedFloats/)] : [];
    expect(wrong).toEqual(expected);
  });

  it.each(suite)("$folder asserts the formats of which the suite has a wrong value", ({ cases, ...draft }) => {
    for (const one of partOf(cases, "formats").filter(({ file }) => !file.endsWith("/ecmascript-regex.json"))) {
      const { declarations } = link(one, draft, "assert");
      expect([one.name, entries(declarations[0]?.schema).some(([keyword]) => keyword === "format")]).toEqual([
        one.name,
        one.instances.some(({ valid }) => !valid),
      ]);
    }
  });

  it("changes no schema and finds the same twice", () => {
    for (const { cases, ...draft } of suite)
      for (const one of partOf(cases, "mandatory")) {
        const before = JSON.stringify(one.schema);
        const first = JSON.stringify(link(one, draft, "annotate"));
        expect(JSON.stringify(link(one, draft, "annotate"))).toBe(first);
        expect(JSON.stringify(one.schema)).toBe(before);
      }
  });
});
