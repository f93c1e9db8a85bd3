import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFunctions } from "@redthread/core/cypher";

const SCENARIOS = 3_897;
const GAPS_FILE = "tests/tck/known-gaps.txt";
const DIFFERENCES_FILE = "tests/cases/neo4j-differences.tsv";

/** Differences of the recording, not of the two engines. */
const ABOUT_THE_RECORDING = /recording/;

/** The page that says what the query engine knows, from its own registry and the list of TCK gaps. */
export function cypherPage(root: string): string {
  const gaps = readGaps(join(root, GAPS_FILE));
  const families = new Map<string, string[]>();
  for (const { family, name, summary } of listFunctions()) {
    const lines = families.get(family) ?? [];
    lines.push(`| \`${name}\` | ${summary.replaceAll("|", "\\|")} |`);
    families.set(family, lines);
  }
  const tables = [...families].map(
    ([family, lines]) => `### ${family}\n\n| name | what it does |\n|---|---|\n${lines.join("\n")}`,
  );
  const differences = readDifferences(join(root, DIFFERENCES_FILE));
  return `# Cypher

<!-- Made by \`npm run docs\` from the function registry, ${GAPS_FILE} and
${DIFFERENCES_FILE}. -->

The same query runs in memory and on Neo4j. Of the ${SCENARIOS.toLocaleString("en-US")} scenarios of the
openCypher TCK (outlines expanded; strict on error class, phase and code, side effects, column names and
order) the engine passes ${(SCENARIOS - gaps.length).toLocaleString("en-US")}; \`npm run tck\` counts them
where the TCK is at hand. ${gapsText(gaps)}

## Clauses

MATCH, OPTIONAL MATCH, WHERE, WITH, RETURN, UNWIND, ORDER BY, SKIP, LIMIT, DISTINCT, UNION [ALL], CREATE,
MERGE with ON CREATE and ON MATCH, SET, REMOVE, [DETACH] DELETE, FOREACH, CALL procedure with YIELD, CALL
{ subquery } with either form of import, EXISTS { }, COUNT { }, COLLECT { }, EXPLAIN, PROFILE.

Patterns: variable length, paths that are repeated such as \`((a)-[r]->(b) WHERE r.w > 1){1,3}\` with lists for
their variables, label expressions, inline WHERE, pattern predicates and comprehensions,
shortestPath and allShortestPaths, and ANY SHORTEST, ALL SHORTEST, SHORTEST k, SHORTEST k GROUPS, ANY and
ANY k (which choose between each two ends before WHERE filters). Expressions: CASE, list comprehension, reduce, all, any, none, single,
map projection, \`=~\` with the syntax of Java's regular expressions, \`IS :: TYPE\`, \`IS NORMALIZED\`.

CREATE and DROP CONSTRAINT for unique properties of nodes, which hold while the graph is in memory; other
constraints, full-text and vector indexes and \`CALL { } IN TRANSACTIONS\` are refused. Times are written as
Neo4j writes them; \`timeForm: "short"\` of the engine writes them as the TCK does.

A query can be given a time limit (\`--timeout\`), a row limit (\`--max-rows\`), a limit on the memory
that it holds (\`--memory\`) or be stopped by Ctrl-C; it
then changes nothing and says which limit it met.

## Where it differs from Neo4j 5.26

Found by asking both the same 787 small queries; where the TCK and Neo4j disagree, the TCK wins here.

| query | why |
|---|---|
${differences.map(([query, why]) => `| \`${query}\` | ${why} |`).join("\n")}

## Functions

${tables.join("\n\n")}
`;
}

function readGaps(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

/** Query and reason of each known difference, ready for a table cell. */
function readDifferences(file: string): readonly (readonly [string, string])[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(
      ([query = "", why = ""]) => query !== "" && why !== "" && !ABOUT_THE_RECORDING.test(why),
    )
    .map(([query = "", why = ""]) => [query.replaceAll("|", "\\|"), why] as const);
}

function gapsText(gaps: readonly string[]): string {
  if (gaps.length === 0) return "";
  const folders = new Map<string, number>();
  for (const gap of gaps) {
    const folder = gap.split("/").slice(0, 2).join("/");
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  const rows = [...folders].sort().map(([folder, count]) => `| \`${folder}\` | ${count} |`);
  return `The rest, by folder:

| feature folder | known gaps |
|---|---|
${rows.join("\n")}
`;
}
