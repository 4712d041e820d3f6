// Reads the rendered sources back and holds them against the contract: a second wall behind `Code`. The only file that knows ts-morph.
import { SyntaxKind, ts } from "ts-morph";
import type { Contract, Diagnostic } from "../contract.ts";
import { diagnostic } from "../diagnostics.ts";
import { located, originAt } from "../lib/origin.ts";
import { checkComments, type Say } from "./rendered-comments.ts";
import { METHODS, type Vocabulary, vocabularyOf, wordsIn } from "./vocabulary.ts";

interface Sources {
  readonly files: ReadonlyMap<string, string>;
  readonly contracts: readonly Contract[];
  /** Our own texts: a file that is the copy of one is trusted, and the words of the others may stand in comments. */
  readonly templates: ReadonlyMap<string, string>;
}

/** Finds what the package's sources say beyond the contracts. Documents and data (`.md`, `.json`) are nothing that runs, and are not read. */
export function readBack({ files, contracts, templates }: Sources): readonly Diagnostic[] {
  const vocabularies = new Map(
    contracts.map((contract) => [contract.vendor, vocabularyOf(contract, templates, files.has(`src/${contract.vendor}/samples.ts`))]),
  );
  return [...files].flatMap(([path, text]): readonly Diagnostic[] => {
    if (templates.get(path) === text || (!path.startsWith("src/") && isFilled(path, templates))) return [];
    const found: Diagnostic[] = [];
    const say: Say = (at, length, what) =>
      void found.push(
        diagnostic(
          "unexpected-source-text",
          originAt(located(path, text), at, ""),
          { what: `in the generated ${path}: ${what}` },
          Math.max(1, length),
        ),
      );
    const [, vendor = "", module = ""] = /^src\/([^/]+)\/([^/]+\.ts)$/.exec(path) ?? [];
    const vocabulary = vocabularies.get(vendor);
    const template = templates.get(`src/vendor/${module}.hbs`);
    if (vocabulary === undefined || template === undefined) say(0, 1, "no template makes a file of this name and text");
    else {
      const source = ts.createSourceFile(`/${path}`, text, PARSING);
      const isFile = (specifier: string): boolean =>
        specifier.startsWith(".") && files.has(new URL(specifier, `file:///${path}`).pathname.slice(1));
      const invisible = text.search(INVISIBLE);
      if (invisible >= 0) say(invisible, 1, "a character that does not show stands here");
      checkComments(blanked(source), vendor, vocabulary.words, say);
      if (linesBelow(text) !== linesBelow(template)) checkModule(source, module, vocabulary, isFile, say);
    }
    return found;
  });
}

/** Comments are looked at as texts, and their parsing would take as long as that of the code. */
const PARSING = { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };

/** Whether a template makes a file at this path, for the package or for a vendor. */
const isFilled = (path: string, templates: ReadonlyMap<string, string>): boolean =>
  templates.has(`${path}.hbs`) || templates.has(`${path.replace(/\/[^/]+\//, "/vendor/")}.hbs`);

/** Controls, and marks that change what a line shows. */
const INVISIBLE = /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b-\u200f\u2060-\u2064\ufeff]/u;

/** What stands below the header: an index holds nothing of the vendor's there. */
const linesBelow = (text: string): string => text.slice(text.indexOf("\n"));

/** The text without what stands in quotes and slashes: whatever looks like a comment now is one. */
function blanked(source: ts.SourceFile): string {
  const pieces: string[] = [];
  let from = 0;
  const visit = (node: ts.Node): void => {
    if (
      !ts.isStringLiteralLike(node) &&
      !ts.isRegularExpressionLiteral(node) &&
      !ts.isTemplateHead(node) &&
      !ts.isTemplateMiddleOrTemplateTail(node)
    )
      return void ts.forEachChild(node, visit);
    pieces.push(source.text.slice(from, node.getStart(source)), " ".repeat(node.end - node.getStart(source)));
    from = node.end;
  };
  visit(source);
  return pieces.join("") + source.text.slice(from);
}

