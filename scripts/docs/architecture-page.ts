import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sentenceWalk } from "./sentence-walk.js";

interface CruisedModule {
  readonly source: string;
  readonly dependencies: readonly { readonly resolved: string }[];
}

/** What each room is for, in pipeline order; a room without a sentence here fails the page. */
const ROOMS: Readonly<Record<string, string>> = {
  "core/errors": "typed failures with a code and a sentence",
  "core/text": "pure string work: folding, tokens, tries, similarity, hashes",
  "core/model": "the nouns: document, block, sentence, mention, evidence, claim, entity, schema",
  "core/packs": "loads world, language and field: types, lexica, words, patterns, figures",
  "core/read": "bytes to an immutable text with blocks, sentences, date and publisher",
  "core/extract": "text to mentions, operations, relations and figures, each claim with its quote",
  "core/origins":
    "what reports lean on and take back: publishers, copies, credits, citations, speakers, grades",
  "core/resolve": "document entities to entities: block, compare, score, cluster, merge",
  "core/graph":
    "the columnar property graph with one write path; JSON lines and graphology at its edge",
  "core/cypher": "the query engine: source, lexer, ast, parser, semantics, plan, evaluate, execute",
  "core/stores": "the GraphStore contract, in memory and on Neo4j",
  "core/trace": "the one place for chains, states, borders, proof, names and dossiers",
  "core/formats":
    "a graph as files of other programs, and back; one format a file, none touches a disk",
  "core/build": "the one place that composes the pipeline",
  "viewer/theme": "colours, shapes and type, light and dark",
  "viewer/scene": "graph to a plain description of the picture",
  "viewer/layout": "positions, grounds and labels, the same on every run",
  "viewer/overview": "regions, states and what crosses of a case too large for one picture",
  "viewer/labels": "label placement that lets nothing overlap",
  "viewer/render": "the scene as SVG",
  "viewer/panel": "drawer, list and legend",
  "viewer/interact": "search, filter, chain, keyboard",
  "viewer/report": "the offline HTML file",
  "viewer/explain": "the offline page of one report's explanation",
  "viewer/app": "what runs inside the report",
  cli: "the redthread command",
};

/** The page that draws the rooms and their imports as dependency-cruiser finds them. */
export function architecturePage(root: string): string {
  const modules = cruise(root);
  const arrows = new Map<string, number>();
  const seen = new Set<string>();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    if (from === null || source.endsWith(".test.ts")) continue;
    seen.add(from);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (to !== null && to !== from) {
        const arrow = `${from} ${to}`;
        arrows.set(arrow, (arrows.get(arrow) ?? 0) + 1);
      }
    }
  }
  const unnamed = [...seen].filter((room) => ROOMS[room] === undefined);
  if (unnamed.length > 0) throw new Error(`Say what these rooms are for: ${unnamed.join(", ")}.`);
  const rooms = Object.keys(ROOMS).filter((room) => seen.has(room));
  return `${page(rooms, arrows)}
${WHY}
${decidedWords(root)}
## The walk of one sentence

From the example case, as the program itself tells it:

${sentenceWalk(root)}
`;
}

function cruise(root: string): readonly CruisedModule[] {
  const { stdout } = spawnSync(process.execPath, [join(root, "scripts/cruise.mjs")], {
    cwd: root,
    encoding: "utf8",
  });
  const found = JSON.parse(readFileSync(stdout, "utf8")) as {
    readonly modules: readonly CruisedModule[];
  };
  return found.modules;
}

function roomOf(path: string): string | null {
  const match = /^packages\/(core|viewer|cli)\/src\/(?:([^/]+)\/)?/.exec(path);
  if (match === null) return null;
  const [, name, room] = match;
  if (name === "cli") return "cli";
  return room === undefined ? null : `${name}/${room}`;
}

function page(rooms: readonly string[], arrows: ReadonlyMap<string, number>): string {
  const nodeName = (room: string) => room.replace("/", "_");
  const group = (name: string) =>
    rooms
      .filter((room) => room.startsWith(`${name}/`))
      .map((room) => `    ${nodeName(room)}[${room.slice(name.length + 1)}]`)
      .join("\n");
  const lines = [...arrows.keys()].sort().map((arrow) => {
    const [from = "", to = ""] = arrow.split(" ");
    return `  ${nodeName(from)} --> ${nodeName(to)}`;
  });
  return `# Architecture

<!-- Made by \`npm run docs\` from the imports in the code. Edit scripts/docs/architecture-page.ts. -->

A folder of reports goes through the rooms of \`packages/core/src\` from top to bottom: read, extract,
resolve, build. \`read\`, \`extract\` and \`resolve\` never import each other; they meet in \`model\`.
\`graph\` and \`cypher\` know nothing of documents, so the engine can be used alone. Core and viewer do
no input or output: files, processes and clocks belong to \`cli\`, the network to \`stores/neo4j\`.
\`npm run rooms\` keeps every arrow below true; the rules and their reasons are in
\`.dependency-cruiser.mjs\`.

\`\`\`mermaid
flowchart TD
  subgraph core
${group("core")}
  end
  subgraph viewer
${group("viewer")}
  end
  cli
${lines.join("\n")}
\`\`\`

| room | what it is for |
|---|---|
${rooms.map((room) => `| \`${room}\` | ${ROOMS[room]} |`).join("\n")}
`;
}

/** The words of scripts/decided-words.tsv, with their meanings. */
function decidedWords(root: string): string {
  const rows = readFileSync(join(root, "scripts/decided-words.tsv"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .slice(1)
    .map((line) => line.split("\t"));
  return `## Words of one meaning

Each of these once meant two things. \`npm run check\` holds what can be held by name; the list is
\`scripts/decided-words.tsv\`.

| word | in code and docs it means | for the rest |
|---|---|---|
${rows.map(([word, meaning, instead]) => `| ${word} | ${meaning} | ${instead} |`).join("\n")}
`;
}

const WHY = `## Why it is built so

- **Types are data.** The engine asks for roles (who is a body, which relation is a post); a field says in
  \`schema.yaml\` which of its types each is. Six types are named in code, and \`npm run check\` holds that:
  Document, Operation, Route, Statistic, Country, Place ([decision 7](decisions/0007-types-are-data.md)).
- **One meaning.** States, chains, borders, the order of proof, the wording of figures and the search for names
  are made in \`core\` alone, as functions of plain data (\`TraceGraph\`) that terminal, page and
  \`CALL redthread.paths\` share ([decision 8](decisions/0008-one-trace.md)).
- **Evidence first.** A claim without a quote cannot be made, a relation that the schema does not allow cannot
  enter the graph, and what no single sentence says is marked \`inferred\`.
- **Figures are measured.** What a rule, a family of rules and a band of confidence were worth stands in the
  field's \`measured.yaml\`, written by the scorer ([decision 6](decisions/0006-confidence-in-three-parts.md)).
- **How likely a link was read right is learnt.** \`extract/weights\` describes each reading by named features
  and weighs it by the field's \`weights.yaml\`, which the scorer fits to judged links
  ([decision 11](decisions/0011-learnt-weights.md)); what it is worth is told in [Accuracy](accuracy.md).
- **A case is a pure function** of its texts, external claims, judgements and pack
  ([decision 9](decisions/0009-evidence-and-what-follows-from-it.md)); the same reports give the same bytes.
- **Registries are seams**: readers of formats, extractors, exporters, procedures, parts of the runners. A new
  one is one file and one line.
`;
