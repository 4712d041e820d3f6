// What source.json says: of a vendor's documents, and (at the top of the schemas folder) of the package to write.
import { type Check, checkMembers, type Checks, OBJECT, oneOf, TEXT } from "./check-members.ts";
import type { Diagnostic, EventNaming, Json, Signature } from "./contract.ts";
import { diagnostic } from "./diagnostics.ts";
import { eventTemplate } from "./lib/event-template.ts";
import { entries, isArray, isObject, member, stringMember } from "./lib/json.ts";
import { matchesDate } from "../templates/src/formats/date.ts";
import { located } from "./lib/origin.ts";
import { pointerBelow } from "./lib/pointer.ts";
import { readJsonDocument } from "./readers/json-document.ts";
import type { ValueText } from "./readers/reader.ts";
import { formats } from "./readers/registry.ts";
import { signatureSettings } from "./signature-settings.ts";

/** What is known of one document. */
export interface DocumentSettings {
  /** A reader's format, or `ignore`. */
  readonly format: string | null;
  readonly url: string | null;
  /** The day on which the text was taken from the vendor, YYYY-MM-DD. */
  readonly retrieved: string | null;
  readonly sha256: string | null;
  /** Whether Hookwright fetched it from its URL, because a reference leads there. */
  readonly fetched: boolean;
  /** The URL that its URL redirected to. */
  readonly location: string | null;
  /** The greater leads where documents disagree; the format's own when null. */
  readonly precedence: number | null;
  /** The type that the examples of a `json-example` document are examples of. */
  readonly of: string | null;
}

export interface VendorSettings {
  /** The vendor's name for people. */
  readonly title: string;
  readonly documents: ReadonlyMap<string, DocumentSettings>;
  /** How the vendor signs its requests; null when it does not say. */
  readonly signature: Signature | null;
  /** How the vendor names its events. */
  readonly eventNames: readonly EventNaming[];
  /** Whether the package has samples of the vendor's types. */
  readonly fixtures: boolean;
}

export interface PackageSettings {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** An SPDX expression. */
  readonly license: string;
}

export interface Settings<T> {
  readonly settings: T;
  readonly diagnostics: readonly Diagnostic[];
}

const FORMATS = [...formats, "ignore"];

const DAY: Check = [(value) => typeof value === "string" && matchesDate(value), "a day of the calendar, YYYY-MM-DD"];
const HASH: Check = [(value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value), "a SHA-256 in 64 hexadecimal digits"];
const RANK: Check = [(value) => typeof value === "number" && value >= 0 && value <= 100, "a number from 0 to 100"];
const NAMES: Check = [
  (value) => isArray(value) && value.every((name) => typeof name === "string" && eventTemplate(name) !== null),
  "a list of names with their parts in braces, such as {subject}.{action}",
];
const FLAG: Check = [(value) => typeof value === "boolean", "true or false"];
const PACKAGE_NAME: Check = [
  (value) => typeof value === "string" && /^(@[a-z0-9][a-z0-9._~-]*\/)?[a-z0-9][a-z0-9._~-]*$/.test(value),
  "a name that npm allows",
];
const VERSION: Check = [(value) => typeof value === "string" && /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(value), "a version, 1.2.3"];

const VENDOR: Checks = { vendor: TEXT, documents: OBJECT, signature: OBJECT, eventNames: NAMES, fixtures: FLAG };
const PACKAGE: Checks = { package: OBJECT };
const DOCUMENT: Checks = {
  format: oneOf(FORMATS),
  url: TEXT,
  retrieved: DAY,
  sha256: HASH,
  fetched: FLAG,
  location: TEXT,
  precedence: RANK,
  of: TEXT,
};
const PACKAGE_MEMBERS: Checks = { name: PACKAGE_NAME, version: VERSION, description: TEXT, license: TEXT };

