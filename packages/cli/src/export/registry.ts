import { RedthreadError } from "@redthread/core/errors";
import { visibleText } from "../terminal/visible-text.js";
import type { Exporter } from "./exporter.js";

interface ExporterEntry {
  /** End of the file's name, in lower case. */
  readonly ending: string;
  /** What the file then is, in a few words. */
  readonly what: string;
  readonly load: () => Promise<Exporter>;
}

/** Every form a case can be written in; a new one is a file of its own and an entry here. */
export const EXPORTERS: readonly ExporterEntry[] = [
  {
    ending: ".html",
    what: "the report with everything in it",
    load: async () => (await import("./html.js")).exportHtml,
  },
  {
    ending: ".svg",
    what: "the picture alone",
    load: async () => (await import("./svg.js")).exportSvg,
  },
];

/**
 * The exporter that the end of a file's name asks for.
 * @throws RedthreadError `USAGE` listing what there is.
 */
export function exporterFor(file: string): ExporterEntry {
  const name = file.toLowerCase();
  const found = EXPORTERS.find(({ ending }) => name.endsWith(ending));
  if (found !== undefined) return found;
  const list = EXPORTERS.map(({ ending, what }) => `${ending} (${what})`).join(", ");
  throw new RedthreadError(
    "USAGE",
    `\`${visibleText(file)}\` ends in nothing that can be written. Let its name end in ${list}.`,
  );
}
