// A script that makes the graph in an empty database or beside what is there. A mark, which the last
// statements take away again, is what links find their ends by.
import { compareText } from "../text/compare.js";
import { cypherMap, cypherName } from "./cypher-text.js";
import { elementsOf, type LinkElement, type NodeElement, type Property } from "./graph-elements.js";
import type { WriteFile } from "./graph-format.js";

const LABEL = "`RedthreadImport`";
const MARK = "`redthread_import`";
/** Elements a statement: fewer are slow, more are long to plan. */
const BATCH = 100;

export const writeCypher: WriteFile = function* ({ graph }) {
  const { nodes, links } = elementsOf(graph);
  yield `CREATE CONSTRAINT ${MARK} IF NOT EXISTS FOR (n:${LABEL}) REQUIRE n.${MARK} IS UNIQUE;\n`;
  const marks = new Map(nodes.map(({ id }, at) => [id, at]));
  for (const batch of batches(nodes)) {
    const patterns = batch.map((node) => nodePattern(node, marks.get(node.id) ?? -1));
    yield `CREATE ${patterns.join(",\n  ")};\n`;
  }
  const byType = [...links].sort((a, b) => compareText(a.type, b.type));
  for (const batch of batches(byType, ({ type }) => type)) {
    const rows = batch.map((link) => {
      const [start, end] = [marks.get(link.start) ?? -1, marks.get(link.end) ?? -1];
      return `[${start}, ${end}, ${cypherMap(withId(link))}]`;
    });
    const type = cypherName(batch[0]?.type ?? "");
    yield `UNWIND [\n  ${rows.join(",\n  ")}\n] AS row\nMATCH (a:${LABEL} {${MARK}: row[0]}), (b:${LABEL} {${MARK}: row[1]})\nCREATE (a)-[r:${type}]->(b) SET r = row[2];\n`;
  }
  yield `MATCH (n:${LABEL}) REMOVE n:${LABEL}, n.${MARK};\n`;
  yield `DROP CONSTRAINT ${MARK};\n`;
};

function nodePattern(node: NodeElement, mark: number): string {
  const labels = node.labels.map((label) => `:${cypherName(label)}`).join("");
  const properties = cypherMap(withId(node)).slice(1);
  return `(:${LABEL}${labels} {${MARK}: ${mark}, ${properties})`;
}

/** An element's properties with its id, which every one has by then. */
function withId({ id, properties }: NodeElement | LinkElement): readonly Property[] {
  return properties.some(([key]) => key === "id") ? properties : [["id", id], ...properties];
}

/** Runs of elements in order, none longer than a batch and none of two kinds. */
function* batches<T>(elements: readonly T[], kindOf: (one: T) => string = () => ""): Iterable<T[]> {
  let batch: T[] = [];
  for (const one of elements) {
    const [first] = batch;
    const isFull = batch.length >= BATCH || (first !== undefined && kindOf(first) !== kindOf(one));
    if (isFull) {
      yield batch;
      batch = [];
    }
    batch.push(one);
  }
  if (batch.length > 0) yield batch;
}
