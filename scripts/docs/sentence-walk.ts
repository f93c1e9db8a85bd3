import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { buildCase, type CaseBuild } from "@redthread/core/build";
import { Float, type PropertyGraph } from "@redthread/core/graph";

/** The report whose first body sentence is followed. */
const REPORT = "06-tigris-daily-homs-operation.txt";
const EXAMPLE = "examples/captagon-route/reports";

/** One sentence of the example followed from its file to the graph, as the program itself tells it. */
export function sentenceWalk(root: string): string {
  const folder = join(root, EXAMPLE);
  const inputs = readdirSync(folder).map((path) => ({
    path,
    bytes: new Uint8Array(readFileSync(join(folder, path))),
  }));
  const built = buildCase(inputs, { pack: loadPackOnce(readPackFiles()) });
  const extraction = built.extractions.find(({ document }) => document.path === REPORT);
  const block = extraction?.document.blocks.find(({ role }) => role === "paragraph");
  const sentence = extraction?.document.sentences.find((one) => one.block === block?.index);
  if (extraction === undefined || sentence === undefined) {
    throw new Error(`The walk needs \`${EXAMPLE}/${REPORT}\` with a paragraph; change it here.`);
  }
  const { document } = extraction;
  const quote = document.text.slice(sentence.start, sentence.end).trim();
  return [
    `> ${quote}`,
    "",
    `1. **read** stores the text of \`${document.path}\` as \`${document.id}\` (the hash of the text) and finds ${document.blocks.length} blocks and ${document.sentences.length} sentences. This one is sentence ${sentence.index}, characters ${sentence.start}–${sentence.end}.`,
    `2. **extract** finds the names in it: ${listMentions(extraction, sentence.index)}.`,
    "3. It makes claims of them, each with this sentence as its proof:",
    "",
    "   | subject | says | object or value | rule |",
    "   |---|---|---|---|",
    ...claimRows(extraction, sentence),
    "",
    "4. **resolve** gives each thing the identity that it has across all reports:",
    ...identities(built, extraction).map((line) => `   ${line}`),
    "5. **build** adds the claims of all reports up to relationships. The one that says who did it:",
    "",
    ...relationshipLines(built.graph, document.id, sentence.start),
    "",
    "6. **trace** follows that relationship from stop to stop, in the terminal, in the page and in a query alike; the quote comes with it.",
  ].join("\n");
}

type Extraction = CaseBuild["extractions"][number];

function listMentions({ entities }: Extraction, sentence: number): string {
  return entities
    .flatMap(({ mentions }) => mentions)
    .filter((mention) => mention.sentence === sentence)
    .sort((a, b) => a.start - b.start)
    .map(({ name, type }) => `${name} (${type})`)
    .join(", ");
}

function claimRows(
  { claims, entities }: Extraction,
  sentence: { readonly start: number; readonly end: number },
): readonly string[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return claims
    .filter(({ evidence: [{ span }] }) => sentence.start <= span.start && span.end <= sentence.end)
    .map((claim) => {
      const subject = names.get(claim.subject) ?? claim.subject;
      const says = claim.kind === "relation" ? claim.type : claim.property;
      const object =
        claim.kind === "relation" ? (names.get(claim.object) ?? claim.object) : claim.value;
      return `   | ${subject} | ${says} | ${object} | \`${claim.rule}\` |`;
    });
}

/** Ids of the agencies and actions that the report tells of. */
function identities(
  { resolution }: CaseBuild,
  { document, entities }: Extraction,
): readonly string[] {
  const own = new Set(entities.map(({ id }) => id));
  return resolution.entities
    .filter(
      ({ id, members }) => /^(agency|operation):/.test(id) && members.some((one) => own.has(one)),
    )
    .map(({ id, name, documents }) => {
      const others = documents.filter((one) => one !== document.id).length;
      const known = others === 0 ? "this report alone" : `this report and ${others} more`;
      return `- \`${id}\`, ${name}: ${known}`;
    });
}

function relationshipLines(
  graph: PropertyGraph,
  document: string,
  start: number,
): readonly string[] {
  const lines: string[] = [];
  graph.forEachRelationship("CONDUCTED", (relationship) => {
    const spans = graph.relationshipProperty(relationship, "spans");
    const isHere =
      Array.isArray(spans) &&
      spans.some((span) => String(span).startsWith(`${document}:${start}-`));
    if (!isHere) return true;
    const name = (node: number) => String(graph.nodeProperty(node, "name"));
    const keys = [
      "confidence",
      "confidenceRule",
      "confidenceWording",
      "confidenceSources",
      "modality",
      "sources",
      "crosses",
      "spans",
    ];
    const values = keys.flatMap((key) => {
      const value = graph.relationshipProperty(relationship, key);
      if (value === undefined) return [];
      return [`${key} ${JSON.stringify(value instanceof Float ? value.value : value)}`];
    });
    lines.push(
      `   \`(${name(graph.startOf(relationship))})-[CONDUCTED]->(${name(graph.endOf(relationship))})\`: ${values.join(", ")}`,
    );
    return true;
  });
  return lines;
}
