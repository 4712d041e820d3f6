// YAML text as a value with places. The only file that knows the package `yaml`.
import type { Json, Origin } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { type Located, originAt } from "../lib/origin.ts";
import { pointerBelow } from "../lib/pointer.ts";
import type { ValueRead } from "./value-text.ts";

/** Reads YAML 1.2 with its core schema, and merge keys. Anchors are expanded up to 100 times. */
export async function readYaml(source: Located): Promise<ValueRead> {
  const { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } = await import("yaml");
  const document = parseDocument(source.text, { merge: true, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      text: null,
      diagnostics: document.errors.map((error) =>
        diagnostic("yaml-syntax", originAt(source, error.pos[0], ""), { problem: error.message }, Math.max(1, error.pos[1] - error.pos[0])),
      ),
    };
  const places = new Map<string, readonly [number, number]>();
  const visit = (node: unknown, pointer: string, range: readonly [number, number]): void => {
    places.set(pointer, range);
    if (isAlias(node)) visit(node.resolve(document), pointer, range);
    else if (isMap(node))
      for (const pair of node.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue;
        const key = pair.key.range;
        visit(pair.value, pointerBelow(pointer, String(pair.key.value)), key ? [key[0], key[1] - key[0]] : range);
      }
    else if (isSeq(node))
      node.items.forEach((item, index) => {
        const at = isScalar(item) || isMap(item) || isSeq(item) ? item.range : undefined;
        visit(item, pointerBelow(pointer, index), at ? [at[0], 1] : range);
      });
  };
  visit(document.contents, "", [0, 1]);
  const value: Json = document.toJS({ maxAliasCount: 100 });
  return {
    text: {
      value,
      origin: (pointer): Origin | undefined => {
        const place = places.get(pointer);
        return place && originAt(source, place[0], pointer);
      },
      length: (pointer) => places.get(pointer)?.[1] ?? 1,
    },
    diagnostics: [],
  };
}
