// The places of a declaration's parts are worked out when they are asked for, and are the same one by one as they are in a list.
import { expect, test } from "vitest";
import type { Contract, Declaration } from "../scripts/contract.ts";
import { lazyRecord } from "../scripts/lib/lazy-record.ts";
import { located } from "../scripts/lib/origin.ts";
import { nameInnerSchemas } from "../scripts/passes/name-inner-schemas.ts";
import { linkReferences } from "../scripts/passes/link-references.ts";
import { openapi } from "../scripts/readers/openapi.ts";

const order = {
  type: "object",
  required: ["id"],
  examples: [{ id: "1" }, { id: "2" }],
  properties: {
    id: { type: "string" },
    properties: { type: "object", properties: { required: { type: "string", enum: ["a", "b"] } } },
    ["__proto__"]: { type: "string" },
    ["a/b~c"]: { type: "array", items: { type: "object", properties: { status: { enum: ["open", "shut"] } } } },
    line: { oneOf: [{ type: "object", properties: { sku: { type: "string" } } }, { type: "null" }] },
    const: { const: { type: "object", properties: { not: { type: "string" } } } },
  },
};
const document = {
  openapi: "3.1.0",
  components: { schemas: { Order: order, Part: { $ref: "#/components/schemas/Order/properties/properties" } } },
};

/** The declarations as they are read, and after the passes that move parts from one to another. Made anew, so that nobody has listed them. */
async function declarations(): Promise<readonly Declaration[]> {
  const contracts = await openapi.read({
    vendor: "v",
    source: located("v/api.json", JSON.stringify(document, null, 2)),
    supplement: false,
  });
  const linked = linkReferences("v", contracts);
  const named = linked.map((contract: Contract) => nameInnerSchemas(nameInnerSchemas(contract)));
  return [...contracts, ...linked, ...named].flatMap((contract) => contract.declarations);
}

test("a place is the same alone and in the list, and what is not in the list has none", async () => {
  const [listed, asked] = [await declarations(), await declarations()];
  expect(listed.map(({ name }) => name)).toEqual(asked.map(({ name }) => name));
  const pointers = new Set(listed.flatMap(({ parts }) => Object.keys(parts)));
  expect(pointers.size).toBeGreaterThan(40);
  for (const more of ["x", "/toString", "/properties/const/const/type", "/examples/2", "/examples/-1", "/properties/toString"])
    pointers.add(more);
  for (const [index, declaration] of listed.entries())
    for (const pointer of pointers) {
      const parts = asked[index]?.parts ?? {};
      expect(Object.hasOwn(parts, pointer), `${declaration.name}${pointer}`).toBe(Object.hasOwn(declaration.parts, pointer));
      if (Object.hasOwn(declaration.parts, pointer)) expect(parts[pointer]).toEqual(declaration.parts[pointer]);
    }
  for (const [index, declaration] of listed.entries()) expect(JSON.stringify(asked[index]?.parts)).toBe(JSON.stringify(declaration.parts));
});

test("a record that is filled late is a plain object to whoever looks", () => {
  const made = (): { readonly [key: string]: number } =>
    lazyRecord(
      (key) => (key === "a" ? 1 : key === "__proto__" ? 2 : undefined),
      () => [
        ["a", 1],
        ["__proto__", 2],
      ],
    );
  expect(made()["a"]).toBe(1);
  expect(made()["toString"]).toBe(Object.prototype.toString);
  expect(Object.hasOwn(made(), "toString")).toBe(false);
  expect("b" in made()).toBe(false);
  expect(Object.keys(made())).toEqual(["a", "__proto__"]);
  expect(Object.entries({ ...made() })).toEqual([
    ["a", 1],
    ["__proto__", 2],
  ]);
  const frozen = Object.freeze(made());
  expect([Object.isFrozen(frozen), frozen["a"], Object.keys(frozen).length]).toEqual([true, 1, 2]);
});
