// What applications import of a package, worked out from its contract.
import type { Json } from "../contract.ts";
import { entries, isArray, member, stringMember } from "../lib/json.ts";

export interface SizeSubject {
  readonly title: string;
  /** A module that exports what is imported. */
  readonly imports: string;
  /** Bytes, gzipped. */
  readonly goal?: number;
  /** More than this fails; the goal itself where it is reached. */
  readonly most?: number;
  /** What the same costs with the SDK of one of the vendors, as it was measured once. */
  readonly sdk?: number;
}

// Parsers of values are at their goal but for one, those of texts above it by what it costs to say where a text stops being JSON: none may grow.
const ONE = { goal: 2000, most: 2150, sdk: 18_000 };
const ONE_TEXT = { goal: 2000, most: 2950, sdk: 18_000 };
const ALL = { goal: 6000, most: 6000, sdk: 32_000 };

const list = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);
const textsAt = (values: readonly Json[], key: string): readonly string[] => [
  ...new Set(values.flatMap((value) => stringMember(value, key) ?? [])),
];

/** The subjects of a package, each a title and a module. */
export function sizeSubjects(contract: Json): readonly SizeSubject[] {
  const name = stringMember(contract, "package") ?? "";
  const vendors = entries(member(contract, "vendors")).map(([vendor, value]) => {
    const events = list(member(value, "events"));
    const types = [...textsAt(events, "declaration"), ...textsAt(list(member(value, "upgrades")), "from")].toSorted();
    return {
      vendor,
      hasEvents: events.length > 0,
      isSigned: member(value, "signature") !== undefined,
      types: [...new Set(types)],
    };
  });
  const from = (names: readonly string[], vendor: string, module = ""): string =>
    names.map((one) => `export { ${one} as ${vendor}_${one} } from "${name}/${vendor}${module}";\n`).join("");
  const each = (title: string, of: (vendor: (typeof vendors)[number]) => string): readonly SizeSubject[] =>
    vendors.flatMap((vendor) => (of(vendor) === "" ? [] : [{ title: `${vendor.vendor}: ${title}`, imports: of(vendor) }]));
  return [
    ...vendors.flatMap(({ vendor, types }) =>
      types.flatMap((type) => [
        { title: `${vendor}: parse${type}`, imports: from([`parse${type}`], vendor), ...ONE },
        { title: `${vendor}: parse${type}Json`, imports: from([`parse${type}Json`], vendor), ...ONE_TEXT },
      ]),
    ),
    ...each("readEventJson", ({ vendor, hasEvents }) => (hasEvents ? from(["readEventJson"], vendor) : "")),
    {
      title: "all of the parsers of texts",
      imports: vendors
        .map(({ vendor, types }) =>
          from(
            types.map((type) => `parse${type}Json`),
            vendor,
          ),
        )
        .join(""),
      ...ALL,
    },
    {
      title: "readEventJson of all vendors",
      imports: vendors.map(({ vendor, hasEvents }) => (hasEvents ? from(["readEventJson"], vendor) : "")).join(""),
      ...ALL,
    },
    ...each("verifyRequest", ({ vendor, isSigned }) => (isSigned ? from(["verifyRequest"], vendor, "/signatures") : "")),
    ...each("receiveEvent", ({ vendor, hasEvents, isSigned }) => (hasEvents && isSigned ? from(["receiveEvent"], vendor, "/receive") : "")),
    {
      title: "everything but fixtures",
      imports: vendors.map(({ vendor }) => `export * as ${vendor} from "${name}/${vendor}";\n`).join(""),
    },
  ];
}
