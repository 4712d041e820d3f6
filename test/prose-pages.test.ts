// Pages in every layout: a model that is written down as a vendor would is read back as it was.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Contract, Json } from "../scripts/contract.ts";
import { entries, isArray, isObject, member, stringMember } from "../scripts/lib/json.ts";
import { located } from "../scripts/lib/origin.ts";
import { prosePage } from "../scripts/readers/prose-page.ts";
import { DAMAGES, exampleOf, factsOf, LAYOUTS, models, pageOf } from "./support/made-pages.ts";

async function read(text: string, file = "v/page.txt"): Promise<Contract> {
  const [contract] = await prosePage.read({ vendor: "v", source: located(file, text), supplement: false });
  if (contract === undefined) throw new Error("no contract");
  return contract;
}

/** What the object says that holds no other by reference, in the spelling of the models. */
function factsTold({ declarations }: Contract): readonly string[] {
  const facts: string[] = [];
  const visit = (schema: Json, path: string): void => {
    const required = member(schema, "required");
    for (const [name, field] of entries(member(schema, "properties"))) {
      const at = path + name;
      facts.push(`${at} ${stringMember(field, "type") ?? ""}`);
      const [constant, values, items] = [stringMember(field, "const"), member(field, "enum"), member(field, "items")];
      if (constant !== undefined) facts.push(`${at} = ${constant}`);
      if (isArray(values)) facts.push(`${at} in ${values.join("|")}`);
      if (isArray(required) && required.includes(name)) facts.push(`${at} required`);
      if (isObject(items)) {
        facts.push(`${at}[] ${stringMember(items, "type") ?? ""}`);
        visit(items, `${at}[].`);
      } else visit(field, `${at}.`);
    }
  };
  const object = declarations.find(({ schema }) =>
    entries(member(schema, "properties")).every(([, field]) => stringMember(field, "$ref") === undefined),
  );
  visit(object?.schema ?? {}, "");
  return facts.toSorted();
}

describe.each(LAYOUTS)("a page with tables that are %s", (layout) => {
  test("is recognised and read back as its model", async () => {
    await fc.assert(
      fc.asyncProperty(models, async (model) => {
        const page = pageOf(model, layout, "none");
        expect(prosePage.recognises(page, "v/page.txt")).toBe(true);
        const contract = await read(page);
        expect(factsTold(contract)).toEqual(factsOf(model, layout));
        expect(contract.examples.map(({ value }) => value)).toEqual([exampleOf(model)]);
        expect(contract.events.map(({ names }) => names)).toEqual([["thing.made"]]);
        const slugs = contract.diagnostics.map(({ slug }) => slug).filter((slug) => slug !== "envelope-from-examples");
        expect(slugs).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(DAMAGES)("gives its example back, or says why not: %s", async (damage) => {
    await fc.assert(
      fc.asyncProperty(models, async (model) => {
        const contract = await read(pageOf(model, layout, damage));
        const expected = exampleOf(model);
        const shown = contract.examples.map(({ value }) => value);
        const told = contract.diagnostics.filter(({ slug }) => /^(?:json-|example-)/.test(slug));
        expect(factsTold(contract)).toEqual(factsOf(model, layout));
        if (damage === "none" || damage === "flat" || damage === "tabs") expect(told).toEqual([]);
        else expect(told.length).toBeGreaterThan(0);
        if (damage === "two") expect(shown).toEqual([expected, expected]);
        else if (damage === "single quotes") expect(JSON.stringify(shown)).toBe(JSON.stringify([expected]).replaceAll("'", ""));
        else if (damage !== "no brace lines" && damage !== "ellipsis") expect(shown).toEqual([expected]);
      }),
      { numRuns: 15 },
    );
  });
});
