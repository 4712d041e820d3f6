// A vendor's upgrades.json: how events of an old form become events of the form that replaces them. Each is held against both schemas.
import type { Source } from "../templates/src/upgrade.ts";
import type { Contract, Declaration, Diagnostic, Json, Schema, Upgrade } from "./contract.ts";
import { diagnostic } from "./diagnostics.ts";
import { entries, isArray, isObject, isString, member, stringMember, valueWords } from "./lib/json.ts";
import { pointerBelow, pointerKeys } from "./lib/pointer.ts";
import type { ValueText } from "./readers/reader.ts";

/** Adds the upgrades to a contract whose names are final; one that is not well formed is a finding. */
export function withUpgrades(contract: Contract, text: ValueText): Contract {
  if (!isArray(text.value))
    return { ...contract, diagnostics: [...contract.diagnostics, ...malformed(text, "", "the file must hold a list of upgrades")] };
  const read = text.value.map((item, index) => readUpgrade(contract, text, item, pointerBelow("", index)));
  const upgrades = read.flatMap(({ upgrade }) => (upgrade === null ? [] : [upgrade]));
  const twice = upgrades.filter(({ from }, index) => upgrades.findIndex((other) => other.from === from) < index);
  const again = twice.flatMap(({ from, origin }) => malformed(text, origin.pointer, `${from} has an upgrade already`));
  return { ...contract, upgrades, diagnostics: [...contract.diagnostics, ...read.flatMap(({ diagnostics }) => diagnostics), ...again] };
}

const malformed = (text: ValueText, at: string, problem: string): readonly Diagnostic[] => {
  const origin = text.origin(at);
  return origin === undefined ? [] : [diagnostic("upgrade-malformed", origin, { problem }, text.length(at))];
};

interface Read {
  readonly upgrade: Upgrade | null;
  readonly diagnostics: readonly Diagnostic[];
}

const MEMBERS = ["from", "to", "fields", "left", "see"];

function readUpgrade(contract: Contract, text: ValueText, item: Json, at: string): Read {
  const fault = (pointer: string, problem: string): readonly Diagnostic[] => malformed(text, at + pointer, problem);
  if (!isObject(item)) return { upgrade: null, diagnostics: fault("", `an upgrade must be an object, and not ${valueWords(item)}`) };
  const [from, to, see] = ["from", "to", "see"].map((key) => stringMember(item, key) ?? "");
  // A list of values has no fields.
  const types = contract.declarations.filter(({ schema }) => entries(member(schema, "properties")).length > 0);
  const [old, fresh] = [from, to].map((name) => types.find((declaration) => declaration.name === name));
  const [fields, left] = ["fields", "left"].map((key) => member(item, key));
  const shape = [
    ...entries(item).flatMap(([key]) =>
      MEMBERS.includes(key) ? [] : fault(pointerBelow("", key), `the member ${key} must be one of ${MEMBERS.join(", ")}`),
    ),
    ...(old === undefined ? fault("", "from must be the name of a type with fields") : []),
    ...(fresh === undefined ? fault("", "to must be the name of a type with fields") : []),
    ...(see === undefined || see.trim() === "" ? fault("", "see must say where the vendor says so") : []),
    ...(isObject(fields) ? [] : fault("", "fields must be an object: the new event's fields, and where they come from")),
    ...(left === undefined || (isObject(left) && entries(left).every(([, reason]) => isString(reason)))
      ? []
      : fault("", "left must be an object: fields of the old event, and why they are left out")),
  ];
  const origin = text.origin(at);
  if (shape.length > 0 || old === undefined || fresh === undefined || origin === undefined) return { upgrade: null, diagnostics: shape };

  const sources = entries(fields).flatMap(([target, value]) => {
    const source = readSource(value);
    return source === null ? [] : [[target, source] as const];
  });
  const used = [...sources.flatMap(([, source]) => pointersIn(source)), ...entries(left).map(([pointer]) => pointer)];
  const diagnostics = [
    ...entries(fields).flatMap(([target, value]) => {
      const place = pointerBelow("/fields", target);
      const source = readSource(value);
      if (fieldAt(contract, fresh, target) === undefined) return fault(place, `${fresh.name} has no field ${target}`);
      return source === null
        ? fault(place, "a source must be a JSON Pointer, { from, values }, { text }, or a list of these")
        : sourceFaults(contract, old, source).flatMap((problem) => fault(place, problem));
    }),
    ...entries(left).flatMap(([pointer]) =>
      fieldAt(contract, old, pointer) === undefined ? fault(pointerBelow("/left", pointer), `${old.name} has no field ${pointer}`) : [],
    ),
  ];
  // Nothing is left out in silence.
  const forgotten = leavesOf(contract, old, "", [old.name])
    .filter((leaf) => !used.some((pointer) => leaf === pointer || leaf.startsWith(`${pointer}/`)))
    .map((field) => diagnostic("upgrade-field-left", origin, { field, type: old.name }, text.length(at)));
  const upgrade = { from: old.name, to: fresh.name, fields: Object.fromEntries(sources), see: see ?? "", origin };
  return { upgrade: diagnostics.length > 0 ? null : upgrade, diagnostics: [...diagnostics, ...forgotten] };
}

