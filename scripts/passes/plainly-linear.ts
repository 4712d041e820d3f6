// Patterns that take linear time by their mere form, which most are: the judge of patterns is large, and needs to be loaded for others only.

/** A token of a regular expression with the flag `u`. */
const TOKEN =
  /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:u\{[^}]*\}|u[0-9a-fA-F]{4}|[pP]\{[^}]*\}|x[0-9a-fA-F]{2}|c[A-Za-z]|[\s\S])|\(\?:|[(|)^$]|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;

const QUANTIFIER = /^(?:[*+?]|\{\d)/;

/** How often what is optional, or repeated up to a limit, may be tried anew. */
const MOST_WAYS = 64;

interface Group {
  /** Whether it matches in several ways: it holds a choice, or a repetition of no fixed length. */
  varies: boolean;
  /** Whether it holds a repetition without end. */
  loops: boolean;
}

/**
 * Whether a pattern certainly takes linear time. Its repetitions without end are of single characters, it matches from the start of the text only
 * when it has one, and each but the last of them is followed by a character that ends it for good. The last may be of a group that matches in
 * one way. `false` says nothing.
 */
export function isPlainlyLinear(pattern: string): boolean {
  const tokens: readonly string[] = pattern.match(TOKEN) ?? [];
  const open: Group[] = [{ varies: false, loops: false }];
  let closed: Group | null = null;
  let ways = 1;
  let unsettled = 0;
  let loops = 0;
  for (const [index, token] of tokens.entries()) {
    const group = open.at(-1);
    if (group === undefined) return false;
    const next = tokens[index + 1] ?? "";
    if (token === "(" || token === "(?:") {
      // `(?=` and the like are read as a quantifier here.
      if (token === "(" && next.startsWith("?")) return false;
      open.push({ varies: false, loops: false });
    } else if (token === ")") {
      closed = group;
      open.pop();
      const outer = open.at(-1);
      if (outer === undefined) return false;
      outer.varies ||= group.varies;
      outer.loops ||= group.loops;
      if (!QUANTIFIER.test(next)) closed = null;
    } else if (token === "|") group.varies = true;
    else if (QUANTIFIER.test(token)) {
      const [least, most] = limitsOf(token);
      const repeated = closed;
      closed = null;
      if (repeated !== null && (repeated.loops || (repeated.varies && most > 1))) return false;
      if (most === Infinity) {
        loops += 1;
        const isLast = !tokens.slice(index + 1).some((later) => QUANTIFIER.test(later) && limitsOf(later)[1] === Infinity);
        if (!isLast && (repeated !== null || !ends(tokens[index - 1] ?? "", next, tokens[index + 2] ?? ""))) unsettled += 1;
        group.loops = true;
      } else ways *= most - least + 1;
      if (least !== most) group.varies = true;
    } else if (/^\\[1-9k]/.test(token)) return false;
  }
  if (open.length !== 1 || ways > MOST_WAYS || unsettled > 0) return false;
  return loops === 0 || (tokens[0] === "^" && !hasOuterChoice(tokens));
}

/** The least and the greatest number of repetitions. */
function limitsOf(quantifier: string): readonly [number, number] {
  const first = quantifier.charAt(0);
  if (first === "?") return [0, 1];
  if (first === "*" || first === "+") return [first === "*" ? 0 : 1, Infinity];
  const [least = "0", most = least] = quantifier.replace(/[{}?]/g, "").split(",");
  return [Number(least), most === "" ? Infinity : Number(most)];
}

/** Whether a plain character, which must follow, is none of those that are repeated before it. */
function ends(repeated: string, follower: string, after: string): boolean {
  const plain = follower.length === 2 ? follower.replace(/^\\(?=[^\w\s])/, "") : follower;
  if ([...plain].length !== 1 || /^[()|^$.[\]{}*+?\\]$/.test(follower) || QUANTIFIER.test(after)) return false;
  try {
    return !new RegExp(`^(?:${repeated})$`, "u").test(plain);
  } catch {
    return false;
  }
}

function hasOuterChoice(tokens: readonly string[]): boolean {
  let depth = 0;
  for (const token of tokens) {
    if (token === "(" || token === "(?:") depth += 1;
    else if (token === ")") depth -= 1;
    else if (token === "|" && depth === 0) return true;
  }
  return false;
}
