// The words of a type as a programming language writes it, in a cell of a model page: `List[[shared.Item](../item.md)]`.

/** A name, a literal or a sign; `link` is where the link around it leads. */
export interface Token {
  readonly kind: "name" | "literal" | "sign";
  readonly text: string;
  readonly link: string | null;
}

const NAME = /(?:::|\\)?[\p{L}_$][\p{L}\p{N}_$]*(?:(?:\.|::|\\)[\p{L}_$][\p{L}\p{N}_$]*)*/uy;
const LITERAL = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?(?![\w.])/y;
/** Emphasis (which a pointer's star looks like), code marks, blanks, and the backslash before a sign. */
const MARKS = /[\s*`~]+|\\(?=[^\p{L}_])/uy;

/** The tokens of a type, or null when it holds something else. */
export function typeTokens(text: string, link: string | null = null): readonly Token[] | null {
  const tokens: Token[] = [];
  const at = (pattern: RegExp, offset: number): string => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0] ?? "";
  };
  for (let offset = 0; offset < text.length;) {
    const marks = at(MARKS, offset);
    const label = text.charAt(offset) === "[" ? linkAt(text, offset) : null;
    const literal = at(LITERAL, offset);
    const name = at(NAME, offset);
    if (marks !== "") offset += marks.length;
    else if (label !== null) {
      const inner = typeTokens(label.text, label.link);
      if (inner === null) return null;
      tokens.push(...inner);
      offset = label.end;
    } else if (literal !== "" || name !== "") {
      tokens.push(literal !== "" ? { kind: "literal", text: literal, link } : { kind: "name", text: name, link });
      offset += Math.max(literal.length, name.length);
    } else if (/[<>[\](){},|?:&]/.test(text.charAt(offset))) {
      tokens.push({ kind: "sign", text: text.charAt(offset), link });
      offset += 1;
    } else return null;
  }
  return tokens;
}

interface Link {
  readonly text: string;
  readonly link: string;
  readonly end: number;
}

/** The link that begins at a bracket; null when the bracket belongs to the type. */
function linkAt(text: string, start: number): Link | null {
  const close = closing(text, start, "[", "]");
  if (close === -1 || close === start + 1 || text.charAt(close + 1) !== "(") return null;
  const end = closing(text, close + 1, "(", ")");
  return end === -1 ? null : { text: text.slice(start + 1, close), link: text.slice(close + 2, end).trim(), end: end + 1 };
}

function closing(text: string, start: number, open: string, close: string): number {
  let depth = 0;
  for (let offset = start; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === open) depth += 1;
    else if (character === close) depth -= 1;
    if (depth === 0) return offset;
  }
  return -1;
}
