// A whole OpenAPI document: its components first, because their names lead, then webhooks and paths.
import { diagnostic } from "../diagnostics.ts";
import { isObject, isSchema, stringMember } from "../lib/json.ts";
import { placesWords } from "../lib/places-words.ts";
import { pascalCase } from "../lib/words.ts";
import { byOperation, walkBody, walkCallback, walkPathItem, walkResponse, walkWebhook } from "./openapi-operations.ts";
import { examplesOf, parameterSchema, schemaAt } from "./openapi-schemas.ts";
import { account, addressOf, below, membersOf, originOf, type Source, type Spot, target, tell, type Walk } from "./openapi-walk.ts";

/** What stands around a document. */
interface Around extends Pick<Walk, "has" | "web"> {
  /** Opens another file of the folder. */
  readonly open: (file: string) => Promise<Source | null>;
}

const ROOT_KEYS: ReadonlySet<string> = new Set(["openapi", "info", "components", "paths", "webhooks"]);
const ROOT_DATALESS: ReadonlySet<string> = new Set(["tags", "servers", "security", "externalDocs", "jsonSchemaDialect", "$self"]);
const COMPONENT_KEYS: ReadonlySet<string> = new Set(
  "schemas parameters headers responses requestBodies examples callbacks pathItems mediaTypes".split(" "),
);
const COMPONENT_DATALESS: ReadonlySet<string> = new Set(["securitySchemes", "links"]);

/** Walks a document. Files that it refers to are opened first: a walk that misses one is made again with it. */
export async function walkDocument(own: Source, { open, has, web }: Around): Promise<Walk> {
  const opened = new Map<string, Source | null>();
  for (;;) {
    const missed = new Set<string>();
    const known = (file: string): Source | null => {
      if (!opened.has(file)) missed.add(file);
      return opened.get(file) ?? null;
    };
    const walk = emptyWalk({ own, open: known, has, web });
    walkRoot(walk, { source: own, pointer: "", value: own.text.value });
    if (missed.size === 0) return walk;
    for (const file of missed) opened.set(file, await open(file));
  }
}

const emptyWalk = (beginning: Pick<Walk, "own" | "open" | "has" | "web">): Walk => ({
  ...beginning,
  schemas: new Map(),
  events: [],
  examples: [],
  diagnostics: [],
  dataless: new Map(),
  otherMedia: new Map(),
  unquoted: new Map(),
  requests: new Map(),
  bodies: new Map(),
  seen: new Set(),
});

function walkRoot(walk: Walk, root: Spot): void {
  if (!account(walk, root, ROOT_KEYS, ROOT_DATALESS)) return;
  const components = below(root, "components");
  if (components !== undefined && isObject(components.value)) walkComponents(walk, components);
  for (const keyword of ["webhooks", "x-webhooks"])
    for (const [key, webhook] of section(walk, root, keyword)) if (!key.startsWith("x-")) walkWebhook(walk, key, webhook);
  for (const [path, item] of section(walk, root, "paths")) if (!path.startsWith("x-")) walkPathItem(walk, item, byOperation(path));
  if (components !== undefined) unusedExamples(walk, components);
  summary(walk, root);
}

function walkComponents(walk: Walk, components: Spot): void {
  account(walk, components, COMPONENT_KEYS, COMPONENT_DATALESS);
  const each = (keyword: string, visit: (spot: Spot, name: string, key: string) => void): void => {
    for (const [key, spot] of section(walk, components, keyword)) visit(spot, pascalCase(key), key);
  };
  // Schemas keep their names; what else has one says what it is, so that it never meets a schema of that name. Parameters are mostly values with
  // a meaning, such as an identifier, and are called by it where they can be.
  for (const [key, spot] of membersOf(below(components, "schemas")))
    walk.schemas.set(addressOf(spot), { spot: elsewhere(walk, spot) ?? spot, name: pascalCase(key), address: `#${spot.pointer}` });
  each("parameters", (spot, name) => walkParameter(walk, spot, name));
  each("headers", (spot, name) => walkParameter(walk, spot, `${name}Header`));
  each("requestBodies", (spot, name) => walkBody(walk, spot, `${name}Request`));
  each("responses", (spot, name) => walkResponse(walk, spot, `${name}Response`));
  each("callbacks", (spot, name, key) => walkCallback(walk, spot, key, `${name}Callback`));
  each("pathItems", (spot, _, key) => walkPathItem(walk, spot, byOperation(key)));
}

/** Where a schema stands that has only its name here: `Order: { $ref: ./order.yaml }` is one type, and not two of one name. */
function elsewhere(walk: Walk, spot: Spot): Spot | undefined {
  const reference = stringMember(spot.value, "$ref");
  if (reference === undefined || reference.startsWith("#") || Object.keys(spot.value ?? {}).length > 1) return undefined;
  const found = target(walk, spot, reference);
  return found?.source.ours === true && isSchema(found.value) ? found : undefined;
}

/** A component that is only a reference is declared where that leads. */
function walkParameter(walk: Walk, spot: Spot, name: string): void {
  if (stringMember(spot.value, "$ref") !== undefined) return;
  const schema = parameterSchema(walk, spot);
  if (schema !== undefined)
    examplesOf(walk, spot, schemaAt(walk, schema, name), "", { name: stringMember(spot.value, "name") ?? name, schema });
}

/** The members of a part that holds objects by name. */
function section(walk: Walk, around: Spot, keyword: string): readonly (readonly [string, Spot])[] {
  const spot = below(around, keyword);
  if (spot !== undefined && !isObject(spot.value)) tell(walk, spot, "openapi-misshapen", { expected: "an object" });
  return membersOf(spot);
}

/** Examples that nothing refers to belong to no schema. */
function unusedExamples(walk: Walk, components: Spot): void {
  for (const [name, spot] of membersOf(below(components, "examples")))
    if (!walk.seen.has(addressOf(spot))) tell(walk, spot, "example-without-schema", { name });
}

/** What holds no data, in one finding each. */
function summary(walk: Walk, root: Spot): void {
  if (walk.dataless.size > 0)
    walk.diagnostics.push(diagnostic("openapi-without-data", originOf(root), { parts: [...walk.dataless.keys()].toSorted().join(", ") }));
  for (const [name, { count, first }] of walk.unquoted)
    tell(walk, first, "parameter-without-quotes", { name, value: JSON.stringify(first.value), places: placesWords(count) });
  for (const [media, { count, first }] of walk.otherMedia) tell(walk, first, "media-type-not-json", { media, places: placesWords(count) });
}
