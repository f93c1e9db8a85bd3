// Fails where code orders texts by itself: `a < b ? -1 : 1`, `if (a < b) return -1`, `localeCompare`, a
// collator. There is one order, compareText of packages/core/src/text/compare.ts, so that the same
// input gives the same bytes on every machine. Numbers are subtracted. Places that order otherwise stand
// in scripts/order-exceptions.txt, each with its reason; one that is clean fails too.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./workspace.mjs";

const FOLDERS = ["packages", "tests", "benches", "scripts"];
const SKIPPED = new Set(["node_modules", "dist", "bundle", "packs", "__snapshots__"]);
const EXCEPTIONS = "scripts/order-exceptions.txt";
const LOCALE = new Set(["localeCompare", "Collator"]);
const LESS_OR_MORE = new Set([ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken]);

function* sources(folder) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* sources(path);
    else if (/\.(ts|mjs)$/.test(entry.name)) yield path;
  }
}

/** What is asked of a thing: `.id` of `a.id`, nothing of `a`; the thing itself parts `a` from `b`. */
const askedOf = (node) => node.getText().replace(/^[\w$]+/, "");

/** The same of two things: `a.id < b.id`; a number against a limit is no order. */
const isComparison = (node) =>
  ts.isBinaryExpression(node) &&
  LESS_OR_MORE.has(node.operatorToken.kind) &&
  ![node.left, node.right].some(ts.isNumericLiteral) &&
  askedOf(node.left) === askedOf(node.right);

/** `-1`: what a comparator gives for "comes first". */
const isFirst = (node) =>
  node !== undefined &&
  ts.isPrefixUnaryExpression(node) &&
  node.operator === ts.SyntaxKind.MinusToken &&
  node.operand.getText() === "1";

/** The statement of a branch, out of its block where it stands alone in one. */
const onlyStatement = (node) =>
  ts.isBlock(node) && node.statements.length === 1 ? node.statements[0] : node;

/** What is wrong with a node, or null. */
function faultOf(node) {
  if (ts.isIdentifier(node) && LOCALE.has(node.text)) return `\`${node.text}\` depends on a locale`;
  if (ts.isConditionalExpression(node) && isComparison(node.condition))
    return [node.whenTrue, node.whenFalse].some(isFirst) ? "orders by itself" : null;
  if (ts.isIfStatement(node) && isComparison(node.expression)) {
    const branch = onlyStatement(node.thenStatement);
    return ts.isReturnStatement(branch) && isFirst(branch.expression) ? "orders by itself" : null;
  }
  return null;
}

function faultsOf(path) {
  const text = readFileSync(join(ROOT, path), "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults = [];
  const visit = (node) => {
    const fault = faultOf(node);
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (fault !== null) faults.push(`${path}:${line} ${fault}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** Paths that are excused; one that ends in a slash excuses a room. */
const excused = readFileSync(join(ROOT, EXCEPTIONS), "utf8")
  .split("\n")
  .map((line) => line.replace(/#.*/, "").trim())
  .filter(Boolean);
const used = new Set();
const problems = [];
for (const folder of FOLDERS) {
  for (const path of sources(folder)) {
    const faults = faultsOf(path);
    const excuse = excused.find((one) => (one.endsWith("/") ? path.startsWith(one) : path === one));
    if (excuse === undefined) problems.push(...faults);
    else if (faults.length > 0) used.add(excuse);
  }
}
for (const path of excused)
  if (!used.has(path))
    problems.push(`${EXCEPTIONS}: \`${path}\` orders nothing by itself. Take it off the list.`);

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0)
  process.stderr.write(
    "Order texts with compareText of @redthread/core/text, numbers by subtraction.\n",
  );
else process.stdout.write("Texts are ordered in one way.\n");
process.exitCode = problems.length > 0 ? 1 : 0;
