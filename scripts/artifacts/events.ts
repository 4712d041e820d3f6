// events.ts: the events of a vendor as types, how they are told apart, and functions that handle them.
import { code, identifier, join, propertyName, stringLiteral, templateLiteral, type Code } from "../lib/code.ts";
import { enumShape } from "../lib/enum-shape.ts";
import type { View } from "../lib/view.ts";
import type { VendorArtifact } from "./artifact.ts";
import { eventModule, type EventModule, type EventPlace, type TemplatedEvent } from "./event-identifiers.ts";
import type { EventHole, ToldEvent } from "./event-table.ts";
import { headerOf } from "./header.ts";
import { docComment, sourceOf } from "./prose.ts";

export const events: VendorArtifact = {
  template: "src/vendor/events.ts",
  view: (vendor) => {
    const { contract } = vendor;
    const module = eventModule(contract);
    const { rows, places, templated } = module;
    const lists = new Set(contract.declarations.filter((declaration) => enumShape(declaration) !== null).map(({ name }) => name));
    /** A type in the module that holds it. Modules are imported whole: one more event changes no list of names. */
    const typeOf: TypeOf = (name) => (lists.has(name) ? code`enums.${identifier(name)}` : code`types.${identifier(name)}`);
    const used = [
      ...rows.map(({ event }) => event.declaration),
      ...templated.flatMap(({ row }) => row.holes.flatMap(({ list: declared }) => declared?.name ?? [])),
    ];
    const holeLists = templated.flatMap(({ row }) => row.holes.filter((hole) => hole.list !== null));
    const isListing = templated.some(({ row: { holes } }) => holes.length > 1 && holes.some((hole) => hole.list !== null));
    return {
      header: headerOf(vendor),
      any: rows.length > 0,
      helpers: helpersOf(module),
      listing: holeLists.length === 0 ? null : list([...(isListing ? [code`listed`] : []), code`type ReadingMode`, code`unlisted`]),
      usesEnums: used.some((name) => lists.has(name)),
      usesTypes: used.some((name) => !lists.has(name)),
      templateType: templated.length > 0 ? code`EventTemplates` : code`NoTemplates`,
      events: rows.map(({ name, event }) => ({
        comment: docComment([], [`@see ${sourceOf(event.origin)}`], code`  `),
        key: propertyName(name, "type"),
        payload: typeOf(event.declaration),
      })),
      templates: templated.length === 0 ? null : templated.map((event) => templateView(event, typeOf)),
      parsers: join(
        templated.map(({ stem }) => code`parse${stem}(name)`),
        code` ?? `,
      ),
      places: places.map((place) => placeView(place, templated)),
      unnamed: rows
        .filter(({ told }) => told.by === "members")
        .map((row) => ({ keys: list(row.told.keys.map(stringLiteral)), ...caseOf(row) })),
    };
  },
};

const list = (names: readonly Code[]): Code => join(names, code`, `);

type TypeOf = (declaration: string) => Code;

const validatorOf = (declaration: string): Code => code`validators.${identifier(`validate${declaration}`)}`;
const testOf = (declaration: string): Code => code`validators.${identifier(`is${declaration}`)}`;

/** What the module imports to tell events apart. */
function helpersOf({ rows, places, templated }: EventModule): Code {
  const used: readonly (readonly [name: Code, isUsed: boolean])[] = [
    [code`dispatch`, true],
    [code`type HandlersOf`, true],
    [code`hasMembers`, rows.some(({ told }) => told.by === "members")],
    [code`known`, rows.some(({ template }) => template === null)],
    [code`knownAs`, templated.length > 0],
    [code`type KnownOf`, true],
    [code`nameAt`, places.length > 0],
    [code`type NameOf`, true],
    [code`noJson`, true],
    [code`type NoTemplates`, templated.length === 0],
    [code`type ParsedAs`, templated.length > 0],
    [code`type ParsedOf`, templated.length > 0],
    [code`type PayloadOf`, true],
    [code`type ReadingOf`, true],
    [code`type TemplateOf`, templated.length > 0],
    [code`unknownEvent`, true],
  ];
  return list(used.flatMap(([name, isUsed]) => (isUsed ? [name] : [])));
}

const caseOf = ({ name, event }: ToldEvent): { readonly [name: string]: Code } => ({
  key: stringLiteral(name),
  validate: validatorOf(event.declaration),
});

function placeView({ keys, variable, rows }: EventPlace, templated: readonly TemplatedEvent[]): View {
  const plain = rows.filter(({ template }) => template === null);
  const varying = templated.filter(({ row }) => rows.includes(row));
  const literals = list(keys.map(stringLiteral));
  return {
    variable,
    keys: literals,
    events: plain.map((row) => ({ variable, ...caseOf(row) })),
    templates: varying.map(({ row, stem }) => ({
      parsed: code`as${stem}`,
      parser: code`parse${stem}`,
      variable,
      keys: literals,
      ...caseOf(row),
    })),
  };
}

/** More names than these are too many for a union of their own. */
const MOST_NAMES = 1000;

function templateView(
  { row: { name, template, holes, parts: written }, stem, pattern, variableOf }: TemplatedEvent,
  printed: TypeOf,
): View {
  const count = holes.reduce((product, hole) => product * (hole.list?.values.length ?? 1), 1);
  const typeOf = (hole: EventHole | undefined): Code => (hole === undefined || hole.list === null ? code`string` : printed(hole.list.name));
  const typeInName = (hole: string): Code => (count > MOST_NAMES ? code`string` : typeOf(holes.find((one) => one.name === hole)));
  const unlisted = ({ name: hole, list: declared }: EventHole): Code => {
    if (declared === null) return variableOf(hole);
    return holes.length === 1 ? code`unlisted(${variableOf(hole)})` : code`listed(${variableOf(hole)}, ${testOf(declared.name)})`;
  };
  const parts = (value: (hole: EventHole) => Code): Code =>
    list([
      ...holes.map((hole) => code`${propertyName(hole.name, "value")}: ${value(hole)}`),
      ...written.map((part) => code`${propertyName(part.name, "value")}: ${stringLiteral(part.text)}`),
    ]);
  const checks = holes.flatMap(({ name: hole, list: declared }) =>
    declared === null ? [] : [code`${testOf(declared.name)}(${variableOf(hole)})`],
  );
  const { texts, holes: inName } = template ?? { texts: [name], holes: [] };
  return {
    key: stringLiteral(name),
    names: templateLiteral(texts, inName.map(typeInName)),
    parts: join(
      [
        ...holes.map((hole) => code`readonly ${propertyName(hole.name, "type")}: ${typeOf(hole)}`),
        ...written.map((part) => code`readonly ${propertyName(part.name, "type")}: ${stringLiteral(part.text)}`),
      ],
      code`; `,
    ),
    parser: code`parse${stem}`,
    variables: list(holes.map((hole) => variableOf(hole.name))),
    pattern,
    missing: join(
      holes.map((hole) => code`${variableOf(hole.name)} === undefined`),
      code` || `,
    ),
    isListed: checks.length === 0 ? null : join(checks, code` && `),
    // A text put together of two long lists would have more types than TypeScript takes; it is the name itself.
    name: count > MOST_NAMES ? code`unlisted(name)` : templateLiteral(texts, inName.map(variableOf)),
    values: parts((hole) => variableOf(hole.name)),
    unlistedValues: parts(unlisted),
  };
}
