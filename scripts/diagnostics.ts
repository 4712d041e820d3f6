// The catalogue of findings: slug → severity, title, cause and fix. `{name}` stands for a fact of the diagnostic.
import type { Diagnostic, Fact, Origin } from "./contract.ts";

/** `error`: nothing is written. `warning`: a doubt that a person should settle. `note`: what was done with an oddity that has one reading. */
export type Severity = "error" | "warning" | "note";

interface Entry {
  readonly severity: Severity;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
  /** Whether it speaks of this run alone (a file, the set-up) and so stays out of the committed contract. */
  readonly passing?: true;
  /** Whether its place is in a generated file and not in a document. */
  readonly generated?: true;
}

export const catalogue = {
  // Documents and their set-up
  "source-unrecognised": { severity: "warning", passing: true, title: "No reader recognises this document", cause: "{file} is none of the formats that Hookwright reads ({formats})", fix: 'name its format in {settings}, or write "format": "ignore" there' },
  "vendor-folder": { severity: "error", title: "A vendor's folder whose name cannot be used", cause: "{vendor} becomes a part of import paths, so it may hold letters, digits, dots, hyphens and underscores only, must differ from the others by more than letter case, and must not be a name of the package's own files or of a device", fix: "rename the folder" },
  "source-refused": { severity: "error", title: "A file that cannot be read as a document", cause: "it {reason}", fix: "nothing was written; settle this first" },
  "source-missing": { severity: "error", title: "source.json names a document that is not there", cause: "{file} is not in the folder", fix: "put the document back (hookwright generate --fetch does, when it was fetched), or remove its entry" },
  "source-json": { severity: "error", title: "A source.json is not well formed", cause: "{key} must be {expected}", fix: "correct the entry; CONTRIBUTING.md shows a whole file" },
  "source-changed": { severity: "warning", passing: true, title: "A document is not the one that source.json pins", cause: "the SHA-256 of {file} is {actual}; source.json pins {pinned}", fix: 'when the vendor published a new text, write the new "sha256" and "retrieved" into source.json; otherwise restore the file' },
  "fetched-changed": { severity: "error", passing: true, title: "A fetched document that was changed", cause: "the SHA-256 of {file} is {actual}, and source.json pins {pinned}", fix: "restore the file (a checkout that changes line ends changes it too), or remove it and run hookwright generate --fetch, which fetches it again and takes it only when it is what was pinned" },
  "json-syntax": { severity: "error", title: "A document is not valid JSON", cause: "{problem}", fix: "correct the document, or state its format in source.json" },
  "yaml-syntax": { severity: "error", title: "A document is not valid YAML", cause: "{problem}", fix: "correct the document, or state its format in source.json" },
  "line-unaccounted": { severity: "warning", title: "A line that says nothing to the reader", cause: "no rule of the reader for {format} accounts for this line, so what it says is not in the contract", fix: "check whether it states a fact; if so, state it in the vendor's supplement or corrections.json" },
  "section-without-owner": { severity: "warning", title: "A table whose object is not found", cause: "the table under “{heading}” describes an object that no other table or example of the page holds", fix: "say where it belongs in corrections.json" },

  // What pages of SDKs leave open
  "spelling-open": { severity: "warning", title: "Names that may be spelt otherwise on the wire", cause: "the page prints names in the style of the SDK's language, and no example shows how they are sent: {fields}; a member that spells one of these in another of the usual styles (AlertId, alert_id, alert-id) is taken for it{required}", fix: "put the vendor's schema or an example of the body into the folder, or add an example to the type in {corrections}, at #/examples" },
  "spelling-settled": { severity: "note", title: "Names whose spelling examples show", cause: "the page prints names in the style of the SDK's language; as examples show, {names}", fix: "nothing to do" },
  "type-of-the-sdk": { severity: "warning", title: "A type that says nothing of JSON", cause: "{type} is a class of the SDK's language, or no type that the reader for model pages knows; any value passes for {field}", fix: "state the type in corrections.json" },
  "fields-of-the-sdk": { severity: "note", title: "Fields that only the SDK has", cause: "the page describes the object in which the SDK holds a response; what is no part of the body is left out: {fields}", fix: "nothing to do" },
  "example-rendered": { severity: "note", title: "Examples that are not spelt as on the wire", cause: "the page prints a point in time, or nothing, as a programming language does, which is not how it is sent; such examples are left out: {fields}", fix: "nothing to do" },
  "values-numbers-or-texts": { severity: "warning", title: "Values that may be numbers or texts", cause: "the page lists digits, and does not say whether they are sent as numbers or as texts; both pass", fix: "settle it in corrections.json" },

  // References
  "reference-unresolved": { severity: "error", title: "A reference that nothing resolves", cause: "{reference} is in none of the vendor's documents", fix: "add what it names to {supplement}" },
  "reference-escapes": { severity: "error", title: "A reference that leaves the schemas folder", cause: "{reference} points outside of the schemas folder, and is not followed", fix: "copy that document into the vendor's folder, and let a copy of this one refer to it there" },
  "reference-not-fetched": { severity: "error", title: "A reference to a document on the network", cause: "no file of the vendor's folder holds the document at {url}, and nothing is fetched unless asked for", fix: "run hookwright generate --fetch, which saves the document in the vendor's folder and pins it in source.json; or save it there yourself and state its url in source.json" },
  "fetch-failed": { severity: "error", passing: true, title: "A document that could not be fetched", cause: "{url} {reason}", fix: "run the command again, correct the reference, or save the document in the vendor's folder yourself and state its url in source.json" },
  "fetched-otherwise": { severity: "error", passing: true, title: "A document that is not what was fetched before", cause: "{file} is missing, and what {url} gives is not what source.json pins (SHA-256 {actual}, pinned {pinned}), so it is not taken", fix: "put the file back from where you keep its history, or remove its entry from source.json and fetch it anew" },
  "fetched-unneeded": { severity: "warning", passing: true, title: "A fetched document that nothing refers to any more", cause: "no reference leads to {file}, and what it says is still in the contract", fix: "remove the file and its entry in source.json, unless it is meant to stay" },
  "fetched-renewed": { severity: "warning", passing: true, title: "A document that its owner has changed", cause: "{url} is not what it was when it was fetched; {file} holds the new text now (SHA-256 {actual}, before {pinned})", fix: "review the change of the schemas folder before you commit it" },
  "reference-cycle-cut": { severity: "warning", title: "References of an OpenAPI document that lead only to each other", cause: "{reference} leads back to itself without any data in between; what stands here is read as {reading}", fix: "correct one of the references in corrections.json, or take the reading as it is" },
  "reference-dangling": { severity: "warning", title: "A reference of an OpenAPI document that leads nowhere", cause: "{reference} is in none of the vendor's documents; what stands here is read as {reading}", fix: "correct the reference in corrections.json, or add what it names to the vendor's supplement" },
  "mapping-dangling": { severity: "warning", title: "A discriminator that maps to nothing", cause: "the discriminator says that the value {value} means {target}, which is none of the vendor's schemas; that entry is left out", fix: "correct the mapping in corrections.json" },
  "reference-to-no-schema": { severity: "warning", title: "A reference to something that is no schema", cause: "{reference} is a part of the document that has a schema and is none itself; its schema is taken", fix: "nothing to do when that is what the vendor means" },
  "reference-cycle": { severity: "error", title: "References that lead only to each other", cause: "{reference} leads back to itself without any data in between, so it describes nothing", fix: "correct one of the references in corrections.json" },
  "reference-supplied": { severity: "note", title: "A reference that the supplement answers", cause: "{reference} is not in the vendor's documents; {supplement} answers it", fix: "nothing to do, unless the vendor publishes the missing part: then put it into the folder" },
  "linked-page-supplied": { severity: "note", title: "A linked page that the supplement answers", cause: "the page {reference} is not in the vendor's folder; {supplement} answers it", fix: "nothing to do, or put the linked page into the folder" },
  "linked-page-missing": { severity: "warning", title: "A linked page that is not there", cause: "the page {reference} is not in the vendor's folder, so any value passes here", fix: "put the page into the folder, or a schema of its name into the supplement" },
  "supplement-unused": { severity: "warning", title: "A supplement that nothing asks for", cause: "no document refers to {name}", fix: "remove it from the supplement" },

  // Schemas
  "keyword-unknown": { severity: "warning", title: "A keyword that is not known", cause: "{keyword} is no keyword of JSON Schema{hint}; it is kept as a remark, and nothing is refused because of it", fix: "when it is meant as a rule, state it in corrections.json in the words of JSON Schema 2020-12" },
  "own-keyword-unknown": { severity: "error", title: "A keyword of a correction or supplement that is not known", cause: "{keyword} is no keyword of JSON Schema{hint}, so nothing would be refused because of it", fix: "correct its spelling" },
  "keyword-misspelt": { severity: "warning", title: "A misspelt word for people", cause: "{keyword} is no keyword of JSON Schema, and is read as {meant}", fix: "nothing to do" },
  "keyword-ignored": { severity: "warning", title: "A keyword of an OpenAPI document with a value it cannot have", cause: "{keyword} must be {expected}; it is left out, so nothing is refused because of it", fix: "state what is meant in corrections.json" },
  "schema-replaced": { severity: "warning", title: "A value where a schema of an OpenAPI document must stand", cause: "a schema is an object, true or false; here stands {actual}, so any value passes", fix: "state what is meant in corrections.json" },
  "keyword-value": { severity: "error", title: "A keyword with a value it cannot have", cause: "{keyword} must be {expected}", fix: "correct the value in corrections.json" },
  "schema-expected": { severity: "error", title: "A value where a schema must stand", cause: "a schema is an object, true or false; here stands {actual}", fix: "correct it in corrections.json" },
  "format-unknown": { severity: "note", title: "A format that is not checked", cause: "{format} is no format that Hookwright checks; it is kept as a remark{places}", fix: "nothing to do, or add a pattern in corrections.json" },
  "pattern-slow": { severity: "warning", title: "A pattern that some texts make very slow", cause: "{pattern} takes {complexity} time in the length of a text made for it, so whoever sends such texts can hold the receiver up", fix: "limit the text with maxLength, or write a pattern that says the same in linear time, in corrections.json" },
  "fragment-id": { severity: "note", title: "An $id that is only a fragment", cause: "$id may not be a bare fragment (JSON Schema 2020-12 Core, section 8.2.1); {id} is read as the schema's place in the vendor's OpenAPI document", fix: "nothing to do" },
  "definitions-keyword": { severity: "note", title: "definitions in a 2020-12 schema", cause: "2020-12 calls this keyword $defs; definitions is read the same way", fix: "nothing to do" },
  "nullable-keyword": { severity: "note", title: "nullable in a JSON Schema", cause: "nullable is an OpenAPI 3.0 keyword, not one of JSON Schema 2020-12; it is read as “or null”", fix: "nothing to do" },
  "text-without-quotes": { severity: "note", title: "A text without quotes", cause: "{text} is no text to YAML, and the schema asks for one; it is read as it is written", fix: "nothing to do" },
  "nullable-in-3.1": { severity: "note", title: "nullable in an OpenAPI 3.1 document", cause: "nullable is a keyword of OpenAPI 3.0 and not of 3.1, which this document is written in; it is read as “or null”{places}", fix: "nothing to do" },
  "nullable-beside-reference": { severity: "warning", title: "nullable beside $ref", cause: "OpenAPI 3.0 ignores what stands beside $ref, and JSON Schema does not know nullable; it is read as “{reference}, or null”", fix: "nothing to do when null is really sent; otherwise remove it in corrections.json" },
  "example-keyword": { severity: "note", title: "example in a JSON Schema", cause: "JSON Schema 2020-12 has examples (a list); the single example is read as one of them", fix: "nothing to do" },

  "examples-by-name": { severity: "note", title: "Examples by name in a schema", cause: "a schema has a list of examples; this one has them by name, as bodies and parameters do, and they are read so", fix: "nothing to do" },

  // Dialects of JSON Schema
  "dialect-unknown": { severity: "warning", title: "A dialect of JSON Schema that is not known", cause: "{dialect} names none of the dialects that Hookwright reads ({known}); {instead} is tried instead", fix: "name the dialect that the schema is written in, in a copy of the document, or check by hand what was read" },
  "keyword-of-another-dialect": { severity: "warning", title: "A keyword that its dialect does not know", cause: "{keyword} is no keyword of {dialect}, in which this schema is written, and so says nothing here", fix: "when the vendor means it, state it in corrections.json in the words of 2020-12" },
  "keyword-beside-reference": { severity: "warning", title: "A keyword beside $ref that its dialect ignores", cause: "{dialect} ignores what stands beside $ref, and so {keyword} says nothing here", fix: "when the vendor means it, state it in corrections.json in the words of 2020-12" },
  "keyword-without-effect": { severity: "note", title: "A keyword that says nothing where it stands", cause: "{keyword} has a meaning in {dialect} only together with {other}; it is left out", fix: "nothing to do, or correct it in corrections.json" },
  "format-of-another-dialect": { severity: "note", title: "A format that its dialect does not know", cause: "{format} is no format of {dialect}, in which this schema is written; it is kept as a remark", fix: "nothing to do, or add the format in corrections.json to have it checked" },
  "identifier-doubtful": { severity: "warning", title: "An identifier that cannot be relied upon", cause: "{problem}", fix: "nothing to do, unless references use it" },
  "dynamic-reference": { severity: "error", title: "A reference with more than one meaning", cause: "{reference} means another schema on each way that leads to it, and vendors' documents are read schema by schema", fix: "state what is meant with $ref, in a copy of the document" },
  "dynamic-scope-ends": { severity: "warning", title: "A dynamic anchor that another document might answer to", cause: "this document has dynamic anchors, and {reference} leads out of it; dynamic references there are read as if nothing referred to them from here", fix: "nothing to do when that document has no dynamic references" },

  "schema-too-deep": { severity: "warning", title: "A schema that is nested too deep", cause: "here more than {levels} schemas stand inside of each other; what lies deeper is left out, so any value passes there", fix: "give an inner schema a name of its own, and refer to it" },
  "value-of-another-type": { severity: "warning", title: "A value that its own type rules out", cause: "{keyword} holds {values}, and the type is {type}, so such a value never passes", fix: "correct the type or the list in corrections.json" },
  "default-contradicts": { severity: "note", title: "A default that its own schema rules out", cause: "the default {value} {rule}; it is kept as a remark", fix: "nothing to do, unless it shows that the rule is wrong" },
  "type-implied": { severity: "note", title: "An object schema without a type", cause: "the schema states properties and no type, so strings and lists would pass too; it is read as an object", fix: "nothing to do" },

  // OpenAPI documents
  "swagger-2": { severity: "warning", title: "A Swagger 2.0 document", cause: "Swagger 2.0 is the language before OpenAPI 3; of this document only the definitions are read, not what its paths say of bodies and parameters", fix: "convert a copy of the document to OpenAPI 3 and keep that instead" },
  "openapi-misshapen": { severity: "warning", title: "A part of an OpenAPI document that is not what it must be", cause: "here must stand {expected}; it is left out", fix: "correct a copy of the document, or write what it should say into the vendor's supplement" },
  "openapi-without-data": { severity: "note", title: "Parts of an OpenAPI document that say nothing of data", cause: "{parts} say how requests are made and nothing of what they hold; they are not in the contract", fix: "nothing to do" },
  "media-type-not-json": { severity: "note", title: "Bodies that are not JSON", cause: "a body of type {media} is no part of the contract, which is of JSON{places}", fix: "nothing to do" },
  "parameter-without-quotes": { severity: "note", title: "An example of a parameter that is sent as text", cause: "the schema of {name} asks for a text, as which parameters and headers are sent; the example {value} is read as one{places}", fix: "nothing to do" },
  "webhook-without-body": { severity: "warning", title: "A webhook that does not say what it brings", cause: "{name} describes no JSON body, so any value passes", fix: "add the schema of its body to corrections.json, or to a copy of the document" },
  "example-external": { severity: "warning", title: "An example that stands elsewhere", cause: "the example is at {address}, which is not followed; it is left out", fix: "copy its value into the document, or leave it out" },
  "example-without-schema": { severity: "note", title: "An example that nothing refers to", cause: "no body or parameter refers to the example {name}, so nobody can tell of what it is one; it is left out", fix: "nothing to do" },

  // What the documents say of each other
  "kinds-differ": { severity: "warning", title: "Two places that give a field different types", cause: "{field} is of type {weaker} at {other} and of type {stronger} at {leading}; the latter is taken", fix: "nothing to do when the choice is right; otherwise settle it in corrections.json" },
  "values-differ": { severity: "warning", title: "Two places that list different values", cause: "the values of {field} at {other} are not those at {leading}; the latter are taken{more}{fewer}", fix: "settle it in corrections.json" },
  "format-differs": { severity: "warning", title: "Two places that give a field different formats", cause: "{field} has the format {weaker} at {other} and {stronger} at {leading}; the latter is taken", fix: "settle it in corrections.json" },
  "required-differs": { severity: "warning", title: "Two places that disagree whether a field must be there", cause: "{field} is {weaker} at {other} and {stronger} at {leading}; the latter is taken", fix: "settle it in corrections.json" },
  "null-differs": { severity: "warning", title: "Two places that disagree whether a field may be null", cause: "{field} {weaker} at {other} and {stronger} at {leading}; the latter is taken", fix: "settle it in corrections.json" },
  "rule-differs": { severity: "warning", title: "Two schemas with different rules for a field", cause: "{keyword} of {field} is {weaker} at {other} and {stronger} at {leading}; the latter is taken", fix: "settle it in corrections.json" },
  "rule-kept-out": { severity: "note", title: "A rule that only a weaker document states", cause: "{other} gives {field} {keyword}, of which the schema at {leading} says nothing; it is kept out", fix: "add it in corrections.json when the vendor keeps to it" },
  "map-shown-as-object": { severity: "note", title: "A map that a table shows as an object", cause: "the table shows {field} as an object, and the schema at {leading} refers to a map, whose names are data; the latter is taken", fix: "nothing to do" },
  "spellings-differ": { severity: "note", title: "A field that two documents spell differently", cause: "{other} spells the field {field} that {leading} spells {spelling}; the latter is taken", fix: "nothing to do when the choice is right; otherwise settle it in corrections.json" },
  "field-not-in-schema": { severity: "warning", title: "A field that only a weaker document shows", cause: "this place shows {field}, and the schema at {leading} does not hold it; it is kept out", fix: "add it in corrections.json when the vendor does send it" },
  "field-not-there": { severity: "warning", title: "A field that another schema leaves out", cause: "the schema at {leading} holds {field}, and the one at {other} does not; it is kept", fix: "settle it in corrections.json" },
  "field-only-there": { severity: "note", title: "A field that only one of the texts shows", cause: "{other} shows {field}, and {leading} does not; it is kept", fix: "nothing to do when the vendor does send it; otherwise remove it in corrections.json" },
  "field-not-in-table": { severity: "note", title: "A field that the table leaves out", cause: "the schema holds {field} at {leading}, and the page's table does not show it", fix: "nothing to do" },
  "older-version-differs": { severity: "note", title: "A field that an older version states differently", cause: "{what} is stated differently at {other} and in the newest version at {leading}; the latter is taken", fix: "nothing to do, unless the older version is still in use: then state it in corrections.json" },
  "only-in-older-version": { severity: "note", title: "Something that only an older version holds", cause: "{field} is at {other} and no longer in {newest}; it is kept out", fix: "nothing to do, unless the vendor still sends it: then add it in corrections.json" },
  "supplement-overtaken": { severity: "note", title: "A supplement of what the documents hold themselves", cause: "{leading} holds {name} now; the supplement is kept out", fix: "remove it from the supplement" },
  "wire-name-from-example": { severity: "note", title: "A name that an example spells differently", cause: "this example writes {name}, and {leading} prints {printed}; examples show what is sent, so {name} is taken", fix: "nothing to do when the example is right; otherwise settle it in corrections.json" },
  "example-field-unknown": { severity: "warning", title: "A field that only an example shows", cause: "this example has {field}, and {leading} does not; {similar}both are kept, as optional fields", fix: "settle it in {corrections}, or keep both" },
  "envelope-from-examples": { severity: "warning", title: "An envelope that only the examples show", cause: "the page's tables describe the object under {field}; {others} around it is in the examples alone, and is required because every example has it", fix: "settle it in {corrections} when an event can lack it" },
  "cell-lost": { severity: "warning", title: "A row that lacks a cell", cause: "the row has no cell for its {column}, and what stands behind it may have moved; {instead}", fix: "look at the vendor's page, and settle it in {corrections}" },
  "type-unread": { severity: "warning", title: "A type whose words are not known", cause: "“{words}” is no type that the reader knows; {field} has the type that examples show for it, or any", fix: "state the type in {corrections}" },
  "type-from-examples": { severity: "note", title: "A type that only the examples show", cause: "the page states no type for {field}; it is read as {kind}, as the examples have it", fix: "settle it in {corrections} when it is wrong" },
  "type-missing": { severity: "warning", title: "A field without a type", cause: "neither the page's table nor its examples show a type for {field}; any value passes", fix: "state the type in {corrections}" },
  "table-unread": { severity: "note", title: "A table that describes no fields", cause: "its columns are {columns}, and none of them holds the names of fields; its rows are not read", fix: "nothing to do, unless it states facts: then put them into {corrections}" },
  "table-of-request": { severity: "note", title: "A table of what is sent to the vendor", cause: "the table under “{heading}” describes a request and no example on the page shows its fields; it is not read", fix: "nothing to do, unless the vendor sends these fields: then describe them in the vendor's supplement" },
  "example-without-table": { severity: "warning", title: "An example that no table describes", cause: "the page describes no object that this example is one of, so it proves nothing; it is left out", fix: "nothing to do, or describe the object in the vendor's supplement" },
  "object-from-examples": { severity: "warning", title: "An object that only examples show", cause: "the page describes {name} by examples alone; fields that all of them have are required, and their types are what they have there", fix: "settle it in {corrections}" },
  "values-elsewhere": { severity: "note", title: "Values that are listed elsewhere", cause: "the text refers to a list of values for {field} that the page does not hold, so any {kind} passes", fix: "put the list into corrections.json to have it checked" },
  "format-elsewhere": { severity: "note", title: "A format that is described elsewhere", cause: "the text calls {field} a date and time and refers to a description of the format that the page does not hold, so any string passes", fix: "put a format into corrections.json to have it checked" },

  // Examples
  "json-trailing-comma": { severity: "warning", title: "JSON with a trailing comma", cause: "JSON allows no comma before {closer}; it is read without it", fix: "nothing to do" },
  "json-missing-comma": { severity: "warning", title: "JSON that lacks a comma", cause: "a comma is missing before this; it is read with one", fix: "nothing to do" },
  "json-comment": { severity: "warning", title: "JSON with a comment", cause: "JSON has no comments; it is read without it", fix: "nothing to do" },
  "json-fragment": { severity: "warning", title: "JSON without its outer braces", cause: "the example begins inside an object; it is read with braces around it", fix: "nothing to do" },
  "json-unclosed": { severity: "warning", title: "JSON that is not closed", cause: "{closers} is missing here; it is read with it", fix: "check whether the example lacks more than that" },
  "json-opener-missing": { severity: "warning", title: "JSON that lacks an opening brace", cause: "a member stands where no object is open; it is read with {opener} before it", fix: "check whether the example lacks more than that" },
  "json-closer-stray": { severity: "warning", title: "JSON with a closing bracket too many", cause: "{closer} closes nothing; it is read without it", fix: "check whether the example lacks something before it" },
  "json-ellipsis": { severity: "warning", title: "JSON that leaves something out", cause: "an ellipsis stands for what the vendor does not show; it is read without it", fix: "nothing to do, or give a whole example in corrections.json" },
  "json-spelling": { severity: "warning", title: "JSON in the spelling of another language", cause: "JSON does not write {found}; it is read as {read}", fix: "nothing to do" },
  "json-copied-along": { severity: "warning", title: "JSON with signs of the page that shows it", cause: "{found} is no part of the example but was copied along; it is read without it", fix: "nothing to do" },
  "yaml-tag-unknown": { severity: "warning", title: "A tag of YAML that is not known", cause: "{tag} is no tag that all readers of YAML know; what it marks is read as if it had none", fix: "nothing to do, unless the tag says what the value is" },
  "json-run-together": { severity: "warning", title: "Examples that run together", cause: "a second value follows the first one without a separator, which is no JSON text; they are read as {count} examples", fix: "nothing to do" },
  "json-duplicate-key": { severity: "warning", title: "A member that stands twice", cause: "{key} stands twice in one object; the last one counts", fix: "settle it in corrections.json" },
  "example-unreadable": { severity: "warning", title: "An example that cannot be read", cause: "{problem}; the example is left out", fix: "nothing to do, or give a whole example in corrections.json" },
  "example-unattached": { severity: "warning", title: "An example that cannot be told to a type", cause: "{problem}, so this example proves nothing and is left out", fix: 'say what it is an example of in {settings}: { "format": "json-example", "of": "the type\'s name" }, or write "format": "ignore" there' },
  "example-fails": { severity: "warning", title: "An example that breaks the vendor's own rules", cause: "{message} ({keyword}); the example is left out of the package", fix: "settle in corrections.json whether the rule or the example is right" },

  // Events
  "event-without-name": { severity: "warning", title: "An event whose name no document shows", cause: "the documents speak of an event with the body {declaration}, and no constant, list or example shows its name; readEvent does not know it", fix: "nothing to do when the body is checked by itself; otherwise state the name as a constant in corrections.json" },
  "event-called-otherwise": { severity: "warning", title: "An event that its example calls otherwise", cause: "the document speaks of {name}, and the example of {declaration} says {text} at {place}, where other events say their names; {text} is taken", fix: "nothing to do when the example is right; otherwise state the name as a constant of the field, in corrections.json" },
  "event-stated-twice": { severity: "warning", title: "An event with two bodies", cause: "{name} has the body {declaration} here, and {taken} at {leading}; the latter is taken", fix: "leave one of the documents out in source.json, or change their precedence there" },
  "event-name-unlisted": { severity: "note", title: "An example of an event that no document lists", cause: "{names} stands where {declaration} holds the event's name, and no document states such an event; readEvent gives it as unknown", fix: "nothing to do, unless the vendor does send it: then state it in the vendor's documents" },
  "event-told-by-members": { severity: "warning", title: "An event whose body does not say its name", cause: "no field of {declaration} is shown to hold the name {name}; a body is taken for it when it has {members}, which no other event requires or shows", fix: "state the name as a constant of the field that holds it, in corrections.json" },
  "event-naming-unused": { severity: "warning", title: "A way of naming events that no event has", cause: "no event whose name varies has the form {pattern}, so it names no part of any", fix: "correct eventNames in source.json, or remove the entry" },
  "event-not-told": { severity: "warning", title: "An event that its body does not tell", cause: "no field of {declaration} is shown to hold the name {name}, and its required fields tell it from no other value; readEvent does not know it", fix: "state the name as a constant of the field that holds it, in corrections.json" },

  // Names
  "name-changed": { severity: "note", title: "A name that TypeScript cannot have as it is", cause: "{name} becomes {identifier}: {reason}", fix: "nothing to do" },

  // Corrections
  "correction-malformed": { severity: "error", title: "A correction that is not well formed", cause: "{problem}", fix: "a correction has at, was, is, because and see; CONTRIBUTING.md shows one" },
  "correction-stale": { severity: "error", title: "A correction that no longer fits", cause: "at {at} the correction expects {was}, and the contract holds {actual}", fix: "read the vendor's new text, then remove or renew the correction" },

  // Upgrades
  "upgrade-malformed": { severity: "error", title: "An upgrade that is not well formed", cause: "{problem}", fix: "correct upgrades.json; CONTRIBUTING.md shows an upgrade" },
  "upgrade-field-left": { severity: "warning", title: "A field that an upgrade leaves out", cause: "{field} of {type} is neither in fields nor in left, so its value is not in the new event", fix: "say in upgrades.json where its value goes, or list it under left with the reason" },

  // Fixtures
  "sample-not-found": { severity: "note", passing: true, title: "A type that no sample is found for", cause: "no value that {name} lets pass was found, neither by its rules nor among the examples, so the package has no fixtures for it", fix: "put a whole example of it into the documents, or correct its rules when they let nothing pass" },

  // Verification
  "generated-does-not-compile": { severity: "error", passing: true, generated: true, title: "Generated code that does not compile", cause: "{problem}", fix: "this is a fault of Hookwright: please report it with the document at hand" },
  "second-opinion-differs": { severity: "error", passing: true, title: "Two type printers that disagree", cause: "json-schema-to-typescript prints a type for {name} that is not the same as Hookwright's", fix: "this is a fault of Hookwright: please report it with the document at hand" },
  "unexpected-source-text": { severity: "error", passing: true, generated: true, title: "Generated code that says more than the contract", cause: "{what}", fix: "this is a fault of Hookwright: please report it with the document at hand" },
} as const satisfies { readonly [slug: string]: Entry };

export type Slug = keyof typeof catalogue;

/** The catalogue's entry of a diagnostic. */
export const entryOf = (diagnostic: Diagnostic): Entry => {
  const entries: { readonly [slug: string]: Entry } = catalogue;
  const entry = entries[diagnostic.slug];
  if (entry === undefined) throw new RangeError(`no diagnostic is called ${diagnostic.slug}`);
  return entry;
};

/** Makes a diagnostic. `length` is how many code units to underline. */
export const diagnostic = (slug: Slug, origin: Origin, facts: { readonly [name: string]: Fact } = {}, length = 1): Diagnostic => ({ slug, origin, length, facts });

export const isError = (found: Diagnostic): boolean => entryOf(found).severity === "error";

/** A text of the catalogue with the diagnostic's facts in it; `place` says how a place is written. */
export const fill = (text: string, { facts }: Diagnostic, place: (origin: Origin) => string): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    return fact === undefined ? hole : typeof fact === "string" ? fact : place(fact);
  });
