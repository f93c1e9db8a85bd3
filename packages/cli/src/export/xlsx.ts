import { type CaseLink, type CaseNode, loadElements } from "@redthread/core/formats";
import { compareText } from "@redthread/core/text";
import { unzipSync, zipSync } from "fflate";
import writeExcelFile from "write-excel-file/node";
import type { Exporter, ExportSource } from "./exporter.js";

const { caseElements, fitForXml, linksByNode, numberOf, textOf, textsOf } = await loadElements();

type Cell = string | number | null;
type Row = readonly Cell[];

/** What a cell of Excel holds at most. */
const MOST_LETTERS = 32_767;
/** The first day that a zip file can tell; any other would be the day of the export. */
const NO_DAY = new Date(1980, 0, 1);

/** A ledger: operations with what was seized, by whom and where, links, and the reports behind them. */
export const exportXlsx: Exporter = async (source) => {
  const sheets = sheetsOf(source).map(({ sheet, heads, rows }) => ({
    sheet,
    data: [
      heads.map((value) => ({ value, fontWeight: "bold" as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    stickyRowsCount: 1,
  }));
  const file = await writeExcelFile(sheets).toBuffer();
  return { kind: "file", chunks: [withoutDays(file)] };
};

/** The same file without the time of its making, so that the same case gives the same bytes. */
function withoutDays(file: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(file)).sort(([a], [b]) => compareText(a, b));
  return zipSync(Object.fromEntries(parts), { mtime: NO_DAY });
}

/** A text is marked as one, so that no spreadsheet takes it for a formula. */
function cellOf(value: Cell) {
  if (value === null) return null;
  if (typeof value === "number") return { value, type: Number };
  const text = fitForXml(value).replaceAll("\r", "\n");
  const cut = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
  return cut === "" ? null : { value: cut, type: String };
}

interface Sheet {
  readonly sheet: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

function sheetsOf(source: ExportSource): readonly Sheet[] {
  const elements = caseElements(source);
  const byNode = linksByNode(elements.links);
  const operations = elements.nodes
    .filter(({ role }) => role === "operation")
    .sort((a, b) => compareText(textOf(a, "date") ?? "9", textOf(b, "date") ?? "9"));
  const documents = [...elements.documents.values()];
  return [
    {
      sheet: "Operations",
      heads: OPERATION_HEADS,
      rows: operations.map((one) => operationRow(one, byNode.get(one) ?? [])),
    },
    {
      sheet: "Seizures",
      heads: SEIZURE_HEADS,
      rows: elements.links.filter(({ role }) => role === "seized").map(seizureRow),
    },
    { sheet: "Links", heads: LINK_HEADS, rows: elements.links.map(linkRow) },
    { sheet: "Reports", heads: REPORT_HEADS, rows: documents.map(reportRow) },
  ];
}

const OPERATION_HEADS = [
  "Operation",
  "Date",
  "Kind",
  "Place",
  "Conducted by",
  "Supported by",
  "Seized",
  "Targeted",
  "Arrested",
  "Conflicts",
  "Quotes",
  "Reports",
  "Id",
] as const;

function operationRow(node: CaseNode, links: readonly CaseLink[]): Row {
  const others = (role: CaseLink["role"]): string =>
    links
      .filter((link) => link.role === role)
      .map(({ from, to }) => (from === node ? to : from).name)
      .join("; ");
  const seized = links.filter(({ role }) => role === "seized").map(amountText);
  const quotes = [...new Set(links.flatMap((link) => link.quotes.map(({ quote }) => quote)))];
  return [
    node.name,
    textOf(node, "date"),
    textOf(node, "kind"),
    others("place-of-action"),
    others("conducted"),
    others("supported"),
    seized.join("; "),
    others("targeted"),
    numberOf(node, "arrested"),
    textsOf(node, "conflicts").join("\n"),
    quotes.join("\n"),
    textsOf(node, "documents").join("; "),
    node.id,
  ];
}

function amountText(link: CaseLink): string {
  const amount = numberOf(link, "amount") ?? numberOf(link, "kilograms");
  const unit = textOf(link, "unit") ?? (numberOf(link, "amount") === null ? "kg" : "");
  return [amount === null ? "" : `${amount} ${unit}`.trim(), link.to.name].join(" ").trim();
}

const SEIZURE_HEADS = [
  "Operation",
  "Date",
  "Goods",
  "Amount",
  "Unit",
  "At least",
  "At most",
  "Kilograms",
  "Told",
  "Told by",
  "Verdict",
  "Confidence",
  "Origins",
  "Quotes",
  "Reports",
] as const;

function seizureRow(link: CaseLink): Row {
  return [
    link.from.name,
    textOf(link.from, "date"),
    link.to.name,
    numberOf(link, "amount"),
    textOf(link, "unit"),
    numberOf(link, "low"),
    numberOf(link, "high"),
    numberOf(link, "kilograms"),
    textsOf(link, "told").join("; "),
    textsOf(link, "toldBy").join("; "),
    textOf(link, "verdict"),
    ...proof(link),
  ];
}

const LINK_HEADS = [
  "From",
  "Type",
  "To",
  "Since",
  "Until",
  "Modality",
  "Confidence",
  "Origins",
  "Quotes",
  "Reports",
] as const;

const linkRow = (link: CaseLink): Row => [
  link.from.name,
  link.type,
  link.to.name,
  textOf(link, "from"),
  textOf(link, "to"),
  textOf(link, "modality"),
  ...proof(link),
];

const proof = (link: CaseLink): Row => [
  numberOf(link, "confidence"),
  numberOf(link, "sources"),
  link.quotes.map(({ quote }) => quote).join("\n"),
  textsOf(link, "documents").join("; "),
];

const REPORT_HEADS = ["Id", "Title", "Publisher", "Date", "Language", "Path", "Handling"] as const;

const reportRow = (node: CaseNode): Row => [
  node.id,
  node.name,
  textOf(node, "publisher"),
  textOf(node, "date"),
  textOf(node, "language"),
  textOf(node, "path"),
  textOf(node, "handling"),
];