const k = SyntaxKind;
// oxfmt-ignore
const LITERALS = [k.StringLiteral, k.NumericLiteral, k.TrueKeyword, k.FalseKeyword, k.NullKeyword, k.ObjectLiteralExpression, k.PropertyAssignment, k.SpreadAssignment, k.ComputedPropertyName, k.ArrayLiteralExpression, k.PrefixUnaryExpression];
// oxfmt-ignore
const TYPES = [k.UndefinedKeyword, k.TypeReference, k.TypeLiteral, k.TupleType, k.OptionalType, k.RestType, k.PropertySignature, k.IndexSignature, k.Parameter, k.QuestionToken, k.ArrayType, k.ParenthesizedType, k.UnionType, k.IntersectionType, k.LiteralType, k.StringKeyword, k.NumberKeyword, k.BooleanKeyword, k.UnknownKeyword, k.NeverKeyword, k.IndexedAccessType, k.TypeOperator, k.ReadonlyKeyword, k.TypeQuery, k.TypePredicate, k.AssertsKeyword, k.MappedType, k.TypeParameter, k.FunctionType, k.VoidKeyword];
// oxfmt-ignore
const STATEMENTS = [k.Block, k.VariableStatement, k.VariableDeclarationList, k.VariableDeclaration, k.IfStatement, k.ReturnStatement, k.ForOfStatement, k.ForInStatement, k.ForStatement, k.ArrayBindingPattern, k.BindingElement, k.ExpressionStatement, k.ExportKeyword];
// oxfmt-ignore
const EXPRESSIONS = [k.Identifier, k.RegularExpressionLiteral, k.CallExpression, k.NewExpression, k.PropertyAccessExpression, k.ElementAccessExpression, k.BinaryExpression, k.ConditionalExpression, k.ColonToken, k.ParenthesizedExpression, k.ArrowFunction, k.EqualsGreaterThanToken, k.TypeOfExpression, k.ShorthandPropertyAssignment, k.AsExpression, k.SatisfiesExpression];
// oxfmt-ignore
const OPERATORS = [k.EqualsToken, k.EqualsEqualsEqualsToken, k.ExclamationEqualsEqualsToken, k.AmpersandAmpersandToken, k.BarBarToken, k.PlusToken, k.PlusEqualsToken, k.PercentToken, k.LessThanToken, k.LessThanEqualsToken, k.GreaterThanToken, k.GreaterThanEqualsToken];
// oxfmt-ignore
const EVENTS = [k.ObjectKeyword, k.OmittedExpression, k.TemplateExpression, k.TemplateHead, k.TemplateSpan, k.TemplateMiddle, k.TemplateTail, k.TemplateLiteralType, k.TemplateLiteralTypeSpan, k.QuestionQuestionToken, k.NamespaceImport, k.QualifiedName];
const IMPORTS = [
  k.ImportDeclaration,
  k.ImportClause,
  k.NamedImports,
  k.ImportSpecifier,
  k.ExportDeclaration,
  k.NamedExports,
  k.ExportSpecifier,
];
/** What rendered code is made of. Not in it: `any`, `!`, classes, decorators, `enum`, `await`, `import()`, templates, and all else. */
const KINDS: ReadonlySet<SyntaxKind> = new Set([
  k.EndOfFileToken,
  k.FunctionDeclaration,
  k.InterfaceDeclaration,
  k.TypeAliasDeclaration,
  ...IMPORTS,
  ...STATEMENTS,
  ...EXPRESSIONS,
  ...OPERATORS,
  ...TYPES,
  ...LITERALS,
]);

/** What modules have beyond that: events are told apart by names, which may have parts. */
const MORE: ReadonlyMap<string, ReadonlySet<SyntaxKind>> = new Map([["events.ts", new Set(EVENTS)]]);

/** What printers put behind a name: variables of loops in loops, of conditions, and of items at fixed places. */
const NUMBERED = /(?<=^(?:item|member|index|name|matching|fits|covers))\d+$|(?<=.)Item\d+$/;

const ASSIGNMENTS: ReadonlySet<SyntaxKind> = new Set([k.EqualsToken, k.PlusEqualsToken]);

/** The functions that make issues. */
const TELLING: ReadonlySet<string> = new Set(["issue", "issueAt", "memberIssue", "requiredIssue", "nearest", "tooDeep"]);

/** Where a check says once what the locations of its issues begin with. */
const isLocation = (node: ts.Node): boolean => ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === "here";

/** What stands at the top of a module, besides imports. */
const TOP: ReadonlyMap<string, readonly SyntaxKind[]> = new Map([
  ["types.ts", [k.InterfaceDeclaration, k.TypeAliasDeclaration]],
  ["enums.ts", [k.VariableStatement, k.TypeAliasDeclaration, k.FunctionDeclaration]],
  ["validators.ts", [k.VariableStatement, k.FunctionDeclaration]],
  ["examples.ts", [k.VariableStatement]],
  ["json-schemas.ts", [k.VariableStatement]],
  ["events.ts", [k.InterfaceDeclaration, k.TypeAliasDeclaration, k.FunctionDeclaration]],
  ["receive.ts", [k.ExportDeclaration, k.TypeAliasDeclaration, k.FunctionDeclaration]],
  ["upgrades.ts", [k.VariableStatement, k.FunctionDeclaration]],
  ["signatures.ts", [k.ExportDeclaration, k.VariableStatement, k.FunctionDeclaration]],
  ["samples.ts", [k.VariableStatement]],
  ["arbitraries.ts", [k.VariableStatement]],
]);

