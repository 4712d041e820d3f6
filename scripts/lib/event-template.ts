// Names of events that vary: `{dataType}.write.successful` stands for `bills.write.successful` and all others of that pattern.

/** A name with holes in it: what stands before, between and behind them. There is one text more than there are holes. */
export interface EventTemplate {
  readonly texts: readonly string[];
  readonly holes: readonly string[];
}

/** The template that a name is, `{part}` or `{{part}}` being a hole, or null when it is written out. A name that is nothing but holes would be any name, and is none. */
export function eventTemplate(name: string): EventTemplate | null {
  const pieces = name.replace(/\{\{([^{}]+)\}\}/g, "{$1}").split(/\{([^{}]+)\}/);
  const texts = pieces.filter((_, index) => index % 2 === 0);
  const holes = pieces.filter((_, index) => index % 2 === 1);
  return holes.length > 0 && texts.join("") !== "" ? { texts, holes } : null;
}

/** What separates the parts of names. */
const SEPARATOR = /[./:]/;

/**
 * A regular expression for the names of a template, with a group for each hole. A hole takes one part of the name, or more where one of its
 * known values has more; the same hole stands for the same text.
 */
export function templatePattern({ texts, holes }: EventTemplate, valuesOf: (hole: string) => readonly string[] = () => []): string {
  const own = [...new Set(holes)];
  const group = (hole: string, index: number): string =>
    holes.indexOf(hole) < index
      ? `\\${own.indexOf(hole) + 1}`
      : valuesOf(hole).some((value) => SEPARATOR.test(value))
        ? "(.+)"
        : "([^./:]+)";
  return `^${texts.map((text, index) => escaped(text) + (holes[index] === undefined ? "" : group(holes[index], index))).join("")}$`;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Whether a text is one of several events' names: a name itself, holes and all, as some documents show it, or a text of its pattern. */
export function anyOf(names: readonly string[]): (text: string) => boolean {
  const plain = new Set(names);
  const patterns = names.flatMap((name) => {
    const template = eventTemplate(name);
    return template === null ? [] : [new RegExp(templatePattern(template), "u")];
  });
  return (text) => plain.has(text) || patterns.some((pattern) => pattern.test(text));
}

/** How much of a name is written out: where several templates fit a name, the greatest is meant. */
export const writtenOut = (name: string): number => eventTemplate(name)?.texts.join("").length ?? Infinity;
