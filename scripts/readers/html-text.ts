// HTML as the Markdown that says the same, with the way back to each character. The only file that knows the HTML parser.
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { type Located, originAt } from "../lib/origin.ts";
import { cameFrom, type PageText, type Piece } from "./page-text.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What holds no text of the page itself. */
const FURNITURE: ReadonlySet<string> = new Set(
  "head script style template noscript svg nav footer aside button select form iframe object dialog".split(" "),
);
const HEADING = /^h([1-6])$/;
/** Elements that stand on lines of their own, and those with blank lines around them. */
const LINES = /^(?:div|section|article|main|header|figure|figcaption|details|summary|tr|td|th|dt|dd|li|address|hr)$/;
const PARAGRAPHS = /^(?:p|blockquote|ul|ol|dl|table|pre|h[1-6])$/;

/** How text is written: as it is, or with marks and their escapes, on one line. */
type Manner = "plain" | "marked" | "cell";

/** The text that is made, in parts: joining them as they come would copy a long text again and again. */
interface Made {
  readonly parts: string[];
  length: number;
  readonly pieces: Piece[];
  /** How many line ends stand at its end. */
  lineEnds: number;
  /** The mark that it ends with, or "". */
  lastMark: string;
  /** Where white space stands that is written when something follows in its line; -1 for none. */
  blank: number;
}

export function htmlText(source: Located): PageText {
  const made: Made = { parts: [], length: 0, pieces: [], lineEnds: 0, lastMark: "", blank: -1 };
  const { text } = source;
  const document = parse(text, { sourceCodeLocationInfo: true });
  document.childNodes.forEach((node) => block(node, made, text, 0));
  return { text: made.parts.join(""), origin: (offset, pointer) => originAt(source, cameFrom(made.pieces, offset), pointer) };
}

const isElement = (node: Node): node is Element => "tagName" in node;

function add(made: Made, text: string, offset: number): void {
  if (text === "") return;
  if (made.blank !== -1 && made.lineEnds === 0 && made.length > 0 && !/^\s/.test(text)) put(made, " ", made.blank);
  made.blank = -1;
  put(made, text, offset);
  made.lastMark = "";
}

function put(made: Made, text: string, offset: number): void {
  made.pieces.push({ at: made.length, offset });
  made.parts.push(text);
  made.length += text.length;
  const ends = /\n*$/.exec(text)?.[0].length ?? 0;
  made.lineEnds = ends === text.length ? made.lineEnds + ends : ends;
}

/** Text that the document does not hold; it stands where the node begins that it is written for, or where the text before it ends. */
function mark(made: Made, text: string, node?: Node): void {
  if (text === "") return;
  const last = made.pieces.at(-1);
  const offset = node?.sourceCodeLocation?.startOffset ?? (last === undefined ? 0 : last.offset + made.length - last.at);
  add(made, text, offset);
  made.lastMark = text;
}

function newLines(made: Made, count: number): void {
  if (count > 0) made.blank = -1;
  if (made.length > 0 && made.lineEnds < count) {
    mark(made, "\n".repeat(count - made.lineEnds));
    made.lastMark = "";
  }
}

/** Writes a node that stands among blocks. `depth` counts the lists around it. */
function block(node: Node, made: Made, source: string, depth: number): void {
  if (!isElement(node)) return inline(node, made, source, "plain");
  const name = node.tagName;
  if (FURNITURE.has(name)) return;
  const heading = HEADING.exec(name);
  const lines = PARAGRAPHS.test(name) && depth === 0 ? 2 : PARAGRAPHS.test(name) || LINES.test(name) ? 1 : 0;
  newLines(made, lines);
  if (heading !== null) {
    mark(made, `${"#".repeat(Number(heading[1]))} `, node);
    node.childNodes.forEach((child) => inline(child, made, source, "cell"));
  } else if (name === "pre") preformatted(node, made, source);
  else if (name === "table") table(node, made, source);
  else if (name === "li" || name === "dt" || name === "dd") item(node, made, source, name === "dd" ? depth + 1 : Math.max(depth, 1));
  else if (name === "ul" || name === "ol" || name === "dl") node.childNodes.forEach((child) => block(child, made, source, depth + 1));
  else if (name === "br") newLines(made, 1);
  else node.childNodes.forEach((child) => block(child, made, source, depth));
  newLines(made, lines);
}

/** An item on a line of its own; blocks in it go on below, further in. */
function item(node: Element, made: Made, source: string, depth: number): void {
  const indent = "  ".repeat(depth - 1);
  mark(made, `${indent}- `, node);
  for (const child of node.childNodes) {
    if (isElement(child) && /^(?:ul|ol|dl|table|pre)$/.test(child.tagName)) block(child, made, source, depth);
    else if (isElement(child) && (PARAGRAPHS.test(child.tagName) || LINES.test(child.tagName))) {
      if (!made.lastMark.endsWith("- ")) {
        newLines(made, 1);
        mark(made, `${indent}  `);
      }
      child.childNodes.forEach((inner) => inline(inner, made, source, "marked"));
    } else inline(child, made, source, "marked");
  }
}

