// The operations of an OpenAPI document: paths, webhooks and callbacks.
import { isArray, member, stringMember } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { pascalCase } from "../lib/words.ts";
import { bodiesOf, declareFields } from "./openapi-schemas.ts";
import { account, addressOf, below, followed, membersOf, originOf, type Request, type Spot, tell, type Walk } from "./openapi-walk.ts";

const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);
const PATH_KEYS: ReadonlySet<string> = new Set([...METHODS, "parameters", "$ref", "summary", "description"]);
const PATH_DATALESS: ReadonlySet<string> = new Set(["servers"]);
const OPERATION_KEYS: ReadonlySet<string> = new Set(
  "operationId summary description parameters requestBody responses callbacks deprecated".split(" "),
);
const OPERATION_DATALESS: ReadonlySet<string> = new Set(["tags", "externalDocs", "security", "servers"]);
const BODY_KEYS: ReadonlySet<string> = new Set(["content", "description", "required", "$ref"]);
const RESPONSE_KEYS: ReadonlySet<string> = new Set(["content", "description", "headers", "summary", "$ref"]);
const RESPONSE_DATALESS: ReadonlySet<string> = new Set(["links"]);
const NONE: ReadonlySet<string> = new Set();

/** How the schemas of an operation are called. */
interface Names {
  /** Leads the names of its parameters and responses. */
  readonly base: string;
  /** The name of its request's body. */
  readonly body: string;
}

/** How the operations of a path are called: by the operation's identifier, else by method and path; a webhook by its own name. */
type Naming = (method: string, operation: Spot) => Names;

export const byOperation =
  (path: string): Naming =>
  (method, { value }) => {
    const base = pascalCase(stringMember(value, "operationId") ?? "") || pascalCase(`${method} ${path}`);
    return { base, body: `${base}Request` };
  };

/** A webhook is sent with POST, as a rule; one that is sent with another method says so. */
const bySender =
  (name: string): Naming =>
  (method) => {
    const base = method === "post" ? name : name + pascalCase(method);
    return { base, body: base };
  };

/** Walks a Path Item Object, once; the requests that it describes are given each time. */
export function walkPathItem(walk: Walk, stated: Spot, naming: Naming): readonly Request[] {
  const spot = followed(walk, stated);
  if (spot === undefined) return [];
  const known = walk.requests.get(addressOf(spot));
  if (known !== undefined) return known;
  const requests: Request[] = [];
  walk.requests.set(addressOf(spot), requests);
  if (!account(walk, spot, PATH_KEYS, PATH_DATALESS)) return requests;
  const shared = parametersOf(walk, spot);
  for (const [method, operation] of membersOf(spot)) {
    if (!METHODS.has(method) || !account(walk, operation, OPERATION_KEYS, OPERATION_DATALESS)) continue;
    const { base, body } = naming(method, operation);
    const own = parametersOf(walk, operation);
    const parameters = [...own, ...shared.filter(({ key }) => own.every((other) => other.key !== key))];
    const list = below(operation, "parameters") ?? below(spot, "parameters");
    if (list !== undefined)
      declareFields(walk, { ...list, pointer: pointerBelow(operation.pointer, "parameters") }, `${base}Parameters`, parameters, list);
    const [declaration = null] = walkBody(walk, below(operation, "requestBody"), body);
    requests.push({ operation, declaration, name: body });
    for (const [status, response] of membersOf(below(operation, "responses")))
      if (!status.startsWith("x-")) walkResponse(walk, response, `${base}Response${status === "200" ? "" : pascalCase(status)}`);
    for (const [key, callback] of membersOf(below(operation, "callbacks")))
      walkCallback(walk, callback, key, `${base}${pascalCase(key)}Callback`);
  }
  return requests;
}

type ListedParameter = Parameters<typeof declareFields>[3][number] & { readonly key: string };

/** The parameters of a list, each told apart from the others by name and place (OpenAPI 3.1, "Operation Object"). */
function parametersOf(walk: Walk, around: Spot): readonly ListedParameter[] {
  const list = below(around, "parameters");
  if (list === undefined) return [];
  if (!isArray(list.value)) {
    tell(walk, list, "openapi-misshapen", { expected: "a list" });
    return [];
  }
  return list.value.flatMap((value, index): readonly ListedParameter[] => {
    const listed = { source: list.source, pointer: pointerBelow(list.pointer, index), value };
    const object = followed(walk, listed);
    if (object === undefined) return [];
    const name = stringMember(object.value, "name");
    if (name === undefined) {
      tell(walk, listed, "openapi-misshapen", { expected: "a parameter with a name" });
      return [];
    }
    const key = `${stringMember(object.value, "in") ?? ""} ${name}`;
    return [{ name, required: member(object.value, "required") === true, object, listed, key }];
  });
}

/** Walks a Request Body Object and gives the addresses of its JSON schemas. */
export function walkBody(walk: Walk, stated: Spot | undefined, name: string): readonly string[] {
  const spot = stated === undefined ? undefined : followed(walk, stated);
  if (spot === undefined) return [];
  const known = walk.bodies.get(addressOf(spot));
  if (known !== undefined) return known;
  const addresses = account(walk, spot, BODY_KEYS, NONE)
    ? bodiesOf(walk, below(spot, "content"), name).filter((address) => address !== null)
    : [];
  walk.bodies.set(addressOf(spot), addresses);
  return addresses;
}

export function walkResponse(walk: Walk, stated: Spot, name: string): void {
  const spot = followed(walk, stated);
  if (spot === undefined || walk.seen.has(addressOf(spot))) return;
  walk.seen.add(addressOf(spot));
  if (!account(walk, spot, RESPONSE_KEYS, RESPONSE_DATALESS)) return;
  bodiesOf(walk, below(spot, "content"), name);
  const headers = below(spot, "headers");
  if (headers === undefined) return;
  const fields = membersOf(headers).flatMap(([key, listed]) => {
    const object = followed(walk, listed);
    return object === undefined ? [] : [{ name: key, required: member(object.value, "required") === true, object, listed }];
  });
  declareFields(walk, headers, `${name}Headers`, fields);
}

/** Walks a webhook: a name of an event, and the requests that bring it. */
export function walkWebhook(walk: Walk, key: string, stated: Spot): void {
  walkEvent(walk, stated, key, pascalCase(key).replace(/(webhook)?$/i, "Webhook"));
}

/** Walks a Callback Object: requests to addresses that an earlier request named. */
export function walkCallback(walk: Walk, stated: Spot, key: string, name: string): void {
  const spot = followed(walk, stated);
  if (spot === undefined) return;
  const again = walk.seen.has(addressOf(spot));
  walk.seen.add(addressOf(spot));
  if (again) return;
  for (const [expression, item] of membersOf(spot)) if (!expression.startsWith("x-")) walkEvent(walk, item, key, name);
}

function walkEvent(walk: Walk, stated: Spot, key: string, name: string): void {
  const requests = walkPathItem(walk, stated, bySender(name));
  for (const request of requests) {
    const declaration = request.declaration ?? unknownBody(walk, request, key);
    walk.events.push({ names: [key], discriminator: null, declaration, origin: originOf(stated) });
  }
  if (requests.length === 0) tell(walk, stated, "webhook-without-body", { name: key });
}

/** A webhook without a described body: anything can come. */
function unknownBody(walk: Walk, { operation, name }: Request, key: string): string {
  tell(walk, operation, "webhook-without-body", { name: key });
  const address = addressOf(operation);
  walk.schemas.set(address, { spot: { ...operation, value: {} }, name });
  return address;
}
