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
MERGE with ON CREATE and ON MATCH, SET, REMOVE, [DETACH] DELETE, FOREACH, [OPTIONAL] CALL procedure with YIELD, CALL
{ subquery } with either form of import, EXISTS { }, COUNT { }, COLLECT { }, FINISH, LOAD CSV, EXPLAIN, PROFILE.

Of Cypher 25 and GQL, with or without \`CYPHER 25\` before them: FILTER, LET, NEXT, WHEN … THEN … ELSE, queries in
braces, INSERT, \`allReduce()\`. The two versions are read as one language.

Patterns: variable length, paths that are repeated such as \`((a)-[r]->(b) WHERE r.w > 1){1,3}\` with lists for
their variables, label expressions, dynamic labels and types \`$(…)\`, \`$all(…)\`, \`$any(…)\`, inline WHERE, pattern
predicates and comprehensions, shortestPath and allShortestPaths, and ANY SHORTEST, ALL SHORTEST, SHORTEST k, SHORTEST k
GROUPS, ANY and ANY k (which choose between each two ends before WHERE filters). Expressions: CASE, list comprehension,
reduce, all, any, none, single, map projection, \`=~\` with the syntax of Java's regular expressions, \`IS :: TYPE\`,
\`IS NORMALIZED\`, \`INFINITY\`, \`NaN\`.

Schema: CREATE and DROP CONSTRAINT for unique properties of nodes, CREATE and DROP INDEX of every kind but VECTOR, SHOW
INDEXES, CONSTRAINTS, FUNCTIONS and PROCEDURES with YIELD, WHERE and RETURN. They last as long as the graph is in memory.

Times are written as Neo4j writes them; \`timeForm: "short"\` of the engine writes them as the TCK does.

A query can be given a time limit (\`--timeout\`), a row limit (\`--max-rows\`), a limit on the memory
that it holds (\`--memory\`) or be stopped by Ctrl-C; it
then changes nothing and says which limit it met.

## Where it differs from Neo4j 5.26

Found by asking both the same 787 small queries; where the TCK and Neo4j disagree, the TCK wins here.

| query | why |
|---|---|
${differences.map(([query, why]) => `| \`${query}\` | ${why} |`).join("\n")}

What is left out, and why:

| form | why |
|---|---|
| \`CALL { } IN TRANSACTIONS\` | a statement is one transaction in memory, and is undone as one |
| constraints other than unique properties of nodes | Neo4j Community has one more, the same on relationships |
| vector indexes | order by \`vector.similarity.cosine()\` |
| SHOW of databases, users, settings, transactions | a graph in memory has none |
| NEXT behind a query that returns nothing, and \`RETURN *\` before NEXT and UNION | what is passed on has to be named |
| variables that \`CALL (x) { }\` imports, behind a WITH inside | they have to be named in that WITH |
| LOAD CSV from \`http://\` and \`ftp://\`, \`linenumber()\`, \`file()\` | a query opens no network |
| \`apoc.load\`, \`apoc.cypher\`, \`apoc.periodic\`, \`apoc.refactor\` | they open files, run text as queries, or write in parts |
| \`gds\` in \`write\` and \`mutate\` mode, Cypher projections | results come as streams |

## Procedures

Every engine has \`db.labels\`, \`db.relationshipTypes\`, \`db.propertyKeys\`, \`db.schema.*\`, \`db.info\`, \`db.ping\`,
\`db.awaitIndexes\` and its kin, and \`dbms.components\`. Sets of more are loaded where a query names them
(\`@redthread/core/cypher/procedures\`):

- LOAD CSV reads the files of one folder, which \`query --csv DIR\` opens; \`file:///ships.csv\` is a file in it.
- \`db.index.fulltext.queryNodes\` and \`queryRelationships\` take Lucene's language (terms, phrases, AND, OR, NOT, +, -,
  \`field:term\`, \`term*\`, \`term~1\`) by minisearch. The hits are Neo4j's; scores are BM25 on another scale, so that
  near hits may stand in another order. Analyzers with stems and stop words are not here: they search like the default.
- \`gds.*.stream\`: pageRank, eigenvector, degree, betweenness, closeness, louvain, wcc, scc, triangleCount,
  localClusteringCoefficient, nodeSimilarity, shortestPath.dijkstra, over \`gds.graph.project\` (native; kept for one
  run) or a map in place of its name. Ranks are networkx's times the number of nodes: a node without a way on gives
  to all, where GDS lets its share be lost.
- \`apoc.meta.stats\`, \`apoc.path.expand\`, \`expandConfig\`, \`spanningTree\`, \`subgraphNodes\`, \`subgraphAll\`; a
  setting that is not known is refused.

The answers in \`tests/cypher\` are recorded from Neo4j 5.26.15 where it knows the form, and follow its manual or
networkx where it does not.

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
