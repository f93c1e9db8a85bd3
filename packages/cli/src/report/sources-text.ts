import type { OriginList } from "@redthread/core/build";
import type { CypherValue } from "@redthread/core/cypher";
import type { ReportDocument } from "@redthread/core/model";
import { compareText } from "@redthread/core/text";
import { type Layout, paragraph } from "../terminal/layout.js";
import { moreLines } from "./more-lines.js";

/** A reason as it is told: in words, with the sentence that shows it. */
interface ToldReason {
  readonly kind: string;
  readonly of: string;
  readonly words: string;
  readonly quote: string | null;
}

interface ToldReport {
  readonly document: string;
  readonly path: string;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly reasons: readonly ToldReason[];
}

interface ToldOrigin {
  readonly name: string;
  readonly stand: "supports" | "denies";
  readonly reports: readonly ToldReport[];
}

/** The origins of one link, or of all reports, with everything a reader is shown. */
export interface ToldSources {
  readonly link: string | null;
  readonly origins: readonly ToldOrigin[];
  readonly takenBack: readonly string[];
}

type Documents = ReadonlyMap<string, ReportDocument>;

/** Lists of origins with the names and sentences of their documents. */
export function tellSources(
  lists: readonly OriginList[],
  documents: Documents,
  names: ReadonlyMap<string, string>,
): readonly ToldSources[] {
  return lists.map(({ link, origins, denials, takenBack }) => ({
    link:
      link === null
        ? null
        : `${names.get(link.start) ?? link.start} ─ ${link.type} → ${names.get(link.end) ?? link.end}`,
    origins: [
      ...origins.map((one) => tellOrigin(one, "supports", documents)),
      ...denials.map((one) => tellOrigin(one, "denies", documents)),
    ],
    takenBack: takenBack.map((id) => documents.get(id)?.path ?? id),
  }));
}

function tellOrigin(
  { name, documents: told }: OriginList["origins"][number],
  stand: ToldOrigin["stand"],
  documents: Documents,
): ToldOrigin {
  const reports = told.map(({ document: id, reasons }) => {
    const document = documents.get(id);
    return {
      document: id,
      path: document?.path ?? id,
      publisher: document?.publisher ?? null,
      date: document?.date?.value ?? null,
      reasons: reasons.map(({ kind, name: of, words, start, end }) => ({
        kind,
        of,
        words,
        quote: start === null || end === null ? null : flat(document?.text.slice(start, end) ?? ""),
      })),
    };
  });
  const byDate = reports.sort(
    (a, b) => compareText(a.date ?? "~", b.date ?? "~") || compareText(a.path, b.path),
  );
  return { name, stand, reports: byDate };
}

const flat = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** What each kind of reason says, before the name of what is leant on. */
const REASONS: Readonly<Record<string, string>> = {
  published: "published by",
  unknown: "",
  copied: "copies, word for word, what is printed by",
  reworded: "tells in other words what is printed by",
  credits: "credits",
  cites: "cites",
  quotes: "gives the word of",
};

function reasonText({ kind, of, words }: ToldReason): string {
  const said = `${REASONS[kind] ?? kind} ${of}`.trim();
  if (words === "" || words === of) return said;
  return kind === "copied" || kind === "reworded"
    ? `${said} (shared: ${words})`
    : `${said}: ${words}`;
}

/**
 * Origins for people: a line an origin, its reports below with why they belong to it; of each list so many
 * are shown.
 */
export function sourcesText(told: readonly ToldSources[], limit: number, layout: Layout): string {
  if (told.length === 0) return "No link joins the two.\n";
  const blocks = told.map(({ link, origins, takenBack }) => {
    const supporting = origins.filter(({ stand }) => stand === "supports");
    const count = countText(supporting.length, "independent origin");
    const denials = origins.length - supporting.length;
    const against = denials === 0 ? "" : `, denied by ${countText(denials, "origin")}`;
    return [
      ...paragraph(`${link ?? "All reports"}: ${count}${against}`, "", layout).map((line) =>
        layout.paint.bold(line),
      ),
      ...origins.slice(0, limit).flatMap((origin) => originLines(origin, layout)),
      ...moreLines(origins.length - limit, "origin", layout),
      ...takenBack.flatMap((path) => paragraph(`taken back: ${path}`, "  ", layout)),
    ].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

const countText = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? "" : "s"}`;

function originLines({ name, stand, reports }: ToldOrigin, layout: Layout): readonly string[] {
  const mark = stand === "denies" ? " (denies it)" : "";
  return [
    ...paragraph(`${name}${mark}`, "  ", layout),
    ...reports.flatMap(({ path, publisher, date, reasons }) => [
      ...paragraph(
        `${path}, ${publisher ?? "publisher unknown"}, ${date ?? "undated"}`,
        "    ",
        layout,
      ),
      ...reasons.flatMap((reason) => [
        ...paragraph(reasonText(reason) || "publisher unknown", "      ", layout),
        ...(reason.quote === null ? [] : paragraph(`“${reason.quote}”`, "        ", layout)),
      ]),
    ]),
  ];
}

export const SOURCE_COLUMNS: readonly string[] = [
  "link",
  "stand",
  "origin",
  "document",
  "path",
  "publisher",
  "date",
  "reason",
  "of",
  "words",
  "quote",
];

/** A row a reason; a report that leans on nothing has one row without. */
export function* sourceRows(told: readonly ToldSources[]): Generator<readonly CypherValue[]> {
  for (const { link, origins } of told) {
    for (const { name, stand, reports } of origins) {
      for (const { document, path, publisher, date, reasons } of reports) {
        const report = [link, stand, name, document, path, publisher, date];
        if (reasons.length === 0) yield [...report, null, null, null, null];
        for (const { kind, of, words, quote } of reasons) yield [...report, kind, of, words, quote];
      }
    }
  }
}
