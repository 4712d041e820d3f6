// Finds where an event's body says its name, and which names the documents show.
import type { Contract, EventType } from "../contract.ts";
import { entries, isArray, isString, member, stringMember } from "../lib/json.ts";
import { pointerBelow } from "../lib/pointer.ts";

/** The field that a reader would take for the name: called so, and a text. */
const NAMES = /^(event|event_?(type|name))$/i;

export function eventNames(contract: Contract): Contract {
  const events = contract.events.map((event): EventType => {
    if (event.discriminator !== null) return event;
    const declaration = contract.declarations.find(({ name }) => name === event.declaration);
    const field = entries(member(declaration?.schema, "properties")).find(
      ([name, schema]) => NAMES.test(name) && stringMember(schema, "type") === "string",
    );
    if (field === undefined) return event;
    const [name, schema] = field;
    const constant = stringMember(schema, "const");
    const listed = member(schema, "enum") ?? member(schema, "examples");
    const names = constant !== undefined ? [constant] : isArray(listed) ? listed.filter(isString) : [];
    return { ...event, discriminator: pointerBelow("", name), names: [...new Set([...event.names, ...names])] };
  });
  return { ...contract, events };
}
