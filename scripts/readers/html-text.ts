// HTML as the Markdown that says the same, with the way back. The only file that knows the HTML parser.
import { type Located } from "../lib/origin.ts";
import { type PageText, documentText } from "./page-text.ts";

export const htmlText = (source: Located): PageText => documentText(source);
