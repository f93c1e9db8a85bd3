// Documents that print one item. Word for word: they share most of their five-word runs. Reworded:
// they share most of what a report is told by, its names, figures and rare words, within some days.
// An inverted index keeps the cost near the number of things shared.
import type { Claim } from "../model/claim.js";
import type { ReportDocument } from "../model/report-document.js";
import { compareText } from "../text/compare.js";
import { visible } from "../text/invisible.js";
import { containment, SAME_WIRE_COPY, shingles } from "../text/shingles.js";
import { tokenize } from "../text/tokenize.js";
import type { OriginWords } from "./publishers.js";

/** A document that prints what an earlier one does, with what shows it. */
export interface WireCopy {
  readonly document: string;
  readonly original: string;
  readonly kind: "copied" | "reworded";
  /** Share of the shorter text's runs, or of its telling words, that the other has too. */
  readonly share: number;
  /** Names, figures and rare words that both have; empty for a copy word for word. */
  readonly words: readonly string[];
}

/** Runs in more items than this are set phrases and prove no copy. */
const SET_PHRASE = 40;
/** Prints of one item that a later one is held against: the first ones are the fullest. */
const PRINTS = 6;
/** Texts of fewer runs are too short to tell a copy from a set phrase. */
const SHORTEST = 10;
/** What a text that was put in other words shares of its telling words, and how many at least. */
const SAME_ITEM = 0.6;
const SHARED_WORDS = 11;
const SHARED_RARE = 6;
/** An item is printed again within days. */
const DAYS = 4;
/** A long report that holds a short one's facts is more than its copy. */
const LONGER = 3;
/** How many of the shared words a reader is shown. */
const SHOWN = 12;

/** The copies among documents, each with the earliest document of its item. */
export function findCopies(
  documents: readonly ReportDocument[],
  claimsOf: (document: string) => readonly Claim[],
  pack: OriginWords,
): readonly WireCopy[] {
  const lengths = new Map(documents.map((one) => [one, visible(one.text).length]));
  const ordered = [...documents].sort((a, b) => earliestFirst(a, b, lengths));
  const told = ordered.map((one) => tellingOf(one, claimsOf(one.id), pack));
  const runs = new PrintIndex<number>();
  const rare = new PrintIndex<string>();
  const found = new Map<number, WireCopy & { readonly at: number }>();
  for (const [index, document] of ordered.entries()) {
    const own = told[index];
    if (own === undefined) continue;
    const copy =
      firstCopy(own, runs.sharing(own.runs), told, copiedShare, "copied") ??
      firstCopy(own, rare.sharing(own.rare), told, rewordedShare, "reworded");
    const root = copy === null ? index : (found.get(copy.at)?.at ?? copy.at);
    runs.add(own.runs, index, root);
    rare.add(own.rare, index, root);
    if (copy === null) continue;
    const original = ordered[root]?.id ?? document.id;
    const { kind, share, words } = copy;
    found.set(index, { document: document.id, original, kind, share, words, at: root });
  }
  return [...found.values()].map(({ at: _, ...copy }) => copy);
}

/** What a document is known by. */
interface Telling {
  readonly runs: ReadonlySet<number>;
  /** Every telling word: names, figures, words that carry meaning, without their endings. */
  readonly words: ReadonlySet<string>;
  /** Of these, names, figures and words that are rare in the language. */
  readonly rare: ReadonlySet<string>;
  /** Of these, figures. */
  readonly figures: ReadonlySet<string>;
  readonly day: number | null;
}

function firstCopy(
  own: Telling,
  earlier: readonly number[],
  told: readonly Telling[],
  shareOf: (a: Telling, b: Telling) => number | null,
  kind: WireCopy["kind"],
): (Omit<WireCopy, "document" | "original"> & { readonly at: number }) | null {
  for (const at of earlier) {
    const other = told[at];
    const share = other === undefined ? null : shareOf(own, other);
    if (other === undefined || share === null) continue;
    const words = kind === "copied" ? [] : shared(own.rare, other.rare).sort(compareText);
    const shown = words.slice(0, SHOWN).map((word) => word.replace("#", ""));
    return { at, kind, share: Math.round(share * 100) / 100, words: shown };
  }
  return null;
}

/** Above this share two texts are one item, whatever their figures: a print may put one right. */
const WORD_FOR_WORD = 0.9;
/** Of one item the shorter print has this share of its names, figures and rare words from the longer. */
const SAME_NAMES = 0.6;

