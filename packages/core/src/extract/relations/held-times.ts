// Since and until when a link of the kind that lasts holds, as the sentence that states it says: `led it
// until 2008`, `minister from 2019 to 2021`, `joined in 2023`, `the former minister`.
import type { Claim, ClaimQualifiers, RelationClaim } from "../../model/claim.js";
import { type Item, wordAt } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import type { SentenceView } from "../view/sentence-view.js";

/** Claims of dated relations with `from`, `to` and `former` where their sentence tells them. */
export function dateLinks(view: DocumentView, claims: readonly Claim[]): readonly Claim[] {
  const { schema } = view.book;
  return claims.map((claim) => {
    if (claim.kind !== "relation" || schema.relation(claim.type)?.dated !== true) return claim;
    const times = timesOf(view, claim);
    return Object.keys(times).length === 0
      ? claim
      : { ...claim, qualifiers: { ...times, ...claim.qualifiers } };
  });
}

/** Where the ends of a claim stand in a sentence; -1 for one that it does not name. */
interface Ends {
  readonly subject: number;
  readonly object: number;
}

function timesOf(view: DocumentView, claim: RelationClaim): ClaimQualifiers {
  for (const { sentence } of claim.evidence) {
    const own = view.sentences.find((one) => one.sentence.index === sentence);
    if (own === undefined) continue;
    const ends = {
      subject: lastNaming(own.items, claim.subject),
      object: lastNaming(own.items, claim.object),
    };
    if (ends.subject < 0) continue;
    const times = { ...toldTimes(view, own, ends), ...former(view, own, ends) };
    if (Object.keys(times).length > 0) return withFormer(times, view);
  }
  return {};
}

const lastNaming = (items: readonly Item[], entity: string): number =>
  items.findLastIndex((item) => item.kind === "mention" && item.entity.id === entity);

/** What ended before the report's day is former. */
function withFormer(times: ClaimQualifiers, { document }: DocumentView): ClaimQualifiers {
  const { to } = times;
  const day = document.date?.value;
  if (times["former"] === true && to === undefined && day !== undefined)
    return { ...times, asOf: day };
  const isOver = typeof to === "string" && day !== undefined && to < day && !day.startsWith(to);
  return isOver ? { ...times, former: true } : times;
}

/** The dates of the claim's own clause, by the word before each. */
function toldTimes(view: DocumentView, own: SentenceView, ends: Ends): ClaimQualifiers {
  const times: Record<string, string> = {};
  for (const [at, item] of own.items.entries()) {
    if (item.kind !== "date" || !isOf(own, ends, at)) continue;
    Object.assign(times, spanOf(view, own, at) ?? pointOf(view, own, at, times));
    if (times["from"] === undefined && begins(view, own, ends)) {
      const value = valueAt(view, own, at);
      if (value !== null && times["to"] === undefined) times["from"] = value;
    }
  }
  return times;
}

/** A date as precise as it is told, or its year where the report does not resolve it. */
function valueAt({ document }: DocumentView, { items }: SentenceView, at: number): string | null {
  const item = items[at];
  if (item?.kind !== "date") return null;
  return item.date.date?.value ?? yearsIn(document.text.slice(item.start, item.end))[0] ?? null;
}

const yearsIn = (text: string): readonly string[] => text.match(/\d{4}/g) ?? [];

/** `from 2019 to 2021`, read as one period or as two dates. */
function spanOf(view: DocumentView, { items }: SentenceView, at: number): Times | null {
  const item = items[at];
  const next = items[at + 2];
  if (item?.kind !== "date") return null;
  if (item.date.kind === "period") {
    const years = yearsIn(view.document.text.slice(item.start, item.end));
    const [from, to] = [years[0], years.at(-1)];
    return from !== undefined && to !== undefined && from < to ? { from, to } : null;
  }
  const [from, to] = [item.date.date?.value, next?.kind === "date" ? next.date.date?.value : null];
  const isOpened = view.book.nouns("rangeOpener").has(wordAt(items, at - 1));
  return isOpened && from && to ? { from, to } : null;
}

type Times = Readonly<Record<string, string>>;

/** `until 2008`, `since 2019`; nothing where a span told both already. */
function pointOf(view: DocumentView, own: SentenceView, at: number, known: Times): Times {
  const { book } = view;
  const value = valueAt(view, own, at);
  const before = wordAt(own.items, at - 1);
  if (value === null || known["to"] !== undefined) return {};
  // `since 2019` is read as one wording of time, `until 2019` as a word and a year.
  const item = own.items[at];
  const opener = view.document.text.slice(item?.start, item?.end).split(/\s/u)[0]?.toLowerCase();
  const words = [before, opener ?? ""];
  if (words.some((word) => book.nouns("untilWord").has(word))) return { to: value };
  return words.some((word) => book.nouns("sinceWord").has(word)) ? { from: value } : {};
}

/**
 * Whether a date speaks of a claim: it stands in a clause that names an end, and nobody else is named
 * between.
 */
function isOf({ items, clauses }: SentenceView, { subject, object }: Ends, at: number): boolean {
  const named = [subject, object].filter((one) => one >= 0);
  const isInClause = named.some((one) => clauses[one] === clauses[at]);
  const nearest = Math.min(...named.map((one) => Math.abs(one - at)));
  if (!isInClause && nearest > NEAR) return false;
  const from = Math.min(at, Math.max(...named));
  const to = Math.max(at, Math.min(...named));
  return !items
    .slice(from + 1, to)
    .some(
      (item) => item.kind === "mention" && isPerson(item) && !named.includes(items.indexOf(item)),
    );
}

/** Items between a link's end and a date that follows it without a clause of its own. */
const NEAR = 3;

const isPerson = (item: Item): boolean =>
  item.kind === "mention" && (item.entity.role === "person" || item.entity.role === "official");

/** Whether the clause of the subject says that something begins: `joined`, `was appointed`. */
function begins(
  { book }: DocumentView,
  { items, clauses }: SentenceView,
  { subject }: Ends,
): boolean {
  const verbs = book.nouns("beginVerb");
  return items.some((item, at) => clauses[at] === clauses[subject] && verbs.has(item.word));
}

/** How far a title reaches before and behind a name. */
const TITLE = 8;
const ASIDE = 4;

/** `former` right before the title or the name of the subject, or in the words set beside it. */
function former(
  { book }: DocumentView,
  { items }: SentenceView,
  { subject }: Ends,
): ClaimQualifiers {
  const past = book.syntax.classes("past");
  const title = book.nouns("titleHead");
  for (let at = subject - 1; at >= Math.max(0, subject - TITLE); at -= 1) {
    const item = items[at];
    if (item === undefined || item.kind === "mark" || isPerson(item)) break;
    if (past.has(item.word)) {
      const isTitle = items.slice(at + 1, subject).some(({ word }) => title.has(word));
      return isTitle ? { former: true } : {};
    }
  }
  if (wordAt(items, subject + 1) !== ",") return {};
  const aside = items.slice(subject + 2, subject + 2 + ASIDE);
  const at = aside.findIndex(({ word }) => past.has(word));
  return at >= 0 && aside.slice(0, at).every(({ kind }) => kind === "word") ? { former: true } : {};
}
