// What reports take back: a retraction withdraws an earlier report of the same publisher, a correction
// puts one right. Neither deletes anything: what was told stays to be seen, and counts for nothing.
import type { Extraction } from "../model/extraction.js";
import type { ReportDocument } from "../model/report-document.js";
import { findCalendarDates } from "../text/calendar-date.js";
import { compareText } from "../text/compare.js";
import type { Token } from "../text/tokenize.js";
import type { Leaning } from "./leaning.js";
import type { OriginPack } from "./leanings.js";
import { knowPublishers, type Publishers } from "./publishers.js";
import { findNotices, type Notice } from "./withdrawal-notices.js";

/** One report that takes back another, or puts it right. */
export interface Withdrawal {
  /** The report that says so. */
  readonly document: string;
  /** The report that it speaks of. */
  readonly of: string;
  readonly kind: "withdrawn" | "corrected";
  readonly sentence: number;
  /** The sentence that says so, as it stands. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Things that two reports must both name for one to speak of the other where no date says so. */
const SHARED_NAMES = 2;

export interface WithdrawalInput {
  readonly documents: readonly ReportDocument[];
  readonly extractions: readonly Extraction[];
  /** Entity of the case by document entity. */
  readonly entityOf: (member: string) => string | undefined;
  readonly leanings: readonly Leaning[];
  readonly pack: OriginPack;
}

/** Every withdrawal and correction, and what falls with it: copies of a withdrawn report, and its corrections. */
export function findWithdrawals(ground: WithdrawalInput): readonly Withdrawal[] {
  const { documents, pack } = ground;
  const publishers = knowPublishers(
    documents.flatMap((one) => one.publisher ?? []),
    pack,
  );
  const namesOf = namesByDocument(ground);
  const told = documents.flatMap((document) => {
    const spoken = findNotices(document, publishers, pack).flatMap((notice) =>
      spokenOf(document, notice, { documents, publishers, namesOf }).map(
        (one): Withdrawal => toWithdrawal(document, notice, one),
      ),
    );
    return onceEach(spoken);
  });
  return [...told, ...carried(told, ground)].sort(
    (a, b) => compareText(a.of, b.of) || compareText(a.document, b.document),
  );
}

function toWithdrawal(
  document: ReportDocument,
  { kind, sentence }: Notice,
  of: ReportDocument,
): Withdrawal {
  const { index, start, end } = sentence;
  const words = document.text.slice(start, end).replace(/\s+/gu, " ");
  return { document: document.id, of: of.id, kind, sentence: index, words, start, end };
}

/** For each report that is spoken of the first sentence, one that withdraws before one that corrects. */
function onceEach(spoken: readonly Withdrawal[]): readonly Withdrawal[] {
  const first = new Map<string, Withdrawal>();
  for (const one of [...spoken].sort((a, b) => compareText(b.kind, a.kind)))
    if (!first.has(one.of)) first.set(one.of, one);
  return [...first.values()];
}

/** With a withdrawn report fall the corrections made of it before, and the copies that print it. */
function carried(
  told: readonly Withdrawal[],
  { leanings }: WithdrawalInput,
): readonly Withdrawal[] {
  const done = new Set(told.map((one) => `${one.kind} ${one.of}`));
  return told
    .filter(({ kind }) => kind === "withdrawn")
    .flatMap((one) => {
      const corrections = told.filter(
        ({ kind, of, document }) =>
          kind === "corrected" && of === one.of && document !== one.document,
      );
      const copies = leanings.filter(
        ({ kind, origin }) =>
          (kind === "copied" || kind === "reworded") && origin === `document:${one.of}`,
      );
      return [...corrections, ...copies].flatMap(({ document }) => {
        const key = `withdrawn ${document}`;
        if (done.has(key) || document === one.document) return [];
        done.add(key);
        return [{ ...one, of: document }];
      });
    });
}

interface Others {
  readonly documents: readonly ReportDocument[];
  readonly publishers: Publishers;
  readonly namesOf: (document: string) => ReadonlySet<string>;
}

/**
 * The earlier reports of the publisher that a notice speaks of: those of the day that it names, else
 * the one that shares most names with it.
 */
function spokenOf(
  document: ReportDocument,
  { publisher, tokens }: Notice,
  { documents, publishers, namesOf }: Others,
): readonly ReportDocument[] {
  const until = document.date?.value ?? "~";
  const candidates = documents.filter(
    (one) =>
      one.id !== document.id &&
      publisher !== null &&
      one.publisher !== null &&
      publishers.spellingOf(one.publisher) === publisher &&
      (one.date?.value ?? "") <= until,
  );
  const names = namesOf(document.id);
  const ranked = candidates
    .map((one) => {
      const shared = [...namesOf(one.id)].filter((name) => names.has(name)).length;
      return { one, shared };
    })
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        compareText(b.one.date?.value ?? "", a.one.date?.value ?? "") ||
        compareText(a.one.id, b.one.id),
    );
  const ofDay = ranked.filter(({ one }) => namesDay(tokens, one.date?.value ?? "", until));
  const best = ofDay.length > 0 ? ofDay : ranked.filter(({ shared }) => shared >= SHARED_NAMES);
  // A paper prints many reports a day: the one that tells of the same things is meant.
  const days = new Map<string, ReportDocument>();
  for (const { one } of best) {
    const day = ofDay.length > 0 ? (one.date?.value ?? "") : "";
    if (!days.has(day)) days.set(day, one);
  }
  return [...days.values()];
}

/** Whether a sentence names a day, with or without its year. */
function namesDay(tokens: readonly Token[], day: string, until: string): boolean {
  if (day.length !== 10) return false;
  const year = (until === "~" ? day : until).slice(0, 4);
  return tokens.some((_, at) => {
    const two = tokens
      .slice(at, at + 2)
      .map(({ text }) => text)
      .join(" ");
    const three = `${two} ${tokens[at + 2]?.text ?? ""}`;
    return [`${two} ${year}`, three].some((text) =>
      findCalendarDates(text).some(({ value }) => value === day),
    );
  });
}

/** What is taken back, to ask about. */
export interface TakenBack {
  readonly all: readonly Withdrawal[];
  /** Whether a report was withdrawn whole. */
  readonly isWithdrawn: (document: string) => boolean;
  /** Ids of the reports that put this one right, sorted. */
  readonly correctedBy: (document: string) => readonly string[];
}

/** Withdrawals by the report that they speak of. */
export function indexWithdrawals(all: readonly Withdrawal[]): TakenBack {
  const withdrawn = new Set(all.flatMap(({ kind, of }) => (kind === "withdrawn" ? [of] : [])));
  const corrected = new Map<string, string[]>();
  for (const { kind, of, document } of all) {
    if (kind === "corrected") corrected.set(of, [...(corrected.get(of) ?? []), document].sort());
  }
  return {
    all,
    isWithdrawn: (document) => withdrawn.has(document),
    correctedBy: (document) => corrected.get(document) ?? [],
  };
}

/** What each document names, by entity of the case; states and publishers tell nothing. */
function namesByDocument({
  extractions,
  entityOf,
  pack: { schema },
}: WithdrawalInput): (document: string) => ReadonlySet<string> {
  const names = new Map(
    extractions.map(({ document, entities }) => [
      document.id,
      new Set(
        entities.flatMap(({ id, type }) =>
          schema.roleOf(type) === "country" ? [] : (entityOf(id) ?? []),
        ),
      ),
    ]),
  );
  return (document) => names.get(document) ?? new Set();
}
