// What a type says, with all that it refers to, in one hash: what is found out about the type holds as long as the hash is the same.
import type { Declaration } from "./contract.ts";
import { sha256 } from "./files.ts";
import { stringMember } from "./lib/json.ts";
import { visitSchema } from "./lib/schema-walk.ts";
import { stronglyConnected } from "./lib/strongly-connected.ts";

/** By name. Types that refer to each other share what they say, and their names tell them apart. */
export function closureHashes(declarations: readonly Declaration[]): ReadonlyMap<string, string> {
  const facts = new Map(declarations.map((declaration) => [declaration.name, factsOf(declaration)]));
  const edges = new Map([...facts].map(([name, { references }]) => [name, references]));
  const hashes = new Map<string, string>();
  for (const members of stronglyConnected(edges)) {
    const own = members.map((name) => facts.get(name)?.hash ?? "").toSorted();
    const inside = new Set(members);
    const beyond = new Set(members.flatMap((name) => edges.get(name) ?? []).filter((name) => !inside.has(name)));
    const others = [...beyond].map((name) => hashes.get(name) ?? name).toSorted();
    const shared = sha256([...own, "", ...others].join("\n"));
    for (const name of members) hashes.set(name, members.length === 1 ? shared : sha256(`${shared} ${name}`));
  }
  return hashes;
}

interface Facts {
  /** Of what the declaration says itself. */
  readonly hash: string;
  readonly references: readonly string[];
}

function factsOf(declaration: Declaration): Facts {
  const known = worked.get(declaration);
  if (known !== undefined) return known;
  const { name, schema } = declaration;
  const references = new Set<string>();
  visitSchema(schema, (inner) => {
    const reference = stringMember(inner, "$ref");
    if (reference !== undefined) references.add(reference);
  });
  const facts = { hash: sha256(JSON.stringify([name, schema])), references: [...references] };
  worked.set(declaration, facts);
  return facts;
}

/** Most declarations are the same objects from one pass to the next. */
const worked = new WeakMap<Declaration, Facts>();
