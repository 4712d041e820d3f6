// Merges what several documents, or several parts of one, say of the same declarations: the first contract leads.
import type { Contract, Declaration, Diagnostic, Json, JsonObject, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, isArray, isObject, isSchema, member, sameJson } from "../lib/json.ts";
import { partOrigin } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { kindsAgree, kindsOf, kindWords } from "./kinds.ts";

/** Merges linked contracts of falling precedence. The empty contract changes nothing. */
export function mergeContracts(vendor: string, contracts: readonly Contract[]): Contract {
  const merged = new Map<string, Declaration>();
  const all = new Map(
    contracts.toReversed().flatMap(({ declarations }) => declarations.map((declaration) => [declaration.name, declaration] as const)),
  );
  const diagnostics: Diagnostic[] = [];
  for (const { declarations } of contracts)
    for (const declaration of declarations) {
      const leading = merged.get(declaration.name);
      merged.set(declaration.name, leading === undefined ? declaration : mergeDeclarations(leading, declaration, all, diagnostics));
    }
  return {
    vendor,
    declarations: [...merged.values()],
    events: contracts.flatMap(({ events }) => events),
    examples: contracts.flatMap(({ examples }) => examples),
    diagnostics: [...contracts.flatMap((contract) => contract.diagnostics), ...diagnostics],
    written: Object.assign({}, ...contracts.map(({ written }) => written)),
  };
}

function mergeDeclarations(
  leading: Declaration,
  weaker: Declaration,
  all: ReadonlyMap<string, Declaration>,
  diagnostics: Diagnostic[],
): Declaration {
  const places = { field: leading.name, other: partOrigin(weaker, ""), leading: partOrigin(leading, "") };
  mergeField(leading.schema, weaker.schema, places, all, diagnostics);
  const ownProperties = member(leading.schema, "properties");
  const properties: (readonly [string, Json])[] = [];
  const parts: { [pointer: string]: readonly Origin[] } = { ...leading.parts };
  const added: (readonly [string, Json])[] = [];
  for (const [name, schema] of entries(member(weaker.schema, "properties"))) {
    const pointer = pointerBelow("/properties", name);
    const other = partOrigin(weaker, pointer);
    const own = member(ownProperties, name);
    if (own === undefined && leading.statedBy === "schema") {
      diagnostics.push(diagnostic("field-not-in-schema", other, { field: name, leading: partOrigin(leading, "") }, name.length));
      continue;
    }
    parts[pointer] = [...(leading.parts[pointer] ?? []), ...(weaker.parts[pointer] ?? [other])];
    if (own === undefined) added.push([name, schema]);
    else properties.push([name, mergeField(own, schema, { field: name, other, leading: partOrigin(leading, pointer) }, all, diagnostics)]);
  }
  for (const [name] of entries(ownProperties)) {
    const shown = member(member(weaker.schema, "properties"), name) !== undefined;
    const samePage = leading.origins[0]?.file === weaker.origins[0]?.file;
    if (!shown && samePage)
      diagnostics.push(
        diagnostic("field-not-in-table", weaker.origins[0] ?? partOrigin(weaker, ""), {
          field: name,
          leading: partOrigin(leading, pointerBelow("/properties", name)),
        }),
      );
  }
  const changed = new Map(properties);
  const whole = [...entries(ownProperties).map(([name, schema]) => [name, changed.get(name) ?? schema] as const), ...added];
  const base = isObject(leading.schema) ? leading.schema : {};
  const schema =
    whole.length === 0
      ? leading.schema
      : { ...withMissing(base, weaker.schema, ["title", "description"]), properties: Object.fromEntries(whole) };
  return {
    ...leading,
    schema,
    parts,
    origins: [...leading.origins, ...weaker.origins],
    addresses: [...new Set([...leading.addresses, ...weaker.addresses])],
  };
}

interface Places {
  readonly field: string;
  readonly other: Origin;
  readonly leading: Origin;
  readonly [name: string]: string | Origin;
}

function mergeField(own: Json, other: Json, places: Places, all: ReadonlyMap<string, Declaration>, diagnostics: Diagnostic[]): Json {
  if (!isSchema(own) || !isSchema(other)) return own;
  const stronger = kindsOf(own, all);
  const weaker = kindsOf(other, all);
  const length = places.field.length;
  if (!kindsAgree(stronger, weaker))
    diagnostics.push(
      diagnostic("kinds-differ", places.other, { ...places, stronger: kindWords(stronger), weaker: kindWords(weaker) }, length),
    );
  else if (isArray(member(own, "enum")) && isArray(member(other, "enum")) && !sameMembers(member(own, "enum"), member(other, "enum")))
    diagnostics.push(diagnostic("values-differ", places.other, places, length));
  return isObject(own) ? withMissing(own, other, ["description", "examples"]) : own;
}

const sameMembers = (a: Json | undefined, b: Json | undefined): boolean =>
  isArray(a) && isArray(b) && a.length === b.length && a.every((value) => b.some((other) => sameJson(value, other)));

/** Takes over annotations that are missing. */
function withMissing(schema: JsonObject, other: Json, keywords: readonly string[]): JsonObject {
  const missing = keywords.flatMap((keyword): (readonly [string, Json])[] => {
    const value = member(other, keyword);
    return value === undefined || Object.hasOwn(schema, keyword) ? [] : [[keyword, value]];
  });
  return missing.length === 0 ? schema : { ...schema, ...Object.fromEntries(missing) };
}
