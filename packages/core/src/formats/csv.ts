// Two tables, a row an element. The head of a column says what its values are: `amount:int`.
import { csvField, csvLine } from "./csv-text.js";
import { elementsOf, type Property } from "./graph-elements.js";
import type { WriteFolder } from "./graph-format.js";
import { columnsOf, type TypedColumns } from "./typed-columns.js";
import { textOfValue, typeOfValue } from "./typed-text.js";

export const NODES_FILE = "nodes.csv";
export const LINKS_FILE = "relationships.csv";

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
const isNumber = ([, value]: Property): boolean => /^(?:int|float)$/.test(typeOfValue(value));

function cells(columns: TypedColumns, properties: readonly Property[]): readonly string[] {
  const row: string[] = columns.list.map(() => "");
  for (const property of properties) {
    const text = textOfValue(property[1]);
    row[columns.indexOf(property)] = isNumber(property) ? text : csvField(text);
  }
  return row;
}
