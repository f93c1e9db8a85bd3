// Fails where code names what only a pack may name: a type, a table of names or a word list of a pack
// as a string, or a word of a field (scripts/domain-words.txt) in an identifier, string or pattern. The
// packs are read, so that this cannot go stale. And where a word that was given one meaning
// (scripts/decided-words.tsv) stands in an exported name or a field for another. Files that are still to be cleared stand in
// scripts/names-exceptions.txt; a file there that is clean fails too, so that the list only shrinks.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { ROOT } from "./workspace.mjs";

const { parse } = createRequire(join(ROOT, "packages/core/package.json"))("yaml");
const PACKS = join(ROOT, "packages/core/packs");
/** Types that every field has; code may name them. */
const STRUCTURAL = ["Document", "Operation", "Route", "Statistic", "Country", "Place"];
const EXCEPTIONS = "scripts/names-exceptions.txt";

const lines = (file) =>
  readFileSync(join(ROOT, file), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
const yaml = (...path) => parse(readFileSync(join(PACKS, ...path), "utf8"));

/** What packs name, with what each name is. */
function packNames() {
  const names = new Map();
  const add = (what, list) => {
    for (const name of list) names.set(name, what);
  };
  const addSchema = (...folder) => {
    const { entities, relations } = yaml(...folder, "schema.yaml");
    add("an entity type", Object.keys(entities));
    add("a relationship type", Object.keys(relations));
  };
  addSchema("world");
  for (const field of readdirSync(join(PACKS, "domains"))) {
    addSchema("domains", field);
    const { lexica } = yaml("domains", field, "pack.yaml");
    add(
      "a table of names",
      lexica.map(({ file }) => file),
    );
    add("a word list", Object.keys(yaml("domains", field, "words.yaml").lists));
  }
  for (const name of STRUCTURAL) names.delete(name);
  return names;
}

function* sources(folder) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== "testing") yield* sources(path);
    else if (/\.ts$/.test(entry.name) && !/\.test\.ts$/.test(entry.name)) yield path;
  }
}

/** `drugSentence`, `DRUG_REACH`, `anti-drug`: words in lower case. */
const wordsOf = (text) =>
  text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

/** Words of one meaning, each with the names it may not stand in, and where. */
function decidedWords() {
  const [head, ...rows] = lines("scripts/decided-words.tsv").map((line) => line.split("\t"));
  const at = (column) => head.indexOf(column);
  return rows.flatMap((cells) => {
    const refused = cells[at("refused")] ?? "";
    if (refused === "") return [];
    const rooms = (cells[at("in")] ?? "").split(" ").filter(Boolean);
    const out = rooms.filter((room) => room.startsWith("!")).map((room) => room.slice(1));
    const isIn = (path) =>
      rooms.some((room) => path.startsWith(room)) && !out.some((room) => path.startsWith(room));
    const [word, meaning, instead] = ["word", "meaning", "instead"].map((name) => cells[at(name)]);
    return [{ word, meaning, instead, isIn, pattern: new RegExp(refused, "u") }];
  });
}

const decided = decidedWords();

/** The name that a node gives to what other rooms see: an export, or a field of a type. */
function declaredName(node) {
  if (ts.isPropertySignature(node)) return node.name.getText();
  const isExported = ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export;
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isVariableDeclaration(node);
  return isExported && isNamed ? (node.name?.getText() ?? null) : null;
}

/** What is wrong with a node by the words that were decided on. */
function wordFaults(path, node) {
  const name = declaredName(node);
  return name === null
    ? []
    : decided
        .filter(({ isIn, pattern }) => isIn(path) && pattern.test(name))
        .map(
          ({ word, meaning, instead }) =>
            `declares \`${name}\`; \`${word}\` means ${meaning}. Write ${instead}`,
        );
}

const names = packNames();
const domainWords = new Set(
  lines("scripts/domain-words.txt").flatMap((word) => [word, `${word}s`]),
);

/** The text of a name, string or pattern, or null for any other node. */
function textOf(node) {
  if (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return node.text;
  return node.kind === ts.SyntaxKind.RegularExpressionLiteral ? node.getText() : null;
}

/** The faults of a file, as `line: sentence`. */
function faultsOf(path) {
  const text = readFileSync(join(ROOT, path), "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults = [];
  const visit = (node) => {
    const own = textOf(node);
    if (own !== null && !isImport(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const what = ts.isStringLiteralLike(node) ? names.get(own) : undefined;
      if (what !== undefined) faults.push(`${line} names \`${own}\`, ${what} of a pack`);
      const word = wordsOf(own).find((one) => domainWords.has(one));
      if (word !== undefined) faults.push(`${line} holds \`${word}\`, a word of one field`);
    }
    for (const fault of wordFaults(path, node))
      faults.push(`${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${fault}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

const isImport = (node) =>
  node.parent !== undefined &&
  (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent));

const allowed = new Set(lines(EXCEPTIONS));
const problems = [];
const seen = new Set();
for (const folder of ["packages/core/src", "packages/cli/src", "packages/viewer/src"]) {
  for (const path of sources(folder)) {
    const faults = faultsOf(path);
    seen.add(path);
    if (!allowed.has(path)) problems.push(...faults.map((fault) => `${path}:${fault}`));
    else if (faults.length === 0)
      problems.push(`${EXCEPTIONS}: \`${path}\` is clean now. Take it off the list.`);
  }
}
for (const path of allowed)
  if (!seen.has(path))
    problems.push(`${EXCEPTIONS}: there is no \`${path}\`. Take it off the list.`);

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0)
  process.stderr.write("Ask the schema for roles, and keep the words of a field in its pack.\n");
process.exitCode = problems.length > 0 ? 1 : 0;