/** A vendor's source.json; undefined when there is none. At the top of the schemas folder it may speak of the package too. */
export function vendorSettings(
  vendor: string,
  file: string,
  text: string | undefined,
  paths: ReadonlyMap<string, string>,
): Settings<VendorSettings> {
  const none: VendorSettings = { title: vendor, documents: new Map(), signature: null, eventNames: [], fixtures: true };
  if (text === undefined) return { settings: none, diagnostics: [] };
  const { text: read, diagnostics: faults } = readJsonDocument(located(file, text));
  if (read === null) return { settings: none, diagnostics: faults };
  const documents = member(read.value, "documents");
  const { signature, diagnostics: unsigned } = signatureSettings(read);
  const missing = entries(documents).flatMap(([name]): readonly Diagnostic[] => {
    const at = pointerBelow("/documents", name);
    const origin = read.origin(at);
    return paths.has(`${vendor}/${name}`) || paths.has(name) || origin === undefined
      ? []
      : [diagnostic("source-missing", origin, { file: name }, read.length(at))];
  });
  const diagnostics = [
    ...faults,
    ...checkMembers(read, "", file.includes("/") ? VENDOR : { ...VENDOR, ...PACKAGE }),
    ...entries(documents).flatMap(([name, entry]) =>
      checkMembers(read, pointerBelow("/documents", name), DOCUMENT, member(entry, "fetched") === true ? ["url", "sha256"] : []),
    ),
    ...missing,
    ...unsigned,
  ];
  return {
    settings: {
      title: stringMember(read.value, "vendor") ?? vendor,
      documents: new Map(entries(documents).map(([name, entry]) => [name, documentSettings(entry)])),
      signature,
      eventNames: namings(read),
      fixtures: member(read.value, "fixtures") !== false,
    },
    diagnostics,
  };
}

/** What source.json says of a file. It names documents by their path below the vendor's folder. */
export const settingsOf = (file: string, { documents }: VendorSettings): DocumentSettings | undefined =>
  documents.get(file.slice(file.indexOf("/") + 1));

/** Those that are well formed. */
function namings(text: ValueText): readonly EventNaming[] {
  const patterns = member(text.value, "eventNames");
  return (isArray(patterns) ? patterns : []).flatMap((pattern, index) => {
    const origin = text.origin(`/eventNames/${index}`);
    return typeof pattern === "string" && eventTemplate(pattern) !== null && origin !== undefined ? [{ pattern, origin }] : [];
  });
}

function documentSettings(entry: Json): DocumentSettings {
  const precedence = member(entry, "precedence");
  return {
    format: stringMember(entry, "format") ?? null,
    url: stringMember(entry, "url") ?? null,
    retrieved: stringMember(entry, "retrieved") ?? null,
    sha256: stringMember(entry, "sha256") ?? null,
    fetched: member(entry, "fetched") === true,
    location: stringMember(entry, "location") ?? null,
    precedence: typeof precedence === "number" ? precedence : null,
    of: stringMember(entry, "of") ?? null,
  };
}

/** The source.json at the top of the schemas folder. `name` is taken when it names no package. */
export function packageSettings(name: string, text: string | undefined): Settings<PackageSettings> {
  const none: PackageSettings = {
    name,
    version: "0.0.0",
    description: "Types and validators of webhooks, generated from the vendors' own documents.",
    license: "UNLICENSED",
  };
  if (text === undefined) return { settings: none, diagnostics: [] };
  const { text: read, diagnostics: faults } = readJsonDocument(located("source.json", text));
  if (read === null) return { settings: none, diagnostics: faults };
  const found = member(read.value, "package");
  const diagnostics = [
    ...checkMembers(read, "", { ...VENDOR, ...PACKAGE }),
    ...(isObject(found) ? checkMembers(read, "/package", PACKAGE_MEMBERS) : []),
  ];
  return {
    settings: {
      name: stringMember(found, "name") ?? none.name,
      version: stringMember(found, "version") ?? none.version,
      description: stringMember(found, "description") ?? none.description,
      license: stringMember(found, "license") ?? none.license,
    },
    diagnostics,
  };
}
