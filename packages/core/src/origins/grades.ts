// What people say of sources: how reliable one is (Admiralty A to F), how credible what it tells is (1 to
// 6), and to whom it may be shown (the traffic light protocol). A file with a fault counts as none, for
// half of a grading would be taken for the whole.
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import type { ReportDocument } from "../model/report-document.js";
import { knowPublishers, type OriginWords, type Publishers } from "./publishers.js";

/** Handling codes, the most open first. */
export const HANDLING = [
  "TLP:CLEAR",
  "TLP:GREEN",
  "TLP:AMBER",
  "TLP:AMBER+STRICT",
  "TLP:RED",
] as const;

export type Handling = (typeof HANDLING)[number];

/** The grade of a source or a report; null where nobody gave one. */
export interface Grade {
  /** `A`, completely reliable, to `E`, unreliable; `F` cannot be judged. */
  readonly reliability: string | null;
  /** 1, confirmed, to 5, improbable; 6 cannot be judged. */
  readonly credibility: number | null;
  readonly handling: Handling | null;
}

/** Why a file of grades is not followed. */
export interface GradeFault {
  readonly line: number;
  readonly reason: string;
}

/** A file of grades as read: empty where it has a fault. */
export interface GradeBook {
  readonly publishers: ReadonlyMap<string, Grade>;
  /** By path, id, or folder with a stroke behind it. */
  readonly documents: ReadonlyMap<string, Grade>;
  readonly fault: GradeFault | null;
}

export const NO_GRADES: GradeBook = { publishers: new Map(), documents: new Map(), fault: null };

const CLEAR: Readonly<Record<string, Handling>> = { "TLP:WHITE": "TLP:CLEAR" };

/** A handling code as people write it, or null for none that there is. */
export function readHandling(text: string): Handling | null {
  const upper = text.trim().toUpperCase().replace(/\s+/g, "");
  const code = upper.startsWith("TLP:") ? upper : `TLP:${upper}`;
  return CLEAR[code] ?? HANDLING.find((one) => one === code) ?? null;
}

const grade = z
  .strictObject({
    reliability: z
      .string()
      .regex(/^[A-Fa-f]$/, "expected a reliability from A to F")
      .transform((letter) => letter.toUpperCase())
      .optional(),
    credibility: z.int("expected a credibility from 1 to 6").min(1).max(6).optional(),
    handling: z
      .string()
      .transform((text, context) => {
        const found = readHandling(text);
        if (found === null)
          context.addIssue({ code: "custom", message: `expected one of ${HANDLING.join(", ")}` });
        return found ?? "TLP:RED";
      })
      .optional(),
  })
  .transform(
    ({ reliability = null, credibility = null, handling = null }): Grade => ({
      reliability,
      credibility,
      handling,
    }),
  );

const gradesSchema = z.strictObject({
  publishers: z.record(z.string(), grade).optional(),
  documents: z.record(z.string(), grade).optional(),
});

/** Reads `sources.yaml`; an empty text grades nothing. */
export function parseGrades(content: string): GradeBook {
  if (content.trim() === "") return NO_GRADES;
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, uniqueKeys: true });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const reason = `is no YAML: ${broken.message.split("\n")[0] ?? ""}`;
    return faulty(lines.linePos(broken.pos[0]).line, reason);
  }
  const parsed = gradesSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const keys = issue?.code === "unrecognized_keys" ? issue.keys : [];
    const path = [...(issue?.path ?? []), ...keys].map(String);
    const where = path.length === 0 ? "" : ` at \`${path.join(" › ")}\``;
    return faulty(lineOf(document, lines, path), `${issue?.message ?? "is no grading"}${where}`);
  }
  const { publishers = {}, documents = {} } = parsed.data;
  return {
    publishers: new Map(Object.entries(publishers)),
    documents: new Map(Object.entries(documents)),
    fault: null,
  };
}

const faulty = (line: number, reason: string): GradeBook => ({
  ...NO_GRADES,
  fault: { line, reason },
});

/** The line of the deepest key on a path that stands in the file. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly string[],
): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return 1;
}

/** Grades of the reports of a case. */
export type GradeOf = (document: ReportDocument, paths: readonly string[]) => Grade;

