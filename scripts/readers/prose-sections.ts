// The tables and examples of a page, each with the headings and sentences that it stands under.
import type { Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { besideDocument } from "../lib/parts.ts";
import { pointerBelow } from "../lib/pointer.ts";
import { type PageExample, pageExamples } from "./page-examples.ts";
import type { PageText } from "./page-text.ts";
import type { Block } from "./prose-blocks.ts";
import type { ProseTable } from "./prose-tables.ts";

/** What headings say that name no object of their own: "Event Object", "Example payload". */
const GENERIC =
  /^(?:(?:example|sample)\b.*|.*\b(?:examples?|samples?)|(?:the |event |webhook |payload |request |response |data |message )*(?:event|object|payload|attribute|field|propert(?:y|ie)|parameter|element|bod(?:y|ie)|schema|data|structure|webhook|details|definition|format|content|model|request|response)s?)$/i;

/** A table with the heading of the object that it describes, when that has a name of its own. */
export interface SectionTable extends ProseTable {
  /** The closest heading that is no general one, and the headings around it. */
  readonly subject: string;
  readonly isTitled: boolean;
}

/** An example with where it stands among the headings. */
export interface SectionExample extends PageExample {
  readonly subject: string;
}

interface Sections {
  readonly tables: readonly SectionTable[];
  readonly examples: readonly SectionExample[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Goes through the blocks and gives tables and examples the headings and sentences that they stand under. */
export function sectionsOf(blocks: readonly Block[], page: PageText): Sections {
  const tables: SectionTable[] = [];
  const examples: SectionExample[] = [];
  const diagnostics: Diagnostic[] = [];
  let headings: readonly { readonly text: string; readonly depth: number }[] = [];
  let intro = "";
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const heading = headings.at(-1)?.text ?? "";
    const subject = headings.findLast(({ text }) => !GENERIC.test(text))?.text ?? "";
    if (block.kind === "heading") {
      headings = [...headings.filter(({ depth }) => depth < block.depth), { text: block.text, depth: block.depth }];
      intro = "";
    } else if (block.kind === "text") intro = /:\s*$/.test(block.text) || intro === "" ? block.text.trim().replace(/:$/, "") : intro;
    else if (block.kind === "table") {
      // A section's first table goes by its heading, further ones by the sentence that introduces them.
      const name = tables.some((table) => table.heading === heading) && intro !== "" ? intro : heading;
      tables.push({
        heading: name,
        titles: [...new Set([name, intro, heading])].filter((text) => text !== ""),
        subject,
        isTitled: heading !== "" && !GENERIC.test(heading),
        table: block.table,
        origin: page.origin(block.line.offset, pointerBelow("", name)),
        offset: block.line.offset,
      });
      intro = "";
    } else if (block.kind === "json") {
      const before = counts.get(heading) ?? 0;
      const read = pageExamples(page, block.from, block.to, heading, before);
      counts.set(heading, before + read.examples.length);
      examples.push(...read.examples.map((example) => ({ ...example, subject })));
      diagnostics.push(...read.diagnostics);
    } else if (block.kind === "stray") diagnostics.push(unread(block, page));
    else diagnostics.push(unreadTable(block, page));
  }
  return { tables, examples, diagnostics };
}

const unread = ({ line }: Extract<Block, { kind: "stray" }>, page: PageText): Diagnostic =>
  diagnostic(
    "line-unaccounted",
    page.origin(line.offset, pointerBelow("", `line ${line.number}`)),
    { format: "prose pages" },
    line.text.length,
  );

function unreadTable({ header, line }: Extract<Block, { kind: "other table" }>, page: PageText): Diagnostic {
  const at = page.origin(line.offset, pointerBelow("", `line ${line.number}`));
  const columns = header.map(({ text }) => `“${text}”`).join(", ");
  return diagnostic("table-unread", at, { columns, corrections: besideDocument(at.file, "corrections.json") }, line.text.length);
}
