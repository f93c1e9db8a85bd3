// Whether two reports tell of one action. Day, place, body, target and goods are compared before any
// figure: two tellings that agree on where, when and by whom are one action with a disagreement, not
// two actions. But only one slot may disagree, for the same border post catches the same goods again
// the next day.
import type { Profile } from "../identify/profile.js";
import type { Comparer, Comparison } from "./comparison.js";
import { type Bounds, COUNTS, type OperationFacts } from "./operation-facts.js";

/** Days up to which two tellings can be of one action at all. */
const DAYS_APART = 3;
const BLOCK_DAYS = DAYS_APART + 1;
/** Figures of this size or more are rarely equal by chance. */
const TELLING_FIGURE = 50;

/** Scores of what is decided here; between the last two a person is asked. */
const CERTAIN = 0.97;
const MERGED = 0.92;
const ASKED = 0.8;
const DOUBTFUL = 0.75;
const MERGE_AT = 0.9;

/** Actions of the authorities told in several reports. */
export function createOperationComparer(factsOf: (profile: Profile) => OperationFacts): Comparer {
  return {
    mergeAt: MERGE_AT,
    isOnceADocument: true,
    blocksOf: (profile) => operationBlocks(factsOf(profile)),
    contradiction: (a, b) => contradict(factsOf(a), factsOf(b)),
    compare: (a, b) => compareOperations(factsOf(a), factsOf(b)),
  };
}

/**
 * Two blocks of four days each, so that actions three days apart share one; and what was told of a place
 * by a figure that hardly comes twice, for tellings without a day.
 */
const operationBlocks = (facts: OperationFacts): readonly string[] => [
  ...dayBlocks(facts),
  ...figureBlocks(facts),
];

function figureBlocks({ figures, places }: OperationFacts): readonly string[] {
  return [...figures].flatMap(([what, { isExact, low }]) =>
    isExact && low >= TELLING_FIGURE
      ? [...places].map((place) => `figure ${place} ${what} ${low}`)
      : [],
  );
}

function dayBlocks(facts: OperationFacts): readonly string[] {
  if (facts.days === null || facts.days.to - facts.days.from > 31) return [];
  const blocks: string[] = [];
  const first = Math.floor(facts.days.from / BLOCK_DAYS);
  const last = Math.floor(facts.days.to / BLOCK_DAYS) + 1;
  for (let block = first; block <= last; block += 1) blocks.push(`days ${block}`);
  return blocks;
}

function contradict(a: OperationFacts, b: OperationFacts): string | null {
  if (a.classes.size > 0 && b.classes.size > 0 && !meet(a.classes, b.classes)) {
    return `different kind: ${[...a.classes, ...b.classes].sort().join(", ")}`;
  }
  if (daysBetween(a, b) > DAYS_APART) return "more than three days apart";
  if (a.countries.size > 0 && b.countries.size > 0 && !meet(a.countries, b.countries)) {
    return `different country: ${[...a.countries, ...b.countries].sort().join(", ")}`;
  }
  if (a.groups.size > 0 && b.groups.size > 0 && !meet(a.groups, b.groups)) {
    return "different networks";
  }
  return null;
}

/**
 * How a slot compares: `same`, `near` (one can be the other, told more or less closely), `different`,
 * or `untold` where a report says nothing of it.
 */
type Likeness = "same" | "near" | "different" | "untold";

interface Slot {
  readonly like: Likeness;
  readonly reason: string;
}

const UNTOLD: Slot = { like: "untold", reason: "" };

interface Slots {
  readonly day: Slot;
  readonly place: Slot;
  readonly body: Slot;
  readonly target: Slot;
  readonly goods: Slot;
  readonly figures: readonly (Slot & { readonly isTelling: boolean })[];
}