/** Two reports told after one template share their runs, but not what they are told by. */
function copiedShare(a: Telling, b: Telling): number | null {
  const share = containment(a.runs, b.runs);
  if (Math.min(a.runs.size, b.runs.size) < SHORTEST || share < SAME_WIRE_COPY) return null;
  if (share >= WORD_FOR_WORD) return share;
  const [figures, names] = [containmentOf(a.figures, b.figures), containmentOf(a.rare, b.rare)];
  return figures === 0 || names < SAME_NAMES ? null : share;
}

/** Share of the smaller set that the larger has too; 1 where one is empty. */
function containmentOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 1 : shared(a, b).length / least;
}

function rewordedShare(a: Telling, b: Telling): number | null {
  if (a.day !== null && b.day !== null && Math.abs(a.day - b.day) > DAYS) return null;
  const [short, long] = [a.words.size, b.words.size].sort((x, y) => x - y);
  if (short === undefined || long === undefined || long > short * LONGER) return null;
  const same = shared(a.words, b.words).length;
  if (same < SHARED_WORDS || shared(a.rare, b.rare).length < SHARED_RARE) return null;
  return same / short >= SAME_ITEM ? same / short : null;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((word) => b.has(word));

/** Documents by what they are told by, an item with some of its prints. */
class PrintIndex<T> {
  readonly #items = new Map<T, Map<number, number[]>>();

  /** The documents known so far that share something with a set, in order; set phrases show none. */
  sharing(own: ReadonlySet<T>): readonly number[] {
    const found = new Set<number>();
    for (const one of own) {
      const items = this.#items.get(one);
      if (items === undefined || items.size >= SET_PHRASE) continue;
      for (const prints of items.values()) for (const print of prints) found.add(print);
    }
    return [...found].sort((a, b) => a - b);
  }

  /** Adds a document as a print of the item that it is the first of, or a copy. */
  add(own: ReadonlySet<T>, index: number, item: number): void {
    for (const one of own) {
      const items = this.#items.get(one) ?? new Map<number, number[]>();
      this.#items.set(one, items);
      const prints = items.get(item) ?? [];
      if (items.size >= SET_PHRASE || prints.length >= PRINTS) continue;
      prints.push(index);
      items.set(item, prints);
    }
  }
}

const NO_BODY: ReadonlySet<string> = new Set(["boilerplate", "duplicate"]);
const HEADS: ReadonlySet<string> = new Set(["headline", "byline", "dateline"]);

function tellingOf(
  document: ReportDocument,
  claims: readonly Claim[],
  { words: lists }: OriginWords,
): Telling {
  const body = bodyOf(document, (role) => !NO_BODY.has(role));
  const words = new Set<string>();
  const rare = new Set<string>();
  for (const { text, folded, kind } of tokenize(bodyOf(document, isStory))) {
    if (kind !== "word" || folded.length < 4 || lists.has("stop_words_en", folded)) continue;
    if (lists.has("speech_verbs", folded) || lists.has("days_and_months", folded)) continue;
    const stem = stemOf(folded);
    words.add(stem);
    if (/^\p{Lu}/u.test(text) || !lists.has("common", folded)) rare.add(stem);
  }
  const figures = new Set(claims.flatMap(figuresOf));
  for (const figure of figures) {
    words.add(figure);
    rare.add(figure);
  }
  const value = document.date?.value ?? "";
  const day = value.length === 10 ? Date.parse(`${value}T00:00:00Z`) / 86_400_000 : null;
  return { runs: shingles(body), words, rare, figures, day };
}

const isStory = (role: string): boolean => !NO_BODY.has(role) && !HEADS.has(role);

/** A word without the ending that its place in the sentence gives it. */
const stemOf = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, "") : word.replace(/s$/, "");

/** Figures that a claim gives, however the text writes them. */
function figuresOf(claim: Claim): readonly string[] {
  const told = claim.kind === "property" ? claim.value : claim.qualifiers["amount"];
  return typeof told === "number" ? [`#${told}`] : [];
}

/** What the report itself says: its text without page furniture and repeated blocks. */
function bodyOf(document: ReportDocument, isBody: (role: string) => boolean): string {
  if (document.blocks.length === 0) return visible(document.text);
  return document.blocks
    .filter((block) => isBody(block.role))
    .map((block) => visible(document.text.slice(block.start, block.end)))
    .join("\n");
}

/** Undated documents last; of one day the longer text first, because copies get cut. */
function earliestFirst(
  a: ReportDocument,
  b: ReportDocument,
  lengths: ReadonlyMap<ReportDocument, number>,
): number {
  return (
    compareText(a.date?.value ?? "~", b.date?.value ?? "~") ||
    (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0) ||
    compareText(a.id, b.id)
  );
}
