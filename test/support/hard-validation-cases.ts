// Hard cases of JSON Schema validation as data: every verdict is argued from the section that its title names, and no other validator was asked.
import { arrays } from "./hard-validation/arrays.ts";
import { drafts } from "./hard-validation/drafts.ts";
import { dynamic } from "./hard-validation/dynamic.ts";
import { equality } from "./hard-validation/equality.ts";
import type { CaseDialect, CaseGroup, CaseValue } from "./hard-validation/group.ts";
import { identifiers } from "./hard-validation/identifiers.ts";
import { logic } from "./hard-validation/logic.ts";
import { names } from "./hard-validation/names.ts";
import { numbers } from "./hard-validation/numbers.ts";
import { objects } from "./hard-validation/objects.ts";
import { recursive } from "./hard-validation/recursive.ts";
import { references } from "./hard-validation/references.ts";
import { sizes } from "./hard-validation/sizes.ts";
import { strings } from "./hard-validation/strings.ts";
import { unevaluatedItems } from "./hard-validation/unevaluated-items.ts";
import { unevaluated } from "./hard-validation/unevaluated.ts";
import { refused } from "./hard-validation/unending.ts";

export interface HardValidationCase extends Pick<CaseGroup, "title" | "schema" | "documents"> {
  readonly dialect: CaseDialect;
  readonly values: readonly { readonly shown: string; readonly make: () => unknown; readonly valid: boolean }[];
}

const valuesOf = (values: readonly CaseValue[] = [], valid: boolean): HardValidationCase["values"] =>
  values.map((value) =>
    typeof value === "string"
      ? { shown: value, make: (): unknown => JSON.parse(value), valid }
      : { shown: value.about, make: value.make, valid },
  );

const groups = {
  numbers,
  strings,
  names,
  equality,
  arrays,
  objects,
  logic,
  unevaluated,
  unevaluatedItems,
  references,
  identifiers,
  dynamic,
  recursive,
  drafts,
  sizes,
};

export const HARD_VALIDATION_CASES: readonly (readonly [room: string, cases: readonly HardValidationCase[]])[] = Object.entries(groups).map(
  ([room, own]) => [
    room,
    own.flatMap(({ dialects, valid, invalid, ...group }) =>
      dialects.map((dialect) => ({ ...group, dialect, values: [...valuesOf(valid, true), ...valuesOf(invalid, false)] })),
    ),
  ],
);

export const REFUSED_SCHEMAS = refused.flatMap(({ dialects, ...schema }) => dialects.map((dialect) => ({ ...schema, dialect })));