function compareOperations(a: OperationFacts, b: OperationFacts): Comparison | null {
  if (contradict(a, b) !== null) return null;
  const slots: Slots = {
    day: daySlot(a, b),
    place: placeSlot(a, b),
    body: bodySlot(a, b),
    target: targetSlot(a, b),
    goods: goodsSlot(a, b),
    figures: figureSlots(a, b),
  };
  const score = scoreOf(slots);
  if (score === null) return null;
  const { day, place, body, target, goods, figures } = slots;
  const told = [day, place, body, target, goods, ...figures];
  return { score, reasons: told.flatMap(({ reason }) => (reason === "" ? [] : [reason])) };
}

/** The score of two tellings, or null where nothing is worth telling. */
function scoreOf(slots: Slots): number | null {
  const { day, place, body, target, goods, figures } = slots;
  if (day.like === "different" || place.like === "different") return null;
  const all: readonly Slot[] = [body, target, goods, ...figures];
  const tally: Tally = {
    slots,
    parties: count([body, target, goods], "same"),
    differing: count(all, "different"),
    same: count(figures, "same"),
    equal: count(
      figures.filter(({ isTelling }) => isTelling),
      "same",
    ),
    agreeing: count(figures, "same") + count(figures, "near"),
  };
  if (isOne(tally)) return tally.differing === 0 && day.like === "same" ? CERTAIN : MERGED;
  return askedScore(tally);
}

const count = (slots: readonly Slot[], like: Likeness): number =>
  slots.filter((slot) => slot.like === like).length;

/** The score of two tellings that a person may be asked about. */
function askedScore({ slots: { day, place }, parties, equal }: Tally): number | null {
  const isAsked = parties > 0 && (place.like === "same" || equal > 0);
  if (day.like === "untold") return isAsked && equal > 0 ? DOUBTFUL : null;
  if (isAsked && day.like === "same") return ASKED;
  return isAsked || (place.like === "same" && equal > 0) ? DOUBTFUL : null;
}

interface Tally {
  readonly slots: Slots;
  /** Bodies, targets and goods that both tell alike. */
  readonly parties: number;
  /** Slots that disagree, the day left out. */
  readonly differing: number;
  /** Figures that are equal. */
  readonly same: number;
  /** Of these, figures that are hardly equal by chance. */
  readonly equal: number;
  /** Figures that can be the same. */
  readonly agreeing: number;
}

/**
 * On one day in one place, one party more makes two tellings one, and one slot may disagree. Where the
 * day is one off or the place only the wider one, everything else told must agree.
 */
function isOne({
  slots: { day, place },
  parties,
  differing,
  same,
  equal,
  agreeing,
}: Tally): boolean {
  if (day.like === "same" && place.like === "same")
    return differing === 0 ? parties > 0 || equal > 0 : differing === 1 && parties + same > 1;
  if (differing > 0) return false;
  // Without a day only a figure that hardly comes twice joins two tellings of one place.
  if (day.like === "untold") return place.like === "same" && parties > 0 && equal > 0;
  if (place.like === "same") return parties > 0 && agreeing > 0 && (equal > 0 || parties > 1);
  return day.like === "same" && place.like === "near" && parties > 0 && (equal > 0 || agreeing > 1);
}

function daySlot(a: OperationFacts, b: OperationFacts): Slot {
  if (a.days === null || b.days === null) return UNTOLD;
  const days = daysBetween(a, b);
  const isVague = a.days.to > a.days.from || b.days.to > b.days.from;
  if (days === 0 && isVague) return { like: "near", reason: "dates can be one" };
  if (days === 0) return { like: "same", reason: "same day" };
  if (days === 1) return { like: "near", reason: "one day apart" };
  return { like: "different", reason: `${days} days apart` };
}

