// All that is read from a page before its objects are put together.
import type { Json, Origin } from "../contract.ts";
import type { PageText } from "./page-text.ts";
import type { SectionExample, SectionTable } from "./prose-sections.ts";
import type { Document } from "./reader.ts";

export interface PageFacts {
  readonly document: Document;
  readonly page: PageText;
  readonly tables: readonly SectionTable[];
  readonly examples: readonly SectionExample[];
  /** What the page's title gives as a name. */
  readonly titleName: string;
  readonly titleOrigin: Origin | undefined;
  /** The paragraph under the title. */
  readonly summary: string;
  readonly isKnown: (name: string) => boolean;
  readonly shown: (name: string) => readonly Json[];
}