const UNGRADED: Grade = { reliability: null, credibility: null, handling: null };

/**
 * The grade of each report: its own, else that of its folder, else of its publisher, part by part; of
 * two handling codes the stricter holds. Publishers go by any spelling, but not by a near name.
 */
export function applyGrades(book: GradeBook, publishers: Publishers): GradeOf {
  const ofPublisher = new Map<string, Grade>();
  for (const [name, one] of book.publishers) {
    const key = publishers.spellingOf(name);
    ofPublisher.set(key, layer([ofPublisher.get(key) ?? UNGRADED, one]));
  }
  const folders = [...book.documents]
    .filter(([key]) => key.endsWith("/"))
    .sort(([a], [b]) => b.length - a.length);
  return ({ id, publisher }, paths) =>
    layer(
      [
        [id, ...paths].flatMap((key) => book.documents.get(key) ?? []),
        folders
          .filter(([folder]) => paths.some((path) => path.startsWith(folder)))
          .map(([, one]) => one),
        publisher === null ? [] : (ofPublisher.get(publishers.spellingOf(publisher)) ?? []),
      ].flat(),
    );
}

/** Grades laid over one another, the nearest first. */
const layer = (grades: readonly Grade[]): Grade =>
  grades.reduce(
    (known, one): Grade => ({
      reliability: known.reliability ?? one.reliability,
      credibility: known.credibility ?? one.credibility,
      handling: stricter(known.handling, one.handling),
    }),
    UNGRADED,
  );

/** A report as a file of grades names it. */
export interface GradedReport {
  readonly id: string;
  readonly publisher: string | null;
  readonly paths: readonly string[];
}

/** A key of the file that no report answers to. */
export interface UnusedGrade {
  readonly key: string;
  readonly handling: Handling | null;
  /** Whether it is likely a slip: a path, or a publisher spelt nearly as one of the case. */
  readonly isSlip: boolean;
}

/**
 * Keys that no report answers to, in their order in the file. A publisher may be graded before the first
 * report of it comes; a path is written for a report that is there.
 */
export function unusedGrades(
  book: GradeBook,
  reports: readonly GradedReport[],
  pack: OriginWords,
): readonly UnusedGrade[] {
  const papers = reports.flatMap(({ publisher }) => publisher ?? []);
  const publishers = knowPublishers([...papers, ...book.publishers.keys()], pack);
  const spellings = new Set(papers.map(publishers.spellingOf));
  const near = new Set(papers.map(publishers.keyOf));
  const paths = reports.flatMap((one) => [one.id, ...one.paths]);
  const own = new Set(paths);
  const answers = (key: string): boolean =>
    own.has(key) || (key.endsWith("/") && paths.some((path) => path.startsWith(key)));
  return [
    ...[...book.publishers].flatMap(([key, { handling }]) =>
      spellings.has(publishers.spellingOf(key))
        ? []
        : [{ key, handling, isSlip: near.has(publishers.keyOf(key)) }],
    ),
    ...[...book.documents].flatMap(([key, { handling }]) =>
      answers(key) ? [] : [{ key, handling, isSlip: true }],
    ),
  ];
}

/** How far a code closes a report; an unmarked one is open. */
export const handlingRank = (handling: string | null): number =>
  handling === null ? 0 : HANDLING.indexOf(handling as Handling);

const stricter = (a: Handling | null, b: Handling | null): Handling | null => {
  if (a === null || b === null) return a ?? b;
  return handlingRank(b) > handlingRank(a) ? b : a;
};

/** The best of some grades: what a link may be told on. */
export function bestGrade(grades: readonly Grade[]): Grade {
  const letters = grades.flatMap(({ reliability }) => reliability ?? []).sort();
  const figures = grades.flatMap(({ credibility }) => credibility ?? []).sort((a, b) => a - b);
  const codes = grades.map(({ handling }) => handling);
  const [open = null] = [...codes].sort((a, b) => handlingRank(a) - handlingRank(b));
  return { reliability: letters[0] ?? null, credibility: figures[0] ?? null, handling: open };
}
