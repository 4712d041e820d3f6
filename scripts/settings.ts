// What source.json says: of a vendor's documents, and (at the top of the schemas folder) of the package to write.
import type { Diagnostic, Json } from "./contract.ts";
import { diagnostic } from "./diagnostics.ts";
import { entries, isObject, member, stringMember } from "./lib/json.ts";
import { located } from "./lib/origin.ts";
import { pointerBelow } from "./lib/pointer.ts";
import { readJsonAt } from "./readers/json-document.ts";
import type { ValueText } from "./readers/reader.ts";

/** What is known of one document. */
export interface DocumentSettings {
  /** A reader's format, or `ignore`. */
  readonly format: string | null;
  readonly url: string | null;
  /** The day on which the text was taken from the vendor, YYYY-MM-DD. */
  readonly retrieved: string | null;
  readonly sha256: string | null;
  /** The greater leads where documents disagree; the format's own when null. */
  readonly precedence: number | null;
}

export interface VendorSettings {
  /** The vendor's name for people. */
  readonly title: string;
  readonly documents: ReadonlyMap<string, DocumentSettings>;
}

export interface PackageSettings {
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

export interface Settings<T> {
  readonly settings: T;
  readonly diagnostics: readonly Diagnostic[];
}

type Check = readonly [holds: (value: Json) => boolean, expected: string];

const TEXT: Check = [(value) => typeof value === "string" && value !== "", "a string that is not empty"];
const DAY: Check = [(value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value), "a day, YYYY-MM-DD"];
const HASH: Check = [(value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value), "a SHA-256 in 64 hexadecimal digits"];
const RANK: Check = [(value) => typeof value === "number" && value >= 0 && value <= 100, "a number from 0 to 100"];
const OBJECT: Check = [isObject, "an object"];
const PACKAGE_NAME: Check = [(value) => typeof value === "string" && /^(@[a-z0-9][a-z0-9._~-]*\/)?[a-z0-9][a-z0-9._~-]*$/.test(value), "a name that npm allows"];
const VERSION: Check = [(value) => typeof value === "string" && /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(value), "a version, 1.2.3"];

/** A folder without vendors' folders in it has one source.json for everything. */
const MEMBERS = { vendor: TEXT, documents: OBJECT, package: OBJECT };

/** Reports members that are not known or not well formed. */
function checked(text: ValueText, pointer: string, checks: { readonly [key: string]: Check }): readonly Diagnostic[] {
  return entries(text.value === null || pointer === "" ? text.value : pointed(text.value, pointer)).flatMap(([key, value]) => {
    const at = pointerBelow(pointer, key);
    const origin = text.origin(at);
    const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (origin === undefined || check?.[0](value) === true) return [];
    const expected = check === undefined ? `one of ${Object.keys(checks).join(", ")}` : check[1];
    return [diagnostic("source-json", origin, { key: check === undefined ? `the member ${key}` : key, expected }, text.length(at))];
  });
}

const pointed = (value: Json, pointer: string): Json =>
  pointer
    .split("/")
    .slice(1)
    .reduce<Json>((at, key) => member(at, key.replace(/~1/g, "/").replace(/~0/g, "~")) ?? null, value);

function readSettings(file: string, text: string): ValueText | readonly Diagnostic[] {
  const read = readJsonAt(located(file, text), 0, "");
  if ("problem" in read) return [diagnostic("json-syntax", read.origin, { problem: read.problem }, read.length)];
  return read.text;
}

const isFailure = (read: ValueText | readonly Diagnostic[]): read is readonly Diagnostic[] => Array.isArray(read);

/** A vendor's source.json; undefined when there is none. */
export function vendorSettings(vendor: string, file: string, text: string | undefined): Settings<VendorSettings> {
  const none: VendorSettings = { title: vendor, documents: new Map() };
  if (text === undefined) return { settings: none, diagnostics: [] };
  const read = readSettings(file, text);
  if (isFailure(read)) return { settings: none, diagnostics: read };
  const documents = member(read.value, "documents");
  const diagnostics = [
    ...checked(read, "", MEMBERS),
    ...entries(documents).flatMap(([name]) => checked(read, pointerBelow("/documents", name), { format: TEXT, url: TEXT, retrieved: DAY, sha256: HASH, precedence: RANK })),
  ];
  const settings = new Map(
    entries(documents).map(([name, entry]): [string, DocumentSettings] => {
      const precedence = member(entry, "precedence");
      return [
        name,
        {
          format: stringMember(entry, "format") ?? null,
          url: stringMember(entry, "url") ?? null,
          retrieved: stringMember(entry, "retrieved") ?? null,
          sha256: stringMember(entry, "sha256") ?? null,
          precedence: typeof precedence === "number" ? precedence : null,
        },
      ];
    }),
  );
  return { settings: { title: stringMember(read.value, "vendor") ?? vendor, documents: settings }, diagnostics };
}

/** The source.json at the top of the schemas folder. `name` is taken when it names no package. */
export function packageSettings(name: string, text: string | undefined): Settings<PackageSettings> {
  const none: PackageSettings = { name, version: "0.0.0", description: "Types and validators of webhooks, generated from the vendors' own documents." };
  if (text === undefined) return { settings: none, diagnostics: [] };
  const read = readSettings("source.json", text);
  if (isFailure(read)) return { settings: none, diagnostics: read };
  const found = member(read.value, "package");
  const diagnostics = [...checked(read, "", MEMBERS), ...checked(read, "/package", { name: PACKAGE_NAME, version: VERSION, description: TEXT })];
  return {
    settings: {
      name: stringMember(found, "name") ?? none.name,
      version: stringMember(found, "version") ?? none.version,
      description: stringMember(found, "description") ?? none.description,
    },
    diagnostics,
  };
}