function checkModule(
  source: ts.SourceFile,
  module: string,
  vocabulary: Vocabulary,
  isFile: (specifier: string) => boolean,
  say: Say,
): void {
  const textOf = (node: ts.Node): string => node.getText(source);
  const wrong = (node: ts.Node, what: string): void =>
    say(node.getStart(source), node.end - node.getStart(source), `${textOf(node).replace(/\s+/g, " ").slice(0, 60)} ${what}`);
  const holds = (set: ReadonlySet<string>, node: ts.Node, text: string, noun: string): void =>
    set.has(text) ? undefined : wrong(node, `is no ${noun} that the contract holds`);

  /** `validators.isFoo`: what a module holds that is imported whole. */
  const isOfModule = (node: ts.Node): boolean => ts.isPropertyAccessExpression(node) && textOf(node.expression) === "validators";

  const checkCall = (node: ts.CallExpression | ts.NewExpression, isLoading: boolean): void => {
    const { expression: callee } = node;
    if (isLoading)
      return vocabulary.calls.has(textOf(node))
        ? undefined
        : wrong(node, "is called while the module loads, and not on the list of what may be");
    const isOurs =
      ts.isIdentifier(callee) ||
      (ts.isPropertyAccessExpression(callee) && (METHODS.has(callee.name.text) || isOfModule(callee))) ||
      textOf(callee) === "cases[value]";
    if (!isOurs || ts.isNewExpression(node)) wrong(node, "is called, and not on the list of what may be");
  };

  /** `isTold` inside the call that makes an issue, whose texts are sentences and pointers. */
  const visit = (node: ts.Node, parent: ts.Node, isLoading: boolean, isTold = false): void => {
    if (!KINDS.has(node.kind) && !MORE.get(module)?.has(node.kind))
      return wrong(node, `is code of a kind that no template has (${k[node.kind]})`);
    if (ts.isIdentifier(node)) {
      const isMember =
        (ts.isPropertySignature(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyAccessExpression(parent)) &&
        parent.name === node &&
        !isOfModule(parent);
      if (!isMember) holds(vocabulary.names, node, node.text.replace(NUMBERED, ""), "name");
      else if (!(ts.isPropertyAccessExpression(parent) && METHODS.has(node.text))) holds(vocabulary.members, node, node.text, "property");
    } else if (ts.isStringLiteral(node)) {
      if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)) {
        if (!isFile(node.text)) wrong(node, "is no module of the package");
      } else if (!isTold || !wordsIn(node.text).every((word) => vocabulary.words.has(word) || /^\d+$/.test(word)))
        holds(vocabulary.texts, node, node.text, "text");
    } else if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) holds(vocabulary.texts, node, node.text, "text");
    else if (ts.isNumericLiteral(node) && !vocabulary.numbers.has(Number(node.text))) wrong(node, "is no number that the contract holds");
    else if (ts.isRegularExpressionLiteral(node)) holds(vocabulary.patterns, node, node.text, "pattern");
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) checkCall(node, isLoading);
    else if (ts.isImportDeclaration(node) && node.importClause === undefined) wrong(node, "imports nothing by name");
    else if (ts.isComputedPropertyName(node) && textOf(node) !== '["__proto__"]') wrong(node, "is computed");
    else if (
      ts.isBinaryExpression(node) &&
      ASSIGNMENTS.has(node.operatorToken.kind) &&
      !/^(?:found|field|index\d*|matching)$/.test(textOf(node.left))
    )
      wrong(node, "assigns to what is not ours");
    else if (ts.isPrefixUnaryExpression(node) && node.operator !== k.ExclamationToken && node.operator !== k.MinusToken)
      wrong(node, "changes a value");
    else if (ts.isAsExpression(node) && textOf(node.type) !== "const") wrong(node, "asserts a type");
    if (ts.isAsExpression(node)) return visit(node.expression, node, isLoading);
    const tells = isTold || (ts.isCallExpression(node) ? TELLING.has(textOf(node.expression)) : isLocation(node));
    ts.forEachChild(node, (child) => visit(child, node, isLoading && !ts.isFunctionLike(node), tells));
  };

  const kinds = new Set([...(TOP.get(module) ?? []), k.ImportDeclaration]);
  for (const statement of source.statements) {
    if (kinds.has(statement.kind)) visit(statement, source, true);
    else wrong(statement, `is no statement of this module (${k[statement.kind]})`);
  }
  const expected = new Set(vocabulary.exports.get(module));
  const exported = source.statements
    .filter((statement) => ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === k.ExportKeyword))
    .flatMap(namesOf);
  for (const name of exported) if (!expected.has(name.text)) wrong(name, "is exported, and the contract has no such export");
  for (const name of expected) if (!exported.some(({ text }) => text === name)) say(0, 1, `${name} is not exported`);
}

const namesOf = (statement: ts.Statement): readonly ts.Identifier[] => {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name] : []));
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name] : [];
};
