import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { Qualifier } from "../../model/quantity.js";
import type { ClaimGround, ClaimMaker } from "../claims/claim-maker.js";
import { modalityAt } from "../cues/read-cues.js";
import type { Findings } from "../extractor.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import { totalsOf } from "../operations/is-total.js";
import { kilogramsOf } from "../quantities/quantity-item.js";
import { type FigureItem, type Item, wordAt } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { homeState } from "../view/nearby.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { metricOf, NAMELESS } from "./metric.js";
import type { Statistic } from "./statistic.js";
import { periodOf, reporterOf, scopeOf } from "./statistic-context.js";

/** The totals and shares of a report, each a thing of its own with its claims. */
export function findStatistics(
  view: DocumentView,
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Findings {
  const totals = totalsOf(view.sentences, view.book);
  const framed = new Set(
    operations.flatMap(({ frame }) =>
      frame.parts.filter((part) => part.acts.size > 0).map((part) => part.sentence),
    ),
  );
  const home = homeState(view);
  const reviews = reviewsOf(totals, framed);
  const found = view.sentences.flatMap((sentence, at) =>
    statisticsIn(view, sentence, at, {
      total: totals[at] ?? false,
      framed: framed.has(at),
      review: reviews[at] ?? false,
      home,
    }),
  );
  const entities: DocumentEntity[] = [];
  const claims: Claim[] = [];
  for (const statistic of found) {
    const entity = entityOf(view, statistic);
    entities.push(entity);
    claims.push(...claimsOf(entity, statistic, maker));
  }
  return { entities, claims };
}

/** What is known of a sentence from outside it. */
interface Surroundings {
  readonly total: boolean;
  /** True where the sentence tells an action. */
  readonly framed: boolean;
  /** True where totals were told before and no action since. */
  readonly review: boolean;
  readonly home: DocumentEntity | undefined;
}

function statisticsIn(
  view: DocumentView,
  sentence: SentenceView,
  at: number,
  { total, framed, review, home }: Surroundings,
): Statistic[] {
  if (sentence.block.role === "headline" || sentence.block.role === "byline") return [];
  let last: string | null = null;
  return sentence.items.flatMap((item, place) => {
    if (item.kind !== "quantity" || !isFigure(sentence, item, place)) return [];
    const value = shareOf(item) ?? item.quantity.value;
    if (value === null || value === 0) return [];
    const counted = total
      ? isCounted(item) && isWorthCounting(view, sentence, place)
      : !framed && (isMetric(view, sentence, place) || (review && isGoodsAmount(sentence, place)));
    if (!counted && item.quantity.unitClass !== "percent" && !isShare(item)) return [];
    const { quantity } = item;
    const told = metricOf(sentence, place, view.book);
    // "closed 23 workshops, and the ministry reported 41": of the same.
    const metric = told === NAMELESS && quantity.unitClass === null ? (last ?? told) : told;
    last = metric;
    const unit = isShare(item) ? "%" : (quantity.unit ?? unitOf(view, sentence.items, place));
    return [
      {
        quantity,
        value,
        unit: unit === "other" ? null : unit,
        metric,
        period: periodOf(view, at, place),
        scope: scopeOf(view, at, place, home),
        reporter: reporterOf(view, at, place),
        sentence: at,
        item: place,
      },
    ];
  });
}

/** Which sentences stand in a review: totals were told before them, and no action since. */
function reviewsOf(totals: readonly boolean[], framed: ReadonlySet<number>): boolean[] {
  let review = false;
  return totals.map((total, at) => {
    if (framed.has(at)) review = false;
    else if (total) review = true;
    return review;
  });
}

const FEW = 10;

/** A weight, a share or money; of bare counts those above ten, or of what only totals count. */
function isWorthCounting(view: DocumentView, sentence: SentenceView, at: number): boolean {
  const item = sentence.items[at];
  if (item?.kind !== "quantity" || item.quantity.unitClass !== null) return true;
  if (view.book.nouns("notCounted").has(wordAt(sentence.items, at + 1))) return false;
  return (item.quantity.value ?? 0) > FEW || isMetric(view, sentence, at);
}

/** An amount of the goods in a list of a review: `Ivory: 6.9 tonnes`. */
function isGoodsAmount(sentence: SentenceView, at: number): boolean {
  const item = sentence.items[at];
  const { unitClass } = item?.kind === "quantity" ? item.quantity : { unitClass: null };
  if (unitClass !== "weight" && unitClass !== "pieces") return false;
  return sentence.items.some((one) => one.kind === "mention" && one.entity.role === "goods");
}

/** `four fifths`: a share told as a fraction of more than one part. */
const isShare = (item: FigureItem): boolean =>
  item.quantity.fraction && item.quantity.value !== null && item.quantity.value > 0.5;

const shareOf = (item: FigureItem): number | null =>
  isShare(item) && item.quantity.value !== null
    ? Number((item.quantity.value * 100).toFixed(1))
    : null;

/** `the 501 programme`, `a 2006 deal`: a number that only qualifies one thing counts nothing. */
function qualifiesOne(
  { syntax, items }: SentenceView,
  { quantity }: FigureItem,
  at: number,
): boolean {
  if (quantity.unitClass !== null || quantity.value === null || quantity.value < 2) return false;
  const group = syntax.groups.find((one) => one.from <= at && at < one.head);
  if (group === undefined || syntax.tags[group.head] !== "noun") return false;
  const words = items.slice(at + 1, group.head + 1);
  return words.every(({ kind, word }) => kind === "word" && !PLURAL.test(word));
}

const PLURAL = /(?:s|men|women|people|police|crew|cattle|head|dead|personnel|staff)$/u;

/** `up 18 percent over 2023`, `since the 1990s`: a year, no figure. */
function isYear({ quantity }: FigureItem, items: readonly Item[], at: number): boolean {
  const { value, unitClass } = quantity;
  if (unitClass !== null || value === null || value < 1900 || value > 2099) return false;
  const next = items[at + 1];
  return wordAt(items, at + 1) === "s" || (next?.kind !== "word" && next?.kind !== "mention");
}

/** No age, ordinal, purity, price or number in a name. */
function isFigure(sentence: SentenceView, item: FigureItem, at: number): boolean {
  const { items } = sentence;
  const modality = modalityAt(sentence.cues, at);
  if (modality === "void") return false;
  const next = wordAt(items, at + 1);
  if (is(items[at + 1], "ordinal_endings") || is(items[at - 1], "age_words")) return false;
  if (is(items[at + 1], "purity_words") || item.quantity.article) return false;
  const person = items[at - 2];
  const afterPerson =
    person?.kind === "mention" &&
    (person.entity.role === "person" || person.entity.role === "official");
  if (afterPerson && ["(", ","].includes(wordAt(items, at - 1)) && [")", ",", "."].includes(next))
    return false;
  return !isPrice(items, at) && !isYear(item, items, at) && !qualifiesOne(sentence, item, at);
}

function isPrice(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item?.kind !== "quantity" || item.quantity.unitClass !== "money") return false;
  for (let back = at - 1; back >= Math.max(0, at - 8); back -= 1) {
    if (is(items[back], "price_words")) return true;
  }
  return false;
}

