// Vendors' documents in drafts 4 to 2019-09: they mean what their dialect says, and each part has its place in the text.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Contract, Declaration, Json } from "../scripts/contract.ts";
import { compileValidator } from "../scripts/compile-validator.ts";
import { casesOf, DRAFTS, MISSING } from "../scripts/conformance/suite.ts";
import type { Dialect } from "../scripts/dialects/dialect.ts";
import { isError } from "../scripts/diagnostics.ts";
import { fromEntries, isObject, member } from "../scripts/lib/json.ts";
import { located } from "../scripts/lib/origin.ts";
import { partOrigin } from "../scripts/lib/parts.ts";
import { pointedAt } from "../scripts/lib/pointer.ts";
import { linkReferences } from "../scripts/passes/link-references.ts";
import { checksOf } from "../scripts/validators/made-functions.ts";
import { uniqueDeclarationNames } from "../scripts/passes/unique-names.ts";
import { jsonSchema } from "../scripts/readers/json-schema.ts";
import { compiled, findings, placeOf } from "./support/findings.ts";
import { olderDrafts } from "./support/older-drafts.ts";
import { passesPlainly } from "./support/plain-reading.ts";

const GIVEN = fileURLToPath(new URL("cases/older-drafts/given/v", import.meta.url));
const files = Object.fromEntries(readdirSync(GIVEN).map((file) => [file, readFileSync(`${GIVEN}/${file}`, "utf8")]));
const text = (file: string): string => files[file] ?? "";

/** What the reader makes of one document, linked. */
async function linked(file: string, document: string): Promise<readonly Contract[]> {
  const contracts = await jsonSchema.read({ vendor: "v", source: located(file, document), supplement: false });
  return linkReferences("v", contracts.map(uniqueDeclarationNames));
}

async function declarationsOf(file: string): Promise<ReadonlyMap<string, Declaration>> {
  const contracts = await linked(file, text(file));
  return new Map(contracts.flatMap(({ declarations }) => declarations.map((one) => [one.name, one])));
}

