// The types that a model page says are supported, each under a heading of its own → any of them.
import type { JsonObject } from "../contract.ts";
import type { Line } from "./lines.ts";
import { bareText } from "./markdown-tables.ts";
import { fenced } from "./model-page-values.ts";
import { readType, type TypeRead } from "./type-cell.ts";

interface UnionRead {
  readonly schema: JsonObject;
  /** The heading of each form, in the order of `anyOf`. */
  readonly headings: readonly Line[];
  /** Headings of forms that cannot be read. */
  readonly unread: readonly Line[];
  /** Lines that state nothing. */
  readonly stray: readonly Line[];
}

/** Reads the lines below the heading. */
export function readUnion(body: readonly Line[]): UnionRead {
  const starts = body.flatMap((line, index) => (/^###( |$)/.test(line.text) ? [index] : []));
  const forms = starts.map((start, index) => {
    const heading = body[start] ?? { text: "", offset: 0, number: 0 };
    const { code, outside } = fenced(body.slice(start + 1, starts[index + 1] ?? body.length));
    return { heading, read: readForm(heading.text, code), stray: outside };
  });
  const read = forms.flatMap(({ heading, read: { schema, unread } }) => (unread === null ? [{ heading, schema }] : []));
  return {
    // A form that cannot be read may be anything.
    schema: read.length < forms.length ? {} : { anyOf: read.map(({ schema }) => schema) },
    headings: read.map(({ heading }) => heading),
    unread: forms.filter((form) => form.read.unread !== null).map(({ heading }) => heading),
    stray: [...body.slice(0, starts[0] ?? body.length), ...forms.flatMap(({ stray }) => stray)].filter(({ text }) => text.trim() !== ""),
  };
}

/** The type in a heading; where that is empty or a constructor's name, the one in the code below. */
function readForm(heading: string, code: readonly Line[]): TypeRead {
  const named = bareText(heading.replace(/^### */, ""));
  // Go: components.CreateStopArrayOfStr([]string{/* values here */})
  const constructed = code.flatMap(({ text }) => /\((.*)\{\/\* values here \*\/\}\)/.exec(text)?.[1] ?? [])[0];
  // PHP: @var array<Shared\Item>
  const documented = code.flatMap(({ text }) => /^\s*\*\s*@var (.+)$/.exec(text)?.[1] ?? [])[0];
  if (constructed !== undefined || documented !== undefined) return readType(constructed ?? documented ?? "");
  return readType(/^#* *`/.test(heading.replace(/^### */, "")) ? named : constructorType(named));
}

/** C#: `ArrayOfMapOfAny` is a list of maps, `Str` a text; other names are models. */
function constructorType(name: string): string {
  const list = /^(Array|Map)Of(?=[A-Z0-9])(.*)$/.exec(name);
  if (list !== null) return list[1] === "Array" ? `List<${constructorType(list[2] ?? "")}>` : `Map<${constructorType(list[2] ?? "")}>`;
  return name === "Str" ? "string" : name;
}
