// Headings and tables of a Markdown page, with offsets. The only file that knows the Markdown parser.
import type { Nodes, PhrasingContent, Table } from "mdast";

/** A table cell. */
export interface Cell {
  /** Its text without marks. */
  readonly text: string;
  /** Where its first link leads, or null. */
  readonly link: string | null;
  /** Offset of its content in the document. */
  readonly offset: number;
  readonly length: number;
}

/** A block of the page, in order. */
export type Block =
  | { readonly kind: "heading"; readonly depth: number; readonly text: string; readonly offset: number }
  | { readonly kind: "table"; readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[]; readonly offset: number }
  | { readonly kind: "other"; readonly text: string; readonly offset: number };

/** Reads a page (CommonMark 0.31 with GitHub's tables). */
export async function markdownBlocks(text: string): Promise<readonly Block[]> {
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import("mdast-util-from-markdown"),
    import("micromark-extension-gfm-table"),
    import("mdast-util-gfm-table"),
  ]);
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return root.children.map((node): Block => {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === "heading") return { kind: "heading", depth: node.depth, text: plain(node.children), offset };
    if (node.type === "table") return { kind: "table", ...tableCells(node), offset };
    return { kind: "other", text: text.slice(offset, node.position?.end.offset), offset };
  });
}

function tableCells({ children }: Table): { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const rows = children.map((row) =>
    row.children.map((cell): Cell => {
      const first = cell.children[0]?.position ?? cell.position;
      const last = cell.children.at(-1)?.position ?? cell.position;
      const offset = first?.start.offset ?? 0;
      return {
        text: plain(cell.children).trim(),
        link: linkIn(cell.children),
        offset,
        length: Math.max(1, (last?.end.offset ?? offset + 1) - offset),
      };
    }),
  );
  return { header: (rows[0] ?? []).map(({ text }) => text), rows: rows.slice(1) };
}

const plain = (nodes: readonly PhrasingContent[]): string => nodes.map(plainNode).join("");

function plainNode(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type === "html") return /^<br\s*\/?>$/i.test(node.value) ? "\n" : node.value;
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(plainNode).join("") : "";
}

function linkIn(nodes: readonly Nodes[]): string | null {
  for (const node of nodes) {
    if (node.type === "link") return node.url;
    const inner = "children" in node ? linkIn(node.children) : null;
    if (inner !== null) return inner;
  }
  return null;
}