/** Towns are held against towns; a province tells of no town, and can hold the other's. */
function placeSlot(a: OperationFacts, b: OperationFacts): Slot {
  const isNamedAlike = meet(a.areaNames, b.placeNames) || meet(a.placeNames, b.areaNames);
  if (meet(a.places, b.places) || isNamedAlike) return { like: "same", reason: "same place" };
  if (a.countries.size === 0 || b.countries.size === 0) return UNTOLD;
  if (a.places.size > 0 && b.places.size > 0) return APART;
  const isArea = meet(a.areas, b.areas);
  if (a.areas.size > 0 && b.areas.size > 0 && !isArea) return APART;
  if (isArea && a.places.size === 0 && b.places.size === 0)
    return { like: "same", reason: "same area" };
  const isTold = [a, b].every(({ places, areas }) => places.size + areas.size > 0);
  return { like: "near", reason: isTold ? "one place may hold the other" : "same state" };
}

const APART: Slot = { like: "different", reason: "different places of one state" };

function bodySlot(a: OperationFacts, b: OperationFacts): Slot {
  if (meet(a.agencies, b.agencies)) return { like: "same", reason: "same agency" };
  if (a.agencies.size === 0 || b.agencies.size === 0) return UNTOLD;
  const isOpen = a.agencyCountries.size === 0 || b.agencyCountries.size === 0;
  if (isOpen) return { like: "near", reason: "an agency of an unknown state" };
  return meet(a.agencyCountries, b.agencyCountries)
    ? { like: "near", reason: "agencies of one state" }
    : { like: "different", reason: "different agencies" };
}

function targetSlot(a: OperationFacts, b: OperationFacts): Slot {
  return meet(a.targets, b.targets) ? { like: "same", reason: "same target" } : UNTOLD;
}

function goodsSlot(a: OperationFacts, b: OperationFacts): Slot {
  if (meet(a.goods, b.goods)) return { like: "same", reason: "same goods" };
  if (a.goods.size === 0 || b.goods.size === 0) return UNTOLD;
  return { like: "different", reason: "different goods" };
}

/** Figures that both tell, of people and of goods. */
function figureSlots(a: OperationFacts, b: OperationFacts): Slots["figures"] {
  const slots: (Slot & { readonly isTelling: boolean })[] = [];
  for (const [what, left] of a.figures) {
    const right = b.figures.get(what);
    if (right !== undefined) slots.push(figureSlot(what, left, right));
  }
  const left = goodsFigure(a);
  const right = goodsFigure(b);
  const isMeasured = [...a.figures.keys()].some((what) => !COUNTS.has(what) && b.figures.has(what));
  // Whoever names the goods otherwise, or counts them otherwise, tells of one haul or of two.
  if (isMeasured || left === null || right === null) return slots;
  return slots.concat(
    left.unit === right.unit
      ? [figureSlot(left.unit, left.bounds, right.bounds)]
      : [{ like: "different", reason: "goods counted in other units", isTelling: false }],
  );
}

/** The one amount of goods that a report tells, or null for none or several. */
function goodsFigure({ figures }: OperationFacts): { unit: string; bounds: Bounds } | null {
  const amounts = [...figures].filter(([what]) => !COUNTS.has(what));
  const [first, ...others] = amounts;
  if (first === undefined || others.length > 0) return null;
  return { unit: first[0].slice(first[0].lastIndexOf(" ") + 1), bounds: first[1] };
}

function figureSlot(what: string, a: Bounds, b: Bounds): Slot & { readonly isTelling: boolean } {
  if (a.isExact && b.isExact && a.low === b.low) {
    const isTelling = a.low >= TELLING_FIGURE;
    return { like: "same", reason: `equal figure: ${what} ${a.low}`, isTelling };
  }
  const agree = a.low <= b.high && b.low <= a.high;
  return agree
    ? { like: "near", reason: `figures agree: ${what}`, isTelling: false }
    : { like: "different", reason: `figures differ: ${what}`, isTelling: false };
}

/** Days between the nearest days the two can mean; 0 when either has no date. */
function daysBetween(a: OperationFacts, b: OperationFacts): number {
  if (a.days === null || b.days === null) return 0;
  return Math.max(0, a.days.from - b.days.to, b.days.from - a.days.to);
}

const meet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  [...a].some((value) => b.has(value));
