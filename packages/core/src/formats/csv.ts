// Two tables, a row an element. The head of a column says what its values are: `amount:int`.
import { LINKS_FILE, NODES_FILE } from "./csv-files.js";
import { csvField, csvLine } from "./csv-text.js";
import { elementsOf, type Property } from "./graph-elements.js";
import type { WriteFolder } from "./graph-format.js";
import { columnsOf, type TypedColumns } from "./typed-columns.js";
import { textInColumn, textOfValue } from "./typed-text.js";

export const writeCsv: WriteFolder = function* ({ graph }) {
  const { nodes, links } = elementsOf(graph);
  const [ofNodes, ofLinks] = [columnsOf(nodes), columnsOf(links)];
  const nodeRows = nodes.map(({ id, labels, properties }) =>
    csvLine([csvField(id), csvField(labelsText(labels)), ...cells(ofNodes, properties)]),
  );
  const linkRows = links.map(({ id, type, start, end, properties }) =>
    csvLine([...[id, type, start, end].map(csvField), ...cells(ofLinks, properties)]),
  );
  yield { path: NODES_FILE, chunks: [head(["id", "labels"], ofNodes), ...nodeRows] };
  const ends = ["id", "type", "start", "end"];
  yield { path: LINKS_FILE, chunks: [head(ends, ofLinks), ...linkRows] };
};

const head = (own: readonly string[], { list }: TypedColumns): string =>
  csvLine([...own, ...list.map(({ key, type }) => csvField(`${key}:${type}`))]);

/** `One;Other`; a list of JSON where a label has a `;` of its own, or there is none. */
function labelsText(labels: readonly string[]): string {
  const isPlain = labels.length > 0 && labels.every((label) => /^[^;[][^;]*$/.test(label));
  return isPlain ? labels.join(";") : textOfValue(labels);
}

/** Numbers stand as they are: no spreadsheet works them out. */
const NUMBERS: ReadonlySet<string> = new Set(["int", "float", "number"]);

function cells(
  { list, indexOf }: TypedColumns,
  properties: readonly Property[],
): readonly string[] {
  const row: string[] = list.map(() => "");
  for (const [key, value] of properties) {
    const at = indexOf(key);
    const type = list[at]?.type ?? "any";
    const text = textInColumn(type, value);
    row[at] = NUMBERS.has(type) ? text : csvField(text);
  }
  return row;
}