function readSource(value: Json): Source | null {
  if (typeof value === "string") return value.startsWith("/") ? value : null;
  if (isArray(value)) {
    const pieces = value.flatMap((piece) => readSource(piece) ?? []);
    return pieces.length === value.length && value.length > 0 && !value.some(isArray) ? pieces : null;
  }
  const keys = entries(value).map(([key]) => key);
  const [text, from, values] = [stringMember(value, "text"), stringMember(value, "from"), member(value, "values")];
  if (text !== undefined) return keys.length === 1 ? { text } : null;
  if (from === undefined || !from.startsWith("/") || keys.length !== 2 || !isObject(values)) return null;
  const table = entries(values).flatMap(([key, counterpart]) => (typeof counterpart === "string" ? [[key, counterpart] as const] : []));
  return table.length > 0 && table.length === entries(values).length ? { from, values: Object.fromEntries(table) } : null;
}

const pointersIn = (source: Source): readonly string[] =>
  typeof source === "string" ? [source] : isArray(source) ? source.flatMap(pointersIn) : "from" in source ? [source.from] : [];

/** What is wrong with a source: fields that the old event does not have, and values that they cannot have. */
function sourceFaults(contract: Contract, old: Declaration, source: Source): readonly string[] {
  if (isArray(source)) return source.flatMap((piece) => sourceFaults(contract, old, piece));
  return pointersIn(source).flatMap((pointer) => {
    const schema = fieldAt(contract, old, pointer);
    if (schema === undefined) return [`${old.name} has no field ${pointer}`];
    const listed = member(schema, "enum");
    const table = typeof source === "object" && "values" in source ? Object.keys(source.values) : [];
    return isArray(listed)
      ? table.flatMap((value) => (listed.includes(value) ? [] : [`${pointer} of ${old.name} has no value ${value}`]))
      : [];
  });
}

/** A schema, or that of the declaration that it refers to. */
const meant = ({ declarations }: Contract, schema: Json | undefined): Json | undefined =>
  declarations.find(({ name }) => name === stringMember(schema, "$ref"))?.schema ?? schema;

/** The schema of a field that a declaration states, through references. */
const fieldAt = (contract: Contract, { schema }: Declaration, pointer: string): Json | undefined =>
  pointer.startsWith("/")
    ? pointerKeys(pointer).reduce<Json | undefined>(
        (at, key) => meant(contract, member(member(meant(contract, at), "properties"), key)),
        schema,
      )
    : undefined;

/** The pointers of all fields that have no fields themselves. */
function leavesOf(contract: Contract, { schema }: { readonly schema: Schema }, at: string, above: readonly string[]): readonly string[] {
  return entries(member(schema, "properties")).flatMap(([key, property]) => {
    const pointer = pointerBelow(at, key);
    const referred = contract.declarations.find(({ name }) => name === stringMember(property, "$ref"));
    if (referred === undefined || above.includes(referred.name)) return [pointer];
    const inner = leavesOf(contract, referred, pointer, [...above, referred.name]);
    return inner.length > 0 ? inner : [pointer];
  });
}
