import { RedthreadError } from "@redthread/core/errors";
import { GRAPH_FORMATS } from "@redthread/core/formats";
import { visibleText } from "../terminal/visible-text.js";
import type { Exporter } from "./exporter.js";
import { graphExporter } from "./graph-exporter.js";

export interface ExporterEntry {
  /** What `--format` calls it. */
  readonly name: string;
  /** Ends of file names, in lower case; null for a format that is a folder. */
  readonly endings: readonly string[] | null;
  /** What the file then is, in a few words. */
  readonly what: string;
  /** What of a case is not in it, after "without"; null for nothing. */
  readonly loses: string | null;
  readonly load: () => Promise<Exporter>;
}

/** Every form a case can be written in; a new one is a file of its own and an entry here. */
export const EXPORTERS: readonly ExporterEntry[] = [
  {
    name: "html",
    endings: [".html"],
    what: "the report with everything in it",
    loses: null,
    load: async () => (await import("./html.js")).exportHtml,
  },
  {
    name: "svg",
    endings: [".svg"],
    what: "the picture alone",
    loses: "sources and quotes",
    load: async () => (await import("./svg.js")).exportSvg,
  },
  {
    name: "sqlite",
    endings: [".sqlite", ".db"],
    what: "a database of SQLite",
    loses: "characters that no text can hold",
    load: async () => (await import("./sqlite.js")).exportSqlite,
  },
  {
    name: "xlsx",
    endings: [".xlsx"],
    what: "a ledger of operations for Excel",
    loses: "properties of things that no column tells, and texts beyond 32,767 letters",
    load: async () => (await import("./xlsx.js")).exportXlsx,
  },
  ...GRAPH_FORMATS.map((format) => ({ ...format, load: () => graphExporter(format) })),
];

/**
 * The exporter that `--format` or the end of a file's name asks for.
 * @throws RedthreadError `USAGE` listing what there is.
 */
export function exporterFor(file: string, format: string | undefined): ExporterEntry {
  if (format !== undefined) return exporterNamed(format);
  const name = file.toLowerCase();
  const fits = (ending: string): boolean => name.endsWith(ending);
  // `.ftm.json` is more than `.json`.
  const found = EXPORTERS.filter(({ endings }) => endings?.some(fits)).sort(
    (a, b) => longest(b, fits) - longest(a, fits),
  )[0];
  if (found !== undefined) return found;
  const list = EXPORTERS.flatMap((one) => one.endings ?? []).join(", ");
  throw new RedthreadError(
    "USAGE",
    `\`${visibleText(file)}\` ends in nothing that can be written. Let its name end in one of ${list}, or name a format with \`--format\`; \`redthread export --help\` says what each is.`,
  );
}

const longest = ({ endings }: ExporterEntry, fits: (ending: string) => boolean): number =>
  Math.max(...(endings ?? []).filter(fits).map((ending) => ending.length));

function exporterNamed(format: string): ExporterEntry {
  const found = EXPORTERS.find(({ name }) => name === format.toLowerCase());
  if (found !== undefined) return found;
  throw new RedthreadError(
    "USAGE",
    `\`${visibleText(format)}\` is no format. \`--format\` takes one of ${EXPORTERS.map(({ name }) => name).join(", ")}.`,
  );
}