describe("meaning", () => {
  test.each(olderDrafts)("$file is what the compiler of single schemas makes of it", async ({ file, declaration, base, changes }) => {
    const output = await compiled({ [file]: text(file) });
    expect(findings(output, "error")).toEqual([]);
    const check = checksOf(output.contract.vendors[0]?.declarations ?? []).get(declaration);
    const module = compileValidator(JSON.parse(text(file)), { formats: "assert" });
    const { isValue } = module.ok ? await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module.module)}`) : {};
    const verdicts = changes.map(([change]) => {
      const value = { ...base, ...change };
      return [change, check?.(value).length === 0, isValue(value)];
    });
    expect(verdicts).toEqual(changes.map(([change, passes]) => [change, passes, passes]));
  });
});

/** A part of a declaration, and the words in the document at which it stands. */
const PLACES: readonly (readonly [file: string, declaration: string, pointer: string, ...words: string[]])[] = [
  ["contact.schema.json", "Contact", "", "{"],
  ["contact.schema.json", "Contact", "/properties/score/exclusiveMinimum", '"exclusiveMinimum"'],
  ["contact.schema.json", "Contact", "/properties/score/maximum", '"maximum"'],
  ["contact.schema.json", "Contact", "/properties/point/prefixItems", '"point"', '"items"'],
  ["contact.schema.json", "Contact", "/properties/point/prefixItems/0", '"point"', '{ "type": "number"'],
  ["contact.schema.json", "Contact", "/properties/point/prefixItems/1/type", '"point"', '{ "type": "string"', '"type"'],
  ["contact.schema.json", "Contact", "/properties/point/items", '"point"', '"additionalItems"'],
  ["contact.schema.json", "Contact", "/properties/open/items/type", '"open"', '"additionalItems"', '"type"'],
  ["contact.schema.json", "Contact", "/properties/list/items/type", '"list"', '"items"', '"type"'],
  ["contact.schema.json", "Contact", "/dependentRequired", '"dependencies"'],
  ["contact.schema.json", "Contact", "/dependentSchemas/address/required", '"dependencies"', '"required"'],
  ["contact.schema.json", "ContactPointItem1", "/type", '"point"', '"type": "number"'],
  ["contact.schema.json", "PhoneNumber", "/pattern", '"pattern"'],
  ["shipment.schema.json", "Shipment", "/properties/codes/prefixItems/0", '"codes"', '"items"', "{"],
  ["shipment.schema.json", "Parcel", "", '"parcel":'],
  ["shipment.schema.json", "Parcel", "/properties/size/type", '"size"', '"type"'],
  ["shipment.schema.json", "Town", "/maxLength", '"maxLength": 8'],
  ["payment.schema.json", "Payment", "/properties/steps/items/type", '"additionalItems"', '"type"'],
  ["payment.schema.json", "Payment", "/then/required", '"then"', '"required"'],
  ["payment.schema.json", "Payment", "/dependentSchemas/steps", '"dependencies"', '"steps"'],
  ["tree.schema.json", "Tree", "/properties/children/items/$ref", '"$recursiveRef"'],
  ["tree.schema.json", "Tree", "/properties/pair/prefixItems/1/$ref", '"$ref": "leaf"'],
  ["tree.schema.json", "Tree", "/dependentRequired/size", '"dependentRequired"'],
  ["tree.schema.json", "Tree", "/allOf/0/dependentRequired", '"dependencies"'],
];

describe("places", () => {
  test.each(PLACES)("%s: %s#%s", async (file, name, pointer, ...words) => {
    const declaration = (await declarationsOf(file)).get(name);
    expect(declaration && pointedAt(declaration.schema, pointer)).toBeDefined();
    const origin = declaration && partOrigin(declaration, pointer);
    expect(`${file}:${origin?.line}:${origin?.column}`).toBe(placeOf(files, file, ...words));
  });

  test("every part's pointer leads to what stands at its line and column", async () => {
    for (const { file } of olderDrafts)
      for (const { parts } of (await declarationsOf(file)).values())
        for (const [origin] of Object.values(parts)) {
          const key = origin?.pointer.split("/").at(-1) ?? "";
          const line = text(file).split("\n")[(origin?.line ?? 0) - 1] ?? "";
          const there = line.slice((origin?.column ?? 0) - 1);
          expect([file, origin, there.startsWith(JSON.stringify(key)) || /^[{[]/.test(there)]).toEqual([file, origin, true]);
        }
  });
});

const draft7 = (schema: { readonly [keyword: string]: Json }): { readonly [file: string]: string } => ({
  "a.json": JSON.stringify({ $schema: "http://json-schema.org/draft-07/schema", title: "Thing", ...schema }, null, 1),
});

describe("a $schema", () => {
  test.each(["https://example.com/my-dialect", "http://json-schema.org/draft-03/schema#", "draft-07"])(
    "%s is not known",
    async ($schema) => {
      const given = { "a.json": JSON.stringify({ $schema, title: "Thing", type: "array", prefixItems: [{ type: "string" }] }, null, 1) };
      const output = await compiled(given);
      expect(findings(output)).toEqual([`dialect-unknown ${placeOf(given, "a.json", '"$schema"')}`]);
      expect(output.files["src/v/types.ts"]).toContain("Thing = [string?, ...unknown[]]");
    },
  );

  test("of an older draft leads to no finding about words of that draft", async () => {
    const given = draft7({ $ref: "#/definitions/A", definitions: { A: { $id: "#a", type: "array", items: { $ref: "#a" } } } });
    expect(findings(await compiled(given))).toEqual([]);
  });

  test("that is absent leaves a document in 2020-12", async () => {
    const given = { "a.json": JSON.stringify({ type: "array", title: "Thing", additionalItems: false }) };
    expect(findings(await compiled(given))).toEqual([`keyword-unknown ${placeOf(given, "a.json", '"additionalItems"')}`]);
  });
});

describe("references in an older draft", () => {
  const odd = ["a/b", "a~b", "a%25b", "a%b", "%", "", "__proto__", "constructor", "é ü", "items"];
  const escaped = (key: string): string => encodeURIComponent(key.replace(/~/g, "~0").replace(/\//g, "~1"));

  test.each(odd)("to a definition called %j, inside and outside of other schemas", async (key) => {
    const given = draft7({
      type: "object",
      properties: fromEntries([
        ["whole", { $ref: `#/definitions/${escaped(key)}` }],
        ["inner", { $ref: `#/properties/holder/definitions/${escaped(key)}` }],
        ["item", { $ref: `#/definitions/${escaped(key)}/items/0` }],
        ["holder", { definitions: fromEntries([[key, { type: "number", minimum: 5 }]]) }],
      ]),
      definitions: fromEntries([[key, { type: "array", items: [{ type: "integer" }], additionalItems: false }]]),
    });
    const output = await compiled(given);
    expect(findings(output, "error")).toEqual([]);
    const check = checksOf(output.contract.vendors[0]?.declarations ?? []).get("Thing");
    const passes = (value: Json): boolean => check?.(value).length === 0;
    expect(passes({ whole: [1], inner: 5, item: 3 })).toBe(true);
    for (const wrong of [{ whole: [1, 2] }, { whole: ["x"] }, { inner: 4 }, { item: "x" }])
      expect(passes(wrong), JSON.stringify(wrong)).toBe(false);
  });

  test("to a schema under a name of the vendor's own is read in the dialect too", async () => {
    const given = draft7({
      type: "object",
      properties: { a: { $ref: "#/x-types/pair" } },
      "x-types": { pair: { type: "array", items: [{ type: "integer" }], additionalItems: false } },
    });
    const output = await compiled(given);
    expect(findings(output, "error")).toEqual([]);
    const check = checksOf(output.contract.vendors[0]?.declarations ?? []).get("Thing");
    expect([[1], [1, 2], ["x"]].map((a) => check?.({ a }).length === 0)).toEqual([true, false, false]);
  });

  test("by a plain name from another document", async () => {
    const other = JSON.stringify({ title: "Other", type: "object", properties: { a: { $ref: "a.json#named" } } });
    const output = await compiled({
      ...draft7({ type: "object", definitions: { B: { $id: "#named", type: "integer" } } }),
      "b.json": other,
    });
    expect(findings(output)).toEqual([]);
    expect(output.files["src/v/types.ts"]).toContain("a?: B;");
  });

  test("that nothing resolves are errors at their place, with their own words", async () => {
    const given = draft7({ type: "array", items: [{ $ref: "#/definitions/Nope" }, { $ref: "http://json-schema.org/draft-07/schema#" }] });
    const output = await compiled(given);
    expect(findings(output, "error")).toEqual([
      `reference-unresolved ${placeOf(given, "a.json", '"$ref"')}`,
      `reference-not-fetched ${placeOf(given, "a.json", '"$ref"', '"$ref"')}`,
    ]);
    expect(output.diagnostics.map(({ facts }) => facts["reference"])).toEqual([
      "#/definitions/Nope",
      "http://json-schema.org/draft-07/schema#",
    ]);
  });

  test("whose meaning depends on the way to them are errors at their place", async () => {
    const given = {
      "a.json": JSON.stringify(
        {
          $schema: "https://json-schema.org/draft/2019-09/schema",
          $id: "http://example.com/a",
          title: "Thing",
          $recursiveAnchor: true,
          type: "object",
          properties: { b: { $ref: "b" } },
          $defs: { B: { $id: "b", $recursiveAnchor: true, type: "array", items: { $recursiveRef: "#" } } },
        },
        null,
        1,
      ),
    };
    expect(findings(await compiled(given), "error")).toEqual([`dynamic-reference ${placeOf(given, "a.json", '"$recursiveRef"')}`]);
  });
});

