// What a contract allows generated code to say: its names, texts, numbers, patterns, and the words of its comments.
import { eventModule, type EventModule } from "../artifacts/event-identifiers.ts";
import { arbitraryCall } from "../artifacts/arbitraries.ts";
import { invalidsCall, samplerCall } from "../artifacts/samples.ts";
import { samplePlans } from "../samples/sample-plan.ts";
import { namedExamples } from "../artifacts/examples.ts";
import { printedNames } from "../artifacts/validators.ts";
import { exportsOf } from "../artifacts/exports.ts";
import { ruleSentences, sourceOf } from "../artifacts/prose.ts";
import { schemeJson } from "../artifacts/signature-words.ts";
import { upgradeExports } from "../artifacts/upgrades.ts";
import type { Contract, Json, JsonObject, Schema } from "../contract.ts";
import { helpers } from "../helpers.ts";
import { patternsOf } from "../keywords/pattern-properties.ts";
import { keywordNames } from "../keywords/registry.ts";
import { code, regularExpression } from "../lib/code.ts";
import { enumShape, memberNames } from "../lib/enum-shape.ts";
import { entries, isArray, isObject, isSchema, member, stringMember } from "../lib/json.ts";
import { pointerBelow, pointerKeys } from "../lib/pointer.ts";
import { visitSchema } from "../lib/schema-walk.ts";
import { camelName } from "../lib/words.ts";
import { ofName } from "../validators/telling.ts";
import { membersOf, referredMembers } from "../validators/members.ts";
import { localsOf } from "../validators/subject.ts";
import { stepsOf } from "../validators/steps.ts";

export interface Vocabulary {
  /** Variables, functions, types and parameters. */
  readonly names: ReadonlySet<string>;
  /** Texts in quotes, and names of properties. */
  readonly texts: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  readonly patterns: ReadonlySet<string>;
  /** Words in comments and messages. */
  readonly words: ReadonlySet<string>;
  /** What is called while a module loads. */
  readonly calls: ReadonlySet<string>;
  readonly exports: ReadonlyMap<string, readonly string[]>;
}

/** What generated code names besides what the contract and our own modules do. A method or global that a new keyword's test calls is added here. */
const LOCALS =
  "samples value item index member name key depth found at up here field matching fits covers text cases known otherwise request secret options event made T Value mode handlers json R Mode Name types enums validators".split(
    " ",
  );
const GLOBALS = "Object Number Set ReadonlySet Readonly Record Exclude Promise undefined".split(" ");
/** Methods that generated code calls. */
export const METHODS: ReadonlySet<string> = new Set("values keys hasOwn isInteger has test some entries length exec".split(" "));
const MEMBERS = "from fields to schemas checks known without ok value issues not up key name parts template listed".split(" ");
const TEXTS = ["boolean", "number", "string", "false", "not"];
/** Words that printers put around those of keywords, in comments and messages. */
const WORDS = ["Must must Example From see deprecated link", ofName("")];
/** What JSON writes otherwise than it is. */
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;
const EXPORT = /^export (?:const|(?:async )?function|class|interface|type) (\w+)/gm;

