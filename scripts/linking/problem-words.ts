// What is wrong with a schema, in words for a person.

/** Sentences by the code of a problem; `{name}` stands for a fact. */
const SENTENCES: { readonly [code: string]: string } = {
  "reference-unresolved": "{reference} leads to nothing: neither the schema nor the documents handed in hold it",
  "reference-cycle": "the reference leads back to itself ({reference}) without any data in between, so it describes nothing",
  "schema-expected": "a schema is an object, true or false, and here is something else",
  "dialect-unknown": "{dialect} is no dialect of JSON Schema that is known, and no document handed in describes it",
  "vocabulary-unknown": "the meta-schema requires the vocabulary {vocabulary}, which is not known",
  "identifier-duplicate": "two different schemas are called {identifier}",
  "identifier-invalid": "{identifier} cannot be an identifier",
  "dynamic-scope-limit": "the dynamic references of this schema have too many meanings to be told apart",
  "keyword-value": "{keyword} must be {expected}",
  "schema-too-deep": "the schema is nested too deeply, or its references lead on too far",
  "name-invalid": "{name} cannot be the name of the type: it must be an identifier that the module does not use itself",
};

/** The sentence for a problem. */
export const problemWords = (code: string, facts: { readonly [name: string]: string }): string =>
  (SENTENCES[code] ?? code).replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(facts, name) ? (facts[name] ?? hole) : hole));
