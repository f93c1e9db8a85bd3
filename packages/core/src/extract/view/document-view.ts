import type { DateRange } from "../../model/date-range.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { Block, ReportDocument } from "../../model/report-document.js";
import type { TextSpan } from "../../model/text-span.js";
import { inferDate } from "../dates/infer-date.js";
import type { ExtractListener } from "../listener.js";
import { numberStyle } from "../quantities/parse-digits.js";
import type { PlacedMention } from "../stream/build-items.js";
import type { RuleBook } from "./rule-book.js";
import { type SentenceView, viewSentence } from "./sentence-view.js";

/** A report as rules see it: its sentences read, its names in their places. */
export interface DocumentView {
  readonly document: ReportDocument;
  readonly book: RuleBook;
  /** In text order; boilerplate and repeated blocks are left out. */
  readonly sentences: readonly SentenceView[];
  readonly entities: readonly DocumentEntity[];
  /** States the report names, by alpha-2 code in lower case. */
  readonly states: ReadonlyMap<string, DocumentEntity>;
  /** Hears what is read and rejected; null where nobody listens. */
  readonly listener: ExtractListener | null;
  /** What {@link once} worked out. */
  readonly known: Map<unknown, unknown>;
}

/** What a function makes of a whole report, worked out the first time it is asked for. */
export function once<T>(view: DocumentView, work: (view: DocumentView) => T): T {
  if (!view.known.has(work)) view.known.set(work, work(view));
  // Under a function stands what that very function returned.
  return view.known.get(work) as T;
}

/** Longest sentence that rules read; what is longer is an encoded run or a table. */
const LONGEST_SENTENCE = 4_000;

/** Why rules pass over a sentence. */
export type Unread = "furniture" | "repeated" | "too-long";

/** Why rules pass over a sentence of a block, or null where they read it. */
export function unreadFor({ role }: Block, { start, end }: TextSpan): Unread | null {
  if (role === "boilerplate") return "furniture";
  if (role === "duplicate") return "repeated";
  return end - start > LONGEST_SENTENCE ? "too-long" : null;
}

export function viewDocument(
  document: ReportDocument,
  entities: readonly DocumentEntity[],
  book: RuleBook,
  listener: ExtractListener | null = null,
): DocumentView {
  const placed = placeMentions(entities);
  const style = numberStyle(document.text);
  const sentences: SentenceView[] = [];
  const report = document.date ?? inferDate(document, book.words);
  let told: DateRange | null = null;
  for (const sentence of document.sentences) {
    const block = document.blocks[sentence.block];
    if (block === undefined || unreadFor(block, sentence) !== null) continue;
    const dates = { report, order: document.dateOrder, told };
    const mentions = placed.get(sentence.index) ?? [];
    const ground = { book, style, dates, listener };
    const view = viewSentence(document.text, sentence, block, mentions, ground);
    sentences.push(view);
    told = view.dates.findLast((date) => date.date !== null && date.kind === "point")?.date ?? told;
  }
  const states = new Map(
    entities.flatMap((entity) => {
      const code = entity.attributes.iso2 ?? entity.attributes.country;
      return entity.role === "country" && code !== undefined ? [[code, entity] as const] : [];
    }),
  );
  return { document, book, sentences, entities, states, listener, known: new Map() };
}

/** Mentions by sentence, sorted by start; of overlapping ones the longer stays. */
function placeMentions(entities: readonly DocumentEntity[]): Map<number, PlacedMention[]> {
  const all = entities.flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })));
  all.sort(
    (a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end || order(a, b),
  );
  const placed = new Map<number, PlacedMention[]>();
  let end = -1;
  for (const one of all) {
    if (one.mention.start < end) continue;
    end = one.mention.end;
    const list = placed.get(one.mention.sentence);
    if (list === undefined) placed.set(one.mention.sentence, [one]);
    else list.push(one);
  }
  return placed;
}

const order = (a: PlacedMention, b: PlacedMention): number =>
  a.mention.id < b.mention.id ? -1 : 1;

/** The state a thing belongs to or lies in, where the report names it. */
export function stateOf(
  view: DocumentView,
  entity: DocumentEntity | undefined,
): DocumentEntity | undefined {
  if (entity === undefined) return undefined;
  if (entity.role === "country") return entity;
  const code = entity.attributes.country;
  return code === undefined ? undefined : view.states.get(code);
}