test("a dynamic anchor that other documents might answer to is told where a reference leads there", async () => {
  const $schema = "https://json-schema.org/draft/2019-09/schema";
  const given = {
    "a.json": JSON.stringify({ $schema, title: "Strict", $recursiveAnchor: true, $ref: "b.json", maxProperties: 2 }, null, 1),
    "b.json": JSON.stringify({ $schema, title: "Tree", $recursiveAnchor: true, type: "object", properties: { a: { $recursiveRef: "#" } } }),
  };
  expect(findings(await compiled(given))).toEqual([`dynamic-scope-ends ${placeOf(given, "a.json", '"$ref"')}`]);
});

test("keywords that say nothing are found at their place", async () => {
  const given = draft7({
    type: "object",
    properties: {
      beside: { $ref: "#/definitions/D", minLength: 3 },
      newer: { unevaluatedProperties: false },
      alone: { then: { type: "string" } },
      named: { type: "string", format: "uuid" },
    },
    definitions: { D: { type: "string" } },
  });
  expect(findings(await compiled(given))).toEqual([
    `keyword-beside-reference ${placeOf(given, "a.json", '"minLength"')}`,
    `keyword-of-another-dialect ${placeOf(given, "a.json", '"unevaluatedProperties"')}`,
    `keyword-without-effect ${placeOf(given, "a.json", '"then"')}`,
    `format-of-another-dialect ${placeOf(given, "a.json", '"format"')}`,
  ]);
});

const suite = DRAFTS.map((draft) => ({ ...draft, cases: casesOf(draft) ?? [] }));
const present = suite.every(({ cases }) => cases.length > 0);
if (!present) console.info(`left out: ${MISSING}`);

/** The `$schema` of each dialect. */
const URIS: { readonly [dialect in Dialect]: string } = {
  "draft-04": "http://json-schema.org/draft-04/schema#",
  "draft-06": "http://json-schema.org/draft-06/schema#",
  "draft-07": "http://json-schema.org/draft-07/schema#",
  "2019-09": "https://json-schema.org/draft/2019-09/schema",
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
};

/** What documents of one file alone cannot have: references to other documents, and dynamic ones that have several meanings. */
const BEYOND: ReadonlySet<string> = new Set(["reference-escapes", "reference-not-fetched", "reference-unresolved", "dynamic-reference"]);

describe.skipIf(!present)("the official suite as vendors' documents: the right verdict, or an error that says why not", () => {
  test.each(suite)("$folder", async ({ dialect, cases }) => {
    const uri = URIS[dialect];
    const wrong: string[] = [];
    let right = 0;
    for (const { name, part, schema, instances } of cases) {
      if (part !== "mandatory" || !isObject(schema) || (member(schema, "$schema") ?? uri) !== uri) continue;
      const contracts = await linked("doc.json", JSON.stringify({ $schema: uri, ...schema }));
      const errors = contracts.flatMap(({ diagnostics }) => diagnostics).filter(isError);
      wrong.push(...errors.filter(({ slug }) => !BEYOND.has(slug)).map(({ slug }) => `${name}: ${slug}`));
      if (errors.length > 0) continue;
      const declarations = contracts.flatMap((one) => one.declarations);
      const root = declarations.find(({ addresses }) => addresses.includes("#")) ?? { name: "Whole", schema: true };
      const ordered = [root, ...declarations.filter((one) => one !== root)];
      for (const instance of instances)
        if (passesPlainly(ordered, instance.value) === instance.valid) right += 1;
        else wrong.push(`${name}: ${instance.name}`);
    }
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(500);
  });
});