/** What one contract allows. `templates` are our own texts, whose words may stand in comments. */
export function vocabularyOf(contract: Contract, templates: ReadonlyMap<string, string>, hasSamples: boolean): Vocabulary {
  const { declarations, events, examples, signature, upgrades = [] } = contract;
  const told = eventModule(contract);
  const plans = hasSamples ? samplePlans(contract) : [];
  const schemas: Json[] = [];
  for (const { schema } of declarations) visitSchema(schema, (inner) => void schemas.push(inner));
  const signed = signature === undefined ? [] : [schemeJson(signature)];
  const upgraded = upgrades.map(({ fields }): JsonObject => ({ ...fields }));
  const scalars = [...declarations.map(({ schema }) => schema), ...examples.map(({ value }) => value), ...signed, ...upgraded].flatMap(
    scalarsIn,
  );
  const names = declarations.map(({ name }) => name);
  // A list of values says that they are strings also where its schema does not.
  const steps = [...schemas.filter(isSchema), { type: "string" }].flatMap(stepsOf);
  const said = steps.flatMap((step) => ("says" in step ? (typeof step.says === "string" ? [step.says] : Object.values(step.says)) : []));
  const texts = [
    ...scalars.filter((scalar) => typeof scalar === "string"),
    ...examples.flatMap(({ pointer }) => pointerKeys(pointer)),
    ...eventTexts(told),
    ...names,
    ...names.map((name) => `#/$defs/${name}`),
    ...said,
    ...keywordNames,
    ...TEXTS,
    ...plans.flatMap(({ without }) => without),
  ];
  const exported = declarations.map(exportsOf);
  const exports = new Map([
    ["types.ts", exported.flatMap(({ types }) => types)],
    ["enums.ts", exported.flatMap(({ enums }) => enums)],
    ["validators.ts", exported.flatMap(({ validators }) => validators)],
    ["examples.ts", namedExamples(examples).map(([name]) => name)],
    ["json-schemas.ts", ["jsonSchemas"]],
    ["events.ts", told.exports],
    ["signatures.ts", ["signatureScheme", "verifyRequest", "signedRequest"]],
    ["receive.ts", ["Received", "receiveEvent"]],
    ["upgrades.ts", upgradeExports(upgrades)],
    ["samples.ts", plans.flatMap(({ name }) => [`sample${name}`, `invalid${name}s`])],
    ["arbitraries.ts", plans.map(({ name }) => `arbitrary${name}`)],
  ]);
  const printed = printedNames(declarations);
  const routines = printed.routines.flatMap((name) => [`is${name}`, `is${name}At`, `check${name}`]);
  const variables = schemas.filter(isSchema).map((schema) => referredNames(schema));
  const ours = [...templates].flatMap(([path, text]) =>
    path.endsWith(".ts") ? [...text.matchAll(EXPORT)].map(([, name = ""]) => name) : [],
  );
  const origins = [
    ...declarations.flatMap((declaration) => [...declaration.origins, ...Object.values(declaration.parts).flat()]),
    ...examples.map(({ origin }) => origin),
    ...events.map(({ origin }) => origin),
  ];
  const layout = [...templates].flatMap(([path, text]) => (path.startsWith("src/vendor/") ? [text.replace(/\{\{.*?\}\}/g, " ")] : []));
  const prose = [
    ...texts,
    // As messages name a member whose name is no identifier: `["a\nb"]`.
    ...texts.filter((text) => ESCAPED.test(text)).map((text) => JSON.stringify(text)),
    // As pointers write a member with a slash or a tilde: `/a~1b`.
    ...texts.filter((text) => /[~/]/.test(text)).map((text) => pointerBelow("", text)),
    ...scalars.map(String),
    ...schemas.filter(isSchema).map(ruleSentences),
    ...origins.map(sourceOf),
    ...layout,
    signature?.see ?? "",
    ...upgrades.map(({ see }) => see),
    ...WORDS,
  ];
  return {
    names: new Set([
      ...[...exports.values()].flat(),
      ...names.map((name) => `${camelName(name)}Set`),
      ...routines,
      ...upgrades.map(({ from }) => `from${from}`),
      ...variables.flat(),
      ...printed.constants.map(({ name }) => name.text),
      ...eventVariables(told),
      ...ours,
      ...Object.keys(helpers),
      ...LOCALS,
      ...GLOBALS,
    ]),
    texts: new Set(texts),
    members: new Set([
      ...texts,
      ...declarations.flatMap((declaration) => [...memberNames(enumShape(declaration)?.values ?? []).values()]),
      ...MEMBERS,
    ]),
    numbers: new Set([0, 1, ...schemas.flatMap(tuplePositions), ...scalars.filter((scalar) => typeof scalar === "number").map(Math.abs)]),
    patterns: new Set(
      schemas
        .flatMap((schema) => [stringMember(schema, "pattern") ?? [], patternsOf(member(schema, "patternProperties"))].flat())
        .map((pattern) => regularExpression(pattern).text)
        .concat(told.templated.map(({ pattern }) => pattern.text)),
    ),
    words: new Set([...prose, ...prose.map(unescaped)].flatMap(wordsIn)),
    calls: new Set(
      names
        .flatMap((name) => [
          `Object.values(${name})`,
          `new Set(${camelName(name)}Values)`,
          `standardSchema("${name}", validate${name}, jsonSchemas)`,
        ])
        .concat(printed.constants.map(({ value }) => value.text))
        .concat(plans.flatMap((plan) => [samplerCall(plan).text, invalidsCall(plan).text, arbitraryCall(plan.name).text])),
    ),
    exports,
  };
}

/** The variables of the members that a schema names. */
function referredNames(schema: Schema): readonly string[] {
  const steps = stepsOf(schema);
  const named = [...membersOf(steps).map(({ name }) => name), ...referredMembers(steps)];
  const variables = [0, 1].flatMap((loops) => {
    const locals = localsOf(named, code`value`, loops);
    return named.map((name) => locals.of(name).text);
  });
  return variables.flatMap((name) => [name, `${name}2`]);
}

/** The texts of a module of events: names, what is written out in them, holes, the members that hold names, modes, and a name that is not there. */
const eventTexts = ({ rows }: EventModule): readonly string[] => [
  ...rows.flatMap(({ name, template, holes, parts, told }) => [
    name,
    ...(template?.texts ?? []),
    ...holes.map((hole) => hole.name),
    ...parts.flatMap((part) => [part.name, part.text]),
    ...told.keys,
  ]),
  "tolerant",
  "",
];

/** Its functions and variables. */
const eventVariables = ({ places, templated }: EventModule): readonly string[] => [
  ...places.map(({ variable }) => variable.text),
  ...templated.flatMap(({ row, stem, variableOf }) => [
    `parse${stem.text}`,
    `as${stem.text}`,
    ...row.holes.map(({ name }) => variableOf(name).text),
  ]),
];

/** Where the items of a tuple stand, and those behind them. */
function tuplePositions(schema: Json): readonly number[] {
  const tuple = member(schema, "prefixItems");
  return isArray(tuple) ? [...tuple.keys(), tuple.length] : [];
}

/** Every key and every value that is neither list nor object. */
const scalarsIn = (value: Json): readonly (string | number | boolean | null)[] =>
  isArray(value)
    ? value.flatMap(scalarsIn)
    : isObject(value)
      ? entries(value).flatMap(([key, inner]) => [key, ...scalarsIn(inner)])
      : [value];

/** The words of a text. */
export const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}_$]+/gu) ?? [];

/** What a comment says without the escapes that keep it one. */
export const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16))).replace(/\\([@/])/g, "$1");
