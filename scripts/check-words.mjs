// Counts the English words that code matches against the text of reports: in regular expressions, in
// lists and sets of texts, in comparisons with a text. A language's words belong in packs/languages, a
// field's in packs/domains; this keeps the number left in code from growing. What is compared with a
// closed set of texts (kinds, roles, modes) is the code's own, not the text's, and is not counted.
// `--list` prints each with its place.
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./workspace.mjs";

/** Rooms that read reports; `explain` only writes, `read/formats` matches marks of formats. */
const ROOMS = ["read", "extract", "resolve", "text", "build"];
const SKIPPED = /\.test\.ts$|\/testing\/|\/explain\/|\/read\/(formats\/|sniff)/;
/** As many as there are; the number may only shrink, to under 100 in the end. */
const MOST = 893;

const config = ts.getParsedCommandLineOfConfigFile(
  join(ROOT, "packages/core/tsconfig.json"),
  { noEmit: true },
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (found) => {
      throw new Error(String(found.messageText));
    },
  },
);
const program = ts.createProgram(config.fileNames, config.options);
const checker = program.getTypeChecker();

/** Words of a regular expression: runs of letters that are no escape, class, group name or flag. */
const wordsOfPattern = (source) =>
  source
    .replace(/\\p\{[^}]*\}|\\[a-zA-Z]|\(\?<\w+>|\\k<\w+>|\[[^\]]*\]|\/[a-z]*$/g, " ")
    .match(/[A-Za-z]{2,}/g) ?? [];

const wordsOfText = (text) => text.match(/[A-Za-z]+/g) ?? [];

/** Whether a type is any text at all, not one of a few. */
const isAnyText = (type) =>
  (type !== undefined && (type.flags & ts.TypeFlags.String) !== 0) ||
  (type?.isUnion() === true && type.types.some((one) => (one.flags & ts.TypeFlags.String) !== 0));

const EQUALITIES = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);
const ASKS = new Set([
  "has",
  "get",
  "includes",
  "startsWith",
  "endsWith",
  "indexOf",
  "word",
  "words",
  "isWord",
  "phrase",
  "split",
  "some",
  "every",
]);

/** Whether a text stands where it is matched against a report. */
function isMatched(node) {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && EQUALITIES.has(parent.operatorToken.kind)) {
    const other = parent.left === node ? parent.right : parent.left;
    return isAnyText(checker.getTypeAtLocation(other));
  }
  if (ts.isCaseClause(parent))
    return isAnyText(checker.getTypeAtLocation(parent.parent.parent.expression));
  if (ts.isCallExpression(parent) && parent.arguments.includes(node)) {
    const callee = parent.expression;
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
    return (
      (ASKS.has(name) || /[wW]ord|[pP]hrase|[fF]orms?$/.test(name)) &&
      isAnyText(checker.getContextualType(node))
    );
  }
  if (ts.isArrayLiteralExpression(parent))
    return isAnyText(checker.getContextualType(node)) || isLooseList(parent);
  return false;
}

/** A list that a pattern asks for: `<slot>`. */
const SLOT = /(?<!\(\?)<[a-z_]+>/g;

/** Whether a text is a pattern with lists in it: `words.pattern("^<articles> ")`. */
const isTemplate = (node) =>
  ts.isStringLiteral(node) &&
  ts.isCallExpression(node.parent) &&
  node.parent.arguments[0] === node &&
  ts.isPropertyAccessExpression(node.parent.expression) &&
  node.parent.expression.name.text === "pattern";

/** A list of texts whose type nobody names: `new Set(["of", "in"])`, `["of", "in"]`. */
function isLooseList(list) {
  const type = checker.getTypeAtLocation(list);
  const [element] = checker.getTypeArguments(type);
  return isAnyText(element);
}

function* wordsIn(file) {
  const found = [];
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isRegularExpressionLiteral(node))
      found.push(...wordsOfPattern(node.text).map((word) => [word, node]));
    else if (isTemplate(node))
      found.push(...wordsOfPattern(node.text.replace(SLOT, " ")).map((word) => [word, node]));
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      if (isMatched(node)) found.push(...wordsOfText(node.text).map((word) => [word, node]));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const [word, node] of found) {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    yield { word, place: `${file.fileName.slice(ROOT.length + 1)}:${line}` };
  }
}

const words = program
  .getSourceFiles()
  .filter(({ fileName }) =>
    ROOMS.some((room) => fileName.startsWith(join(ROOT, "packages/core/src", room))),
  )
  .filter(({ fileName }) => !SKIPPED.test(fileName))
  .flatMap((file) => [...wordsIn(file)]);
if (process.argv.includes("--list"))
  for (const { word, place } of words) process.stdout.write(`${place} ${word}\n`);
if (words.length > MOST)
  process.stderr.write(
    `${words.length} English words stand in code, more than ${MOST}. Move them into packs/languages; \`node scripts/check-words.mjs --list\` shows where they are.\n`,
  );
else if (words.length < MOST)
  process.stderr.write(
    `Only ${words.length} English words stand in code. Set MOST of scripts/check-words.mjs to that, so that they stay few.\n`,
  );
else process.stdout.write(`${words.length} English words stand in code, as before.\n`);
process.exitCode = words.length === MOST ? 0 : 1;
