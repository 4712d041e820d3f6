// The dialects of JSON Schema that can be read, and the URIs that name them.

/** A published draft of JSON Schema. */
export type Dialect = "draft-04" | "draft-06" | "draft-07" | "2019-09" | "2020-12";

/** All dialects, the oldest first. */
export const DIALECTS: readonly Dialect[] = ["draft-04", "draft-06", "draft-07", "2019-09", "2020-12"];

const BY_URI: ReadonlyMap<string, Dialect> = new Map([
  ["json-schema.org/draft-04/schema", "draft-04"],
  ["json-schema.org/draft-06/schema", "draft-06"],
  ["json-schema.org/draft-07/schema", "draft-07"],
  ["json-schema.org/draft/2019-09/schema", "2019-09"],
  ["json-schema.org/draft/2020-12/schema", "2020-12"],
]);

/** The dialect that a `$schema` names, or undefined. An empty fragment and the choice of http or https do not matter. */
export const dialectNamed = (uri: string): Dialect | undefined => BY_URI.get(uri.replace(/^https?:\/\//, "").replace(/#$/, ""));

/** The dialect that a person calls so: `draft-07`, `draft7`, `2020-12`, `draft2020-12`, or its `$schema`; undefined when it is none. */
export function dialectCalled(name: string): Dialect | undefined {
  const [, draft, published] = /^(?:draft-?)?(?:0?([467])|(2019-09|2020-12))$/.exec(name) ?? [];
  return DIALECTS.find((dialect) => dialect === published || dialect === `draft-0${draft}`) ?? dialectNamed(name);
}
