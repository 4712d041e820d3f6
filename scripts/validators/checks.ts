// A routine's explaining check: what its function is handed, and its statements.
import { code, stringLiteral, type Code } from "../lib/code.ts";
import { not } from "../lib/expression.ts";
import { type Setting, typesTest } from "./conditions.ts";
import { bodyLines, explain, leafChains, typeWords } from "./explain.ts";
import { bodyText } from "./lines.ts";
import type { Routine, Routines } from "./routines.ts";
import { sizes } from "./size.ts";
import { assertedTypes, isLeaf } from "./steps.ts";
import { issueCall, type Subject } from "./telling.ts";

/** The statements of a check, each kind as one text: thousands of lines take much more memory than the text of them. */
export interface Check {
  /** What ends it at once. */
  readonly guard: Code | null;
  /** What adds to `found`. */
  readonly statements: Code | null;
  /** Where the schema stands, when that is a constant of the check. */
  readonly here: Code | null;
  /** Whether the check makes the place of its value, `at`, to hand it on. */
  readonly usesPlace: boolean;
}

/**
 * Whether a routine's check knows its place: nobody calls it for a part of a value, so every issue's place is a text in the code. Others are handed
 * their place, and work an issue's out when there is one. In a package (`typed`) all are handed it: one more reference to a type changes nothing of its
 * check.
 */
export function placed(routines: Routines, typed: boolean): (routine: Routine) => boolean {
  if (typed) return () => false;
  const isSmall = sizes(routines);
  return (routine) => routine.declared && !routines.isCalled(routine.name) && isSmall(routine);
}

/** The check of a routine. */
export function checkOf(routine: Routine, isPlaced: boolean, setting: Setting): Check {
  const { schema, steps, place } = routine;
  // What has parts makes its place once and hands it on; the place of a value without parts is made for an issue alone.
  const makesPlace = !isLeaf(steps);
  let usesPlace = false;
  const link = (): Code => {
    if (makesPlace) usesPlace = true;
    return makesPlace ? code`at` : code`${setting.use("below")}(up, key)`;
  };
  const subject: Subject = { variable: code`value`, position: { link: isPlaced ? null : link, keys: [] }, place, loops: 0 };
  const here = isPlaced ? null : place.location;
  const telling = { ...setting, written: isPlaced, here, explain, explainLeaf: leafChains };
  const types = assertedTypes(steps);
  const statements = bodyText(bodyLines(schema, steps, subject, telling));
  // Where the type is wrong nothing else is worth saying, and what follows may rely on it.
  const list = isPlaced ? code`undefined` : code`found`;
  const guard =
    types === null
      ? null
      : code`if (${not(typesTest(types, subject.variable, setting)).code}) return ${issueCall(list, subject, "type", typeWords(steps), telling)};`;
  if (usesPlace) setting.use("below");
  return {
    guard: guard === null ? null : bodyText([guard]),
    statements,
    here: here === null ? null : stringLiteral(here),
    usesPlace,
  };
}
