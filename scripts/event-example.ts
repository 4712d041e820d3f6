// Finds the event or type that somebody names, and a value of it that the documents show.
import type { Contract, Declaration, Example, Json } from "./contract.ts";
import { setField } from "./edit-value.ts";
import { UsageError } from "./files.ts";
import { entries, fromEntries, isArray, member, stringMember } from "./lib/json.ts";
import { anyOf, eventTemplate, writtenOut } from "./lib/event-template.ts";
import { pointedAt, pointerBelow } from "./lib/pointer.ts";

/** A declaration of a vendor, and the event by whose name it was found. */
export interface Found {
  readonly contract: Contract;
  readonly declaration: Declaration;
  readonly event: { readonly name: string; readonly discriminator: string | null } | null;
}

/**
 * The event, or else the declaration, of a name.
 * @throws {UsageError} when there is none, or when several vendors have one.
 */
export function findEvent(contracts: readonly Contract[], name: string, vendor: string | null): Found {
  const own = contracts.filter((contract) => vendor === null || contract.vendor === vendor);
  if (own.length === 0)
    throw new UsageError(`There is no vendor ${JSON.stringify(vendor)}; there are ${contracts.map((one) => one.vendor).join(", ")}.`);
  const found = own.flatMap((contract) => [...eventsCalled(contract, name), ...declarationsCalled(contract, name)].slice(0, 1));
  const [first, second] = found;
  if (first === undefined) throw new UsageError(`There is no event or type ${JSON.stringify(name)}; there are ${namesIn(own)}.`);
  if (second !== undefined)
    throw new UsageError(
      `${found.map(({ contract }) => contract.vendor).join(" and ")} have ${JSON.stringify(name)}; say which with --vendor.`,
    );
  return first;
}

function eventsCalled(contract: Contract, name: string): readonly Found[] {
  // Names that are written out first, then the templates that say most of the name.
  const called = contract.events
    .flatMap(({ names, ...event }) => names.filter((own) => own === name || anyOf([own])(name)).map((own) => ({ own, ...event })))
    .toSorted((a, b) => writtenOut(b.own) - writtenOut(a.own));
  return called.flatMap(({ declaration: of, discriminator }) =>
    contract.declarations
      .filter((one) => one.name === of)
      .map((declaration) => ({ contract, declaration, event: { name, discriminator } })),
  );
}

const declarationsCalled = (contract: Contract, name: string): readonly Found[] =>
  contract.declarations.filter((one) => one.name === name).map((declaration) => ({ contract, declaration, event: null }));

function namesIn(contracts: readonly Contract[]): string {
  const names = contracts.flatMap(({ events, declarations }) => [
    ...events.flatMap((event) => event.names),
    ...declarations.map((one) => one.name),
  ]);
  return names.length > 30 ? `${names.slice(0, 30).join(", ")} and ${names.length - 30} more` : names.join(", ");
}

/**
 * A value to send: the first whole example that says it is this event, else the first whole one, else what the documents show of its parts.
 * The name that was asked for is put into it.
 */
export function exampleOf({ contract, declaration, event }: Found): Json {
  const at = event?.discriminator ?? null;
  const called = contract.examples.find(
    (example) => at !== null && isWhole(example, declaration) && pointedAt(example.value, at) === event?.name,
  );
  const value = called?.value ?? shownOf(contract, declaration, new Set()) ?? {};
  return at === null || event === null || eventTemplate(event.name) !== null ? value : setField(value, at, event.name);
}

const isWhole = (example: Example, { name }: Declaration): boolean => example.declaration === name && example.pointer === "";

/** A whole example, or an object of what the documents show of its fields; undefined when they show nothing. */
function shownOf(contract: Contract, declaration: Declaration, above: ReadonlySet<string>): Json | undefined {
  const { name, schema } = declaration;
  const whole = contract.examples.find((example) => isWhole(example, declaration));
  if (whole !== undefined || above.has(name)) return whole?.value;
  const required = member(schema, "required");
  const fields = entries(member(schema, "properties")).flatMap(([key, property]): readonly (readonly [string, Json])[] => {
    const part = contract.examples.find((example) => example.declaration === name && example.pointer === pointerBelow("", key));
    const referred = contract.declarations.find((one) => one.name === stringMember(property, "$ref"));
    const inner = referred === undefined ? undefined : shownOf(contract, referred, new Set([...above, name]));
    const mustBe = isArray(required) && required.includes(key) ? firstOf(referred?.schema ?? property) : undefined;
    const found = part?.value ?? member(property, "const") ?? inner ?? mustBe;
    return found === undefined ? [] : [[key, found]];
  });
  return fields.length > 0 ? fromEntries(fields) : undefined;
}

/** The first of a list of values. */
function firstOf(schema: Json): Json | undefined {
  const listed = member(schema, "enum");
  return isArray(listed) ? listed[0] : undefined;
}
