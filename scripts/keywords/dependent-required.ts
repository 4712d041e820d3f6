// `dependentRequired` (Validation, section 6.5.4): members that must be there when another is.
import type { Json } from "../contract.ts";
import { entries, isArray, isObject, isString } from "../lib/json.ts";
import { texts } from "./accepts.ts";
import type { Keyword } from "./keyword.ts";

const namesOf = (value: Json): readonly string[] => (isArray(value) ? [...new Set(value.filter(isString))] : []);

export const dependentRequired: Keyword = {
  accepts: (value) =>
    isObject(value) && Object.values(value).every((names) => texts(names) === null) ? null : "an object of lists of strings",
  steps: (value) =>
    entries(value).flatMap(([other, names]) =>
      namesOf(names).map((name) => ({ kind: "required-with", name, other, says: `be present, because ${other} is` })),
    ),
  says: () => null,
};