const NO_TOTAL: ReadonlySet<string> = new Set([
  "strength",
  "length",
  "calibre",
  "area",
  "time",
  "measure",
]);

const isCounted = (item: FigureItem): boolean => {
  const { unitClass, fraction } = item.quantity;
  return !fraction && (unitClass === null || !NO_TOTAL.has(unitClass));
};

/** A figure that counts what only totals count, outside a sentence of an action. */
function isMetric(view: DocumentView, sentence: SentenceView, at: number): boolean {
  const { items } = sentence;
  const item = items[at];
  if (item?.kind !== "quantity" || item.quantity.unitClass !== null || item.quantity.fraction)
    return false;
  const metrics = view.book.nouns("metric");
  for (let next = at + 1; next < Math.min(items.length, at + 6); next += 1) {
    const word = wordAt(items, next);
    if (metrics.has(word)) return true;
    const stop = items[next]?.kind === "mark" && word !== "-";
    if (stop || is(items[next], "no_metric")) return false;
  }
  return false;
}

/** The unit noun of a bare count: `320 million tablets`. */
function unitOf(view: DocumentView, items: readonly Item[], at: number): string | null {
  for (let next = at + 1; next < Math.min(items.length, at + 4); next += 1) {
    const item = items[next] as Item;
    const word = item.kind === "mention" ? item.last : item.word;
    const unit = view.book.units.get(word);
    if (unit?.class === "pieces" || unit?.class === "plants" || unit?.class === "packages")
      return unit.unit;
    if (item.kind !== "word" && item.kind !== "mention") return null;
  }
  return null;
}

function entityOf(view: DocumentView, statistic: Statistic): DocumentEntity {
  const country = statistic.scope?.attributes.iso2 ?? statistic.scope?.attributes.country;
  return {
    id: `${view.document.id}#Statistic:${statistic.quantity.start}`,
    document: view.document.id,
    type: "Statistic",
    role: "statistic",
    name: nameOf(statistic),
    aliases: [],
    mentions: [],
    key: null,
    attributes: country === undefined ? {} : { country },
  };
}

/** A bound or an estimate never reads as an exact figure. */
function nameOf({ metric, value, unit, quantity }: Statistic): string {
  const figure = unit === null ? `${value}` : `${value} ${unit}`;
  return `${metric}: ${BOUNDS[quantity.qualifier]}${figure}`;
}

const BOUNDS: Readonly<Record<Qualifier, string>> = {
  eq: "",
  gte: "at least ",
  lte: "up to ",
  approx: "about ",
  range: "about ",
};

function claimsOf(entity: DocumentEntity, statistic: Statistic, maker: ClaimMaker): Claim[] {
  const { quantity, sentence } = statistic;
  const ground: ClaimGround = { rule: "statistic.figure", sentences: [sentence], focus: quantity };
  const scale = quantity.fraction ? 100 : 1;
  const bound = (value: number | null): number | null => (value === null ? null : value * scale);
  const qualifiers = {
    low: bound(quantity.low),
    high: bound(quantity.high),
    qualifier: quantity.qualifier,
    unit: statistic.unit,
    ...(quantity.unitClass === "weight" ? { kilograms: kilogramsOf(quantity) } : {}),
  };
  const claims: Claim[] = [
    maker.property(entity, "metric", statistic.metric, ground),
    maker.property(entity, "value", statistic.value, ground, qualifiers),
  ];
  if (statistic.unit !== null) claims.push(maker.property(entity, "unit", statistic.unit, ground));
  if (statistic.period !== null)
    claims.push(maker.property(entity, "period", statistic.period, ground));
  if (statistic.scope !== null)
    claims.push(maker.property(entity, "scope", statistic.scope.name, ground));
  if (statistic.reporter !== null) {
    claims.push(...maker.relation(statistic.reporter, "reported", entity, ground));
  }
  return claims;
}
