// `required` (Validation, section 6.5.3): names of members that an object must have.
import type { Json } from "../contract.ts";
import { isArray, isString } from "../lib/json.ts";
import { texts } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

const namesOf = (value: Json): readonly string[] => (isArray(value) ? [...new Set(value.filter(isString))] : []);

export const required: Keyword = {
  accepts: texts,
  steps: (value) => namesOf(value).map((name) => ({ kind: "required", name, says: "be present" })),
  says: () => null,
  edges: (value) => ({
    good: [Object.fromEntries(namesOf(value).map((name) => [name, 0])), "not an object"],
    bad: namesOf(value).map((left) => Object.fromEntries(namesOf(value).flatMap((name) => (name === left ? [] : [[name, 0]])))),
  }),
};
