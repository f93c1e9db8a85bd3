/** A stretch of a report in which a person saw what they judge. */
export interface Sighting {
  /** Id of the document as it was then; an edit of the report changes it. */
  readonly document: string;
  readonly path: string;
  readonly quote: string;
  /** UTF-16 offsets of the quote in the text of the report. */
  readonly start: number;
  readonly end: number;
  /** Offset of the name inside the quote; absent where the quote holds the name once. */
  readonly at?: number;
  /** The name as it stands in the quote, where it is another spelling. */
  readonly name?: string;
}

/** A thing as a person saw it, so that it is found again when ids change and reports are edited. */
export interface SeenThing {
  /** Id it had then; never used where a sighting or the name finds it. */
  readonly id?: string;
  readonly type: string;
  readonly name: string;
  /** In up to a few reports; never empty. */
  readonly seen: readonly Sighting[];
}

/** What a judgement is about; a text is an entity id, as files of earlier versions have it. */
export type JudgedThing = string | SeenThing;

/** Where a judgement was read. */
export interface JudgementSource {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** Hash of what the line says; absent for a line that is no judgement. */
  readonly id?: string;
}

interface Said {
  readonly by: string;
  /** `YYYY-MM-DD` or an ISO 8601 instant. */
  readonly at: string;
  readonly why: string;
  /** Id of a line that fits several things or none, of which this one says what it is about. */
  readonly finds?: string;
  /** Absent for a judgement that no file holds. */
  readonly source?: JudgementSource;
}

/** Whether two things are one, also across types. */
export interface PairJudgement extends Said {
  readonly verdict: "same" | "different" | "unsure";
  readonly a: JudgedThing;
  readonly b: JudgedThing;
}

/** A relationship is not so, whoever says it; or a person looked and it is. */
export interface LinkJudgement extends Said {
  readonly verdict: "wrong-link" | "right-link";
  readonly a: JudgedThing;
  readonly b: JudgedThing;
  readonly type: string;
  /** The quotes that stood behind it; further ones are withdrawn too, and said. */
  readonly seen: readonly Sighting[];
}

/** A quote does not say what was read in it: every claim, or those of one type. */
export interface QuoteJudgement extends Said {
  readonly verdict: "not-what-it-says";
  readonly seen: readonly [Sighting, ...Sighting[]];
  readonly type?: string;
}

/** What a thing is to be called. */
export interface NameJudgement extends Said {
  readonly verdict: "name";
  readonly a: JudgedThing;
  readonly name: string;
}

/** Some mentions of a thing are of another one, also inside one report. */
export interface SplitJudgement extends Said {
  readonly verdict: "split";
  readonly a: JudgedThing;
  readonly seen: readonly [Sighting, ...Sighting[]];
}

/** A person's decision; it wins over every score and survives rebuilds. */
export type Judgement =
  | PairJudgement
  | LinkJudgement
  | QuoteJudgement
  | NameJudgement
  | SplitJudgement;

/**
 * What became of a judgement. `holds`: the graph follows it. `waits`: nothing in the reports is what it
 * is about. `asked`: it fits several things, and was applied to none. `disputed`: another judgement says
 * otherwise. `faulty`: the line cannot be read. `replaced`, `undone`: its author took it back.
 */
export type JudgementStatus =
  | "holds"
  | "waits"
  | "asked"
  | "disputed"
  | "faulty"
  | "replaced"
  | "undone";

/** A side of a judgement that may be any of some things. */
export interface AskedSide {
  readonly side: "a" | "b";
  /** Ids of things of reports while a case is resolved, then of entities; sorted. */
  readonly fits: readonly string[];
}

/** One line of people's files with what became of it. */
export interface JudgementOutcome {
  readonly status: JudgementStatus;
  readonly source: JudgementSource;
  /** Null for a line that is none. */
  readonly judgement: Judgement | null;
  /** What became of it, as one sentence. */
  readonly says: string;
  /** Ids of the claims it withdraws, sorted; absent for one that withdraws none. */
  readonly withdraws?: readonly string[];
  /** What a person is to choose from; absent where no choice settles it. */
  readonly asks?: AskedSide;
  /** What its ids stand for, where it gives ids alone. */
  readonly anchors?: { readonly a?: SeenThing; readonly b?: SeenThing };
}
