// Turns each vendor's reference into the name of the declaration that it means.
import type { Contract, Declaration, Diagnostic, EventType, Example, JsonObject, Origin, Schema } from "../contract.ts";
import { diagnostic, type Slug } from "../diagnostics.ts";
import { entries, fromEntries, isObject, isSchema, member, stringMember } from "../lib/json.ts";
import { lazyRecord } from "../lib/lazy-record.ts";
import { besideDocument, partOrigin } from "../lib/parts.ts";
import { pointedAt, pointerToken } from "../lib/pointer.ts";
import { mapSchema, type Place, pointerOf } from "../lib/schema-walk.ts";
import { NO_WEB, type Web, withIdentifiers } from "../lib/web.ts";
import { fingerprint, pascalCase } from "../lib/words.ts";
import { referenceOutside } from "./reference-outside.ts";
import { isPageLink } from "./resolve-page.ts";
import { type Resolved, resolver } from "./resolve-reference.ts";

/** The contracts of one vendor's documents, linked to each other. What only answers references stays only where it is asked for. */
export function linkReferences(vendor: string, contracts: readonly Contract[], web: Web = NO_WEB): readonly Contract[] {
  const all = contracts.flatMap(({ declarations }) => declarations);
  const resolve = resolver(all, withIdentifiers(web, all));
  const names = new Set(all.map(({ name }) => name));
  const asked = new Set<string>();
  const parts = new Map<string, Declaration>();

  /** The name of what a reference means; a part of a declaration gets one of its own. */
  const nameOf = (found: Linked): string => {
    const { declaration } = found;
    if (found.kind !== "part") return declaration.name;
    const key = `${declaration.name}#${found.pointer}`;
    const known = parts.get(key);
    if (known !== undefined) return known.name;
    const name = names.has(found.name) ? `${found.name}_${fingerprint(found.pointer)}` : found.name;
    names.add(name);
    parts.set(key, partDeclaration(declaration, found.pointer, name));
    return name;
  };
  /** The mapping of a discriminator: from values to names of schemas, or references to them (OpenAPI 3.1, "Discriminator Object"). */
  const linkMapping = (schema: JsonObject, place: Place, declaration: Declaration, diagnostics: Diagnostic[]): Schema => {
    const discriminator = member(schema, "discriminator");
    const mapping = member(discriminator, "mapping");
    if (!isObject(discriminator) || !isObject(mapping)) return schema;
    const linked = entries(mapping).flatMap(([value, target]) => {
      const meant = typeof target === "string" ? meantBy(target, declaration, resolve) : null;
      if (meant !== null) return [[value, nameOf(meant)] as const];
      const origin = partOrigin(declaration, pointerOf(place, "discriminator"));
      diagnostics.push(diagnostic("mapping-dangling", origin, { value, target: JSON.stringify(target) }, "discriminator".length));
      return [];
    });
    return { ...schema, discriminator: { ...discriminator, mapping: fromEntries(linked) } };
  };
  const link = (declaration: Declaration, diagnostics: Diagnostic[]): Declaration => {
    const rewrite = (schema: JsonObject, place: Place): Schema => {
      const reference = stringMember(schema, "$ref");
      if (reference === undefined) return linkMapping(schema, place, declaration, diagnostics);
      const found = resolve(reference, declaration.origins[0]?.file ?? "");
      const told = (): readonly [origin: Origin, length: number] => [
        partOrigin(declaration, pointerOf(place, "$ref")),
        declaration.statedBy === "schema" ? '"$ref"'.length : 1,
      ];
      const tell = (slug: Slug, facts: (origin: Origin) => Diagnostic["facts"]): void => {
        const [origin, length] = told();
        diagnostics.push(diagnostic(slug, origin, facts(origin), length));
      };
      if (found.kind === "nothing" && isPageLink(reference) && declaration.statedBy === "text") {
        tell("linked-page-missing", () => ({ reference }));
        return fromEntries(entries(schema).filter(([keyword]) => keyword !== "$ref"));
      }
      if (found.kind === "outside" || found.kind === "nothing") {
        // One mistake of a large document must not stop all of it.
        if (found.kind === "nothing" && declaration.openapi !== undefined && !declaration.supplied) {
          tell("reference-dangling", () => ({ reference, reading: "any value" }));
          const { $ref: _, ...beside } = schema;
          return beside;
        }
        if (found.kind === "outside") diagnostics.push(referenceOutside(reference, found.url, ...told()));
        else tell("reference-unresolved", ({ file }) => ({ reference, supplement: besideDocument(file, "supplement.openapi.yaml") }));
        return schema;
      }
      if (found.kind === "held") tell("reference-to-no-schema", () => ({ reference }));
      const name = nameOf(found);
      if (!asked.has(name)) {
        asked.add(name);
        const supplied = found.declaration.supplied && !declaration.supplied;
        const slug = isPageLink(reference) ? "linked-page-supplied" : "reference-supplied";
        const supplement = partOrigin(found.declaration, found.kind === "part" ? found.pointer : "");
        if (supplied) tell(slug, () => ({ reference, supplement }));
      }
      return name === reference ? schema : { ...schema, $ref: name };
    };
    const schema = mapSchema(declaration.schema, rewrite);
    return schema === declaration.schema ? declaration : { ...declaration, schema };
  };
  const linkAll = (declarations: readonly Declaration[], diagnostics: Diagnostic[]): readonly Declaration[] =>
    declarations.map((declaration) => link(declaration, diagnostics));

  /** The name that an address means; null when it means nothing. Names stay. */
  const named = (declaration: string): string | null => {
    if (!declaration.includes("#")) return declaration;
    const hash = declaration.indexOf("#");
    const found = resolve(declaration.slice(hash), declaration.slice(0, hash));
    if (found.kind === "outside" || found.kind === "nothing") return null;
    const name = nameOf(found);
    asked.add(name);
    return name;
  };
  const linkExample = (example: Example): readonly Example[] => {
    const declaration = named(example.declaration);
    return declaration === null ? [] : [{ ...example, declaration }];
  };
  const linkEvent = (event: EventType, diagnostics: Diagnostic[]): EventType => {
    const declaration = named(event.declaration);
    if (declaration !== null) return { ...event, declaration };
    diagnostics.push(
      diagnostic("reference-dangling", event.origin, { reference: event.declaration.replace(/^[^#]*/, ""), reading: "any value" }),
    );
    const name = `${pascalCase(event.names.join(" "))}Webhook`;
    if (!names.has(name)) parts.set(name, anything(name, event.origin));
    names.add(name);
    return { ...event, declaration: name };
  };

  const isSupplement = ({ declarations }: Contract): boolean => declarations.some(({ supplied }) => supplied);
  // Documents first, so that a reference is asked for where a vendor states it and not where the supplement does.
  const ordered = [...contracts.filter((contract) => !isSupplement(contract)), ...contracts.filter(isSupplement)];
  const linked = new Map(
    ordered.map((contract) => {
      const diagnostics: Diagnostic[] = [];
      const declarations = linkAll(contract.declarations, diagnostics);
      const events = contract.events.map((event) => linkEvent(event, diagnostics));
      const examples = contract.examples.flatMap(linkExample);
      return [contract, { ...contract, declarations, events, examples, diagnostics: [...contract.diagnostics, ...diagnostics] }] as const;
    }),
  );
  const diagnostics: Diagnostic[] = [];
  const added: Declaration[] = [];
  // Parts may refer to further parts.
  for (let open = [...parts.values()]; open.length > 0; open = [...parts.values()].slice(added.length))
    added.push(...linkAll(open, diagnostics));
  return [
    ...contracts.map((contract) => dropUnasked(linked.get(contract) ?? contract, asked)),
    { vendor, declarations: added, events: [], examples: [], diagnostics },
  ];
}

/** What a mapping means: a component's name first, then a reference. */
function meantBy(target: string, { origins: [origin] }: Declaration, resolve: ReturnType<typeof resolver>): Linked | null {
  const file = origin?.file ?? "";
  for (const reference of [`#/components/schemas/${pointerToken(target)}`, target]) {
    const found = resolve(reference, file);
    if (found.kind !== "nothing" && found.kind !== "outside") return found;
  }
  return null;
}

/** What a reference means when it means something. */
type Linked = Extract<Resolved, { readonly declaration: Declaration }>;

const partDeclaration = (declaration: Declaration, pointer: string, name: string): Declaration => {
  const schema = pointedAt(declaration.schema, pointer);
  const { parts } = declaration;
  const inner = (at: string): boolean => at === pointer || at.startsWith(`${pointer}/`);
  return {
    ...declaration,
    name,
    addresses: [],
    schema: isSchema(schema) ? schema : true,
    origins: [partOrigin(declaration, pointer)],
    parts: lazyRecord(
      (at) => (inner(pointer + at) ? parts[pointer + at] : undefined),
      () => Object.entries(parts).flatMap(([at, origins]) => (inner(at) ? [[at.slice(pointer.length), origins] as const] : [])),
    ),
  };
};

/** A declaration of which nothing is known. */
const anything = (name: string, origin: Origin): Declaration => ({
  name,
  addresses: [],
  schema: true,
  origins: [origin],
  parts: {},
  supplied: false,
  statedBy: "schema",
});

function dropUnasked(contract: Contract, asked: ReadonlySet<string>): Contract {
  const unasked = new Set(contract.declarations.filter(({ name, supplied }) => supplied && !asked.has(name)));
  if (unasked.size === 0) return contract;
  return {
    ...contract,
    declarations: contract.declarations.filter((declaration) => !unasked.has(declaration)),
    diagnostics: [
      ...contract.diagnostics,
      ...[...unasked].map((declaration) => diagnostic("supplement-unused", partOrigin(declaration, ""), { name: declaration.name })),
    ],
  };
}
