// Applies a vendor's corrections.json: each says what it found, what is right, and why. One that no longer fits is an error.
import type { Contract, Declaration, Diagnostic, Json, Origin, Schema } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { entries, isArray, isObject, isSchema, member, sameJson, stringMember, valueWords } from "../lib/json.ts";
import { pointedAt, pointerBelow, pointerKeys } from "../lib/pointer.ts";
import type { ValueText } from "../readers/reader.ts";

/** One correction. `was` or `is` missing means that nothing was there, or that nothing shall be. */
interface Correction {
  readonly declaration: string;
  readonly pointer: string;
  readonly was: Json | undefined;
  readonly is: Json | undefined;
}

/** `text` is corrections.json: a list of `{ at: "PushEvent#/properties/status/enum", was, is, because, see }`. */
export function applyCorrections(contract: Contract, text: ValueText): Contract {
  const diagnostics: Diagnostic[] = [];
  const declarations = new Map(contract.declarations.map((declaration) => [declaration.name, declaration]));
  const list = isArray(text.value) ? text.value : [];
  if (!isArray(text.value)) diagnostics.push(malformed(text, "", "the file must hold a list of corrections"));
  list.forEach((item, index) => {
    const pointer = pointerBelow("", index);
    const read = readCorrection(item);
    if (typeof read === "string") return diagnostics.push(malformed(text, pointer, read));
    const declaration = declarations.get(read.declaration);
    const actual = declaration === undefined ? undefined : pointedAt(declaration.schema, read.pointer);
    const origin = text.origin(pointer);
    const fits = declaration !== undefined && (read.was === undefined ? actual === undefined : sameJson(actual, read.was));
    if (!fits || origin === undefined) {
      if (origin !== undefined)
        diagnostics.push(
          diagnostic("correction-stale", origin, {
            at: `${read.declaration}#${read.pointer}`,
            was: shownOrNothing(read.was),
            actual: declaration === undefined ? `no declaration called ${read.declaration}` : shownOrNothing(actual),
          }),
        );
      return undefined;
    }
    const schema = replaced(declaration.schema, pointerKeys(read.pointer), read.is);
    if (!isSchema(schema))
      return diagnostics.push(diagnostic("schema-expected", origin, { actual: schema === undefined ? "nothing" : valueWords(schema) }));
    declarations.set(read.declaration, corrected(declaration, schema, read, origin));
    return undefined;
  });
  return { ...contract, declarations: [...declarations.values()], diagnostics: [...contract.diagnostics, ...diagnostics] };
}

const shownOrNothing = (value: Json | undefined): string => (value === undefined ? "nothing" : JSON.stringify(value));

const malformed = (text: ValueText, pointer: string, problem: string): Diagnostic =>
  diagnostic("correction-malformed", text.origin(pointer) ?? { file: "", line: 1, column: 1, pointer }, { problem });

function readCorrection(item: Json): Correction | string {
  if (!isObject(item)) return "a correction must be an object";
  const [declaration, pointer] = (stringMember(item, "at") ?? "").split("#", 2);
  if (declaration === undefined || declaration === "" || pointer === undefined || (pointer !== "" && !pointer.startsWith("/")))
    return '"at" must be a declaration\'s name, # and a JSON Pointer: "PushEvent#/properties/status"';
  for (const reason of ["because", "see"])
    if ((stringMember(item, reason) ?? "").trim() === "") return `"${reason}" must say ${reason === "see" ? "where it is written" : "why"}`;
  const [was, is] = [member(item, "was"), member(item, "is")];
  if (was === undefined && is === undefined) return '"was", "is" or both must be there';
  const other = entries(item).find(([key]) => !["at", "was", "is", "because", "see"].includes(key));
  return other === undefined ? { declaration, pointer, was, is } : `"${other[0]}" is no member of a correction`;
}

const holdsMembers = (value: Json | undefined): boolean => isObject(value) || isArray(value);

/** What a correction states comes from its own place, and so does a part around it that was not there before. */
function corrected(declaration: Declaration, schema: Schema, { pointer, is }: Correction, origin: Origin): Declaration {
  const kept = Object.entries(declaration.parts).filter(([at]) => at !== pointer && !at.startsWith(`${pointer}/`));
  const around = pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
  const stated =
    is === undefined
      ? {}
      : { ...(around === "" || holdsMembers(pointedAt(declaration.schema, around)) ? {} : { [around]: [origin] }), [pointer]: [origin] };
  return { ...declaration, schema, parts: { ...Object.fromEntries(kept), ...stated } };
}

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json | undefined): Json | undefined {
  if (key === undefined) return by;
  if (isArray(value)) {
    const items = value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
    if (Number(key) === value.length) items.push(replaced({}, rest, by));
    return items.filter((item) => item !== undefined);
  }
  const inner = replaced(member(value, key) ?? {}, rest, by);
  const others = entries(value);
  const at = others.findIndex(([name]) => name === key);
  const kept = others.flatMap(([name, item]): (readonly [string, Json])[] =>
    name !== key ? [[name, item]] : inner === undefined ? [] : [[key, inner]],
  );
  return Object.fromEntries(at === -1 && inner !== undefined ? [...kept, [key, inner]] : kept);
}
