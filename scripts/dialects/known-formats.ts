// The formats that each dialect defines; any other is an annotation there.
import { DIALECTS, type Dialect } from "./dialect.ts";

/** New formats of each dialect (its Validation specification, section "Defined Formats"). */
const NEW_FORMATS: { readonly [dialect in Dialect]: string } = {
  "draft-04": "date-time email hostname ipv4 ipv6 uri",
  "draft-06": "uri-reference uri-template json-pointer",
  "draft-07": "date time regex relative-json-pointer iri iri-reference idn-email idn-hostname",
  "2019-09": "uuid duration",
  "2020-12": "",
};

const known = (dialect: Dialect): ReadonlySet<string> =>
  new Set(DIALECTS.slice(0, DIALECTS.indexOf(dialect) + 1).flatMap((each) => NEW_FORMATS[each].split(" ")));

const KNOWN: { readonly [dialect in Dialect]: ReadonlySet<string> } = {
  "draft-04": known("draft-04"),
  "draft-06": known("draft-06"),
  "draft-07": known("draft-07"),
  "2019-09": known("2019-09"),
  "2020-12": known("2020-12"),
};

/** Whether a dialect defines a format. */
export const definesFormat = (dialect: Dialect, format: string): boolean => KNOWN[dialect].has(format);
