// The functions of validators as JavaScript.
import { code, identifier, join, type Code } from "../lib/code.ts";
import { type Functions, type Printed } from "./functions.ts";
import { bodyText } from "./lines.ts";
import type { Routine } from "./routines.ts";

const LINE = code`\n`;

/** The statements of a module, without the helpers that they call. `exported` are the routines whose `isFoo` and `validateFoo` are exported. */
export function moduleText({ functions, constants, others }: Printed, exported: (routine: Routine) => boolean, keyword: Code): Code {
  return join(
    [
      ...constants.map(({ name, value }) => code`const ${name} = ${value};`),
      ...functions.map((one) => functionTexts(one, exported(one.routine) ? keyword : null)),
      ...others,
    ],
    code`\n\n`,
  );
}

function functionTexts(functions: Functions, exported: Code | null): Code {
  const { routine, test, check, isPlaced } = functions;
  const name = identifier(routine.name);
  const limit = code`if (depth >= MOST_LEVELS)`;
  const texts: Code[] = [];
  if (test !== null && !routine.recursive)
    texts.push(functionOf(code`${exported ?? code``}function is${name}(value)`, [fieldOf(test), test.statements]));
  if (test !== null && routine.recursive) {
    texts.push(functionText(code`${exported ?? code``}function is${name}(value)`, [code`return is${name}At(value, 0);`]));
    texts.push(
      functionOf(code`function is${name}At(value, depth)`, [bodyText([code`${limit} return false;`]), fieldOf(test), test.statements]),
    );
  }
  if (check !== null) {
    const { guard, statements, here, usesPlace } = check;
    const deep = routine.recursive ? [code`${limit} return tooDeep(found, below(up, key), here);`] : [];
    const place = usesPlace ? [code`const at = below(up, key);`] : [];
    const body =
      here === null
        ? [guard, bodyText([code`let found;`]), fieldOf(check), statements]
        : [bodyText([code`const here = ${here};`, ...deep, ...place]), guard, fieldOf(check), statements];
    const parameters = isPlaced ? code`value` : code`value, found, up, key${routine.recursive ? code`, depth = 0` : code``}`;
    texts.push(functionOf(code`function check${name}(${parameters})`, [...body, bodyText([code`return found;`])]));
  }
  if (exported !== null)
    texts.push(functionText(code`${exported}function validate${name}(value)`, [code`return resultOf(value, check${name}(value));`]));
  return join(texts, code`\n\n`);
}

const fieldOf = ({ usesField }: { readonly usesField: boolean }): Code | null => (usesField ? bodyText([code`let field;`]) : null);

export const functionText = (head: Code, lines: readonly Code[]): Code => functionOf(head, [bodyText(lines)]);

/** A function from the texts of its statements. */
const functionOf = (head: Code, texts: readonly (Code | null)[]): Code =>
  code`${head} {\n${join(
    texts.filter((text) => text !== null),
    LINE,
  )}\n}`;