function preformatted(node: Element, made: Made, source: string): void {
  const code = node.childNodes.find((child) => isElement(child) && child.tagName === "code");
  const classes = [node, ...(code !== undefined && isElement(code) ? [code] : [])].flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === "class"),
  );
  const language = /\b(?:language|lang|highlight-source)-([\w+]+)/.exec(classes.map(({ value }) => value).join(" "))?.[1] ?? "";
  mark(made, `\`\`\`${language}\n`);
  const write = (child: Node): void => {
    if (isElement(child)) {
      if (child.tagName === "br") mark(made, "\n");
      child.childNodes.forEach(write);
    } else if ("value" in child) decoded(child, source).forEach(([text, offset]) => add(made, text, offset));
  };
  node.childNodes.forEach(write);
  newLines(made, 1);
  mark(made, "```\n");
}

/** The rows of a table as those of a table in Markdown; the first one is its header. */
function table(node: Element, made: Made, source: string): void {
  rowsIn(node).forEach((row, index) => {
    const cells = row.childNodes.filter(isElement).filter(({ tagName }) => tagName === "td" || tagName === "th");
    newLines(made, 1);
    for (const cell of cells) {
      mark(made, "| ", cell);
      inlineBlocks(cell, made, source);
      mark(made, " ");
    }
    mark(made, `|\n${index === 0 ? `${"|---".repeat(cells.length)}|\n` : ""}`);
  });
}

const rowsIn = (node: Element): readonly Element[] =>
  node.childNodes.filter(isElement).flatMap((child) => (child.tagName === "tr" ? [child] : child.tagName === "table" ? [] : rowsIn(child)));

/** What is in a cell, on one line: blocks are parted by breaks. */
function inlineBlocks(node: Element, made: Made, source: string): void {
  for (const child of node.childNodes) {
    if (isElement(child) && (PARAGRAPHS.test(child.tagName) || LINES.test(child.tagName))) {
      if (!/^(?:\| |<br>)$/.test(made.lastMark)) mark(made, "<br>");
      inlineBlocks(child, made, source);
      mark(made, "<br>");
    } else inline(child, made, source, "cell");
  }
}

function inline(node: Node, made: Made, source: string, manner: Manner): void {
  if (!isElement(node)) {
    if ("value" in node) decoded(node, source).forEach(([text, offset]) => written(made, text, offset, manner));
    return;
  }
  const name = node.tagName;
  if (FURNITURE.has(name)) return;
  if (name === "br") return manner === "cell" ? mark(made, "<br>") : newLines(made, 1);
  const marks = manner === "marked" && /^(?:code|strong|b)$/.test(name) ? "**" : "";
  mark(made, marks);
  if (manner === "plain" && (PARAGRAPHS.test(name) || LINES.test(name))) block(node, made, source, 0);
  else node.childNodes.forEach((child) => inline(child, made, source, manner));
  mark(made, marks);
}

/** Adds a text with its white space as one blank, and escapes where marks are read. */
function written(made: Made, text: string, offset: number, manner: Manner): void {
  for (const part of text.matchAll(/\s+|[\\`*_|<[~]|[^\s\\`*_|<[~]+/g)) {
    const [token] = part;
    const at = offset + part.index;
    if (/^\s/.test(token)) {
      if (made.blank === -1) made.blank = at;
    } else if (manner !== "plain" && /^[\\`*_|<[~]$/.test(token)) {
      mark(made, "\\");
      add(made, token, at);
    } else add(made, token, at);
  }
}

/** The text of a node in parts, each with its offset: where a character reference stands, the text and the document part. */
function decoded(node: Extract<Node, { value: string }>, source: string): readonly (readonly [text: string, offset: number])[] {
  const start = node.sourceCodeLocation?.startOffset ?? 0;
  const raw = source.slice(start, node.sourceCodeLocation?.endOffset ?? start);
  if (raw === node.value) return [[raw, start]];
  const parts: (readonly [string, number])[] = [];
  let at = 0;
  let from = 0;
  const literal = (to: number): void => {
    const text = raw.slice(from, to).replace(/\r\n?/g, "\n");
    if (text !== "") parts.push([node.value.slice(at, at + text.length), start + from]);
    at += text.length;
  };
  for (const reference of raw.matchAll(/&(?:#x[\da-f]+|#\d+|[a-z][\da-z]*);?/gi)) {
    literal(reference.index);
    // As many characters as there are up to the text behind it.
    const behind = raw.slice(reference.index + reference[0].length, reference.index + reference[0].length + 8).split(/[&\r]/)[0] ?? "";
    const found = behind === "" ? at + 1 : node.value.indexOf(behind, at + 1);
    const end = found === -1 ? at + 1 : found;
    parts.push([node.value.slice(at, end), start + reference.index]);
    at = end;
    from = reference.index + reference[0].length;
  }
  literal(raw.length);
  if (at < node.value.length) parts.push([node.value.slice(at), start + raw.length - 1]);
  return parts;
}
