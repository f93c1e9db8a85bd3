// Whether what a sentence tells is an action told before: what speaks for it and against it.
import type { DateRange } from "../../model/date-range.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import { type DocumentView, once, stateOf } from "../view/document-view.js";
import type { Haul } from "./haul.js";
import { isVague, localPlaces, namedIn, type OpenFrame } from "./open-frames.js";
import type { PartialFrame } from "./partial-frame.js";

/** What a part must reach to belong to an action told before. */
export const THRESHOLD = 2;

/** By paragraphs between them. */
const DISTANCE = [2, 1, 0.5, 0, 0];
const FARTHEST = -0.5;
const ANOTHER_SECTION = -6;
const SEPARATED = -4;
const TAKES_UP = 1.5;

export function blockDistance(view: DocumentView, from: number, to: number): number {
  const steps = once(view, blockSteps);
  return Math.max(0, (steps[to] ?? 0) - (steps[from] ?? 0));
}

/** For each sentence how many times a block ended before it. */
function blockSteps({ sentences }: DocumentView): readonly number[] {
  let steps = 0;
  return sentences.map(({ block }, at) => {
    if (at > 0 && block.index !== sentences[at - 1]?.block.index) steps += 1;
    return steps;
  });
}

/** How well a part fits an action: `THRESHOLD` and more is the same. */
export function mergeScore(
  view: DocumentView,
  frame: OpenFrame,
  part: PartialFrame,
  section: number,
): number {
  let score = DISTANCE[blockDistance(view, frame.last, part.sentence)] ?? FARTHEST;
  if (frame.section !== section) score += ANOTHER_SECTION;
  if (part.separator) score += SEPARATED;
  if (part.anaphor || (part.definite && !part.loose)) score += TAKES_UP;
  if (part.continues) score += TAKES_UP;
  if (part.adds) score += TAKES_UP;
  if (isVague(part) || frame.vague) score += 1;
  return (
    score +
    dateScore(frame, part) +
    haulScore(frame, part) +
    peopleScore(frame, part) +
    stepScore(frame, part) +
    nameScore(view, frame, part) +
    placeScore(frame, part) +
    kindScore(frame, part)
  );
}

const compatible = (a: DateRange, b: DateRange): boolean => a.from <= b.to && b.from <= a.to;

export function dateScore(frame: OpenFrame, part: PartialFrame): number {
  const own = part.date ?? part.inherited;
  const other = frame.date;
  if (own === null || other === null) return 0;
  if (compatible(own.date, other.date)) return 1;
  if (own.announced !== other.announced) return 0;
  return own.announced ? -1 : -4;
}

const sameHaul = (a: Haul, b: Haul): boolean =>
  a.amount?.value != null && a.amount.value === b.amount?.value && a.amount.unit === b.amount.unit;

const rivalHaul = (a: Haul, b: Haul): boolean =>
  a.goods !== null && a.goods === b.goods && a.amount?.unit === b.amount?.unit && !sameHaul(a, b);

function haulScore(frame: OpenFrame, part: PartialFrame): number {
  const hauls = [...frame.hauls.values()];
  if (part.hauls.some((haul) => hauls.some((other) => sameHaul(haul, other)))) return 4;
  return part.hauls.some((haul) => hauls.some((other) => rivalHaul(haul, other))) ? -3 : 0;
}

/** Named people are the same or others; of nameless ones only their number tells. */
function peopleScore(frame: OpenFrame, part: PartialFrame): number {
  const own = namedIn(part);
  const others = frame.named;
  if (own.length > 0 && others.size > 0) {
    if (own.some((one) => others.has(one))) return 3;
    return mentions(part, others) ? 0 : -3;
  }
  const counts = frame.arrested;
  if (part.arrested === null || counts.size === 0 || part.adds) return 0;
  const { value } = part.arrested;
  if (counts.has(value)) return value > 1 ? 3 : 1;
  return value > Math.max(...counts) ? -2 : -1;
}

/** `while X was caught in the port, his brother Y was held`: told with one another. */
const mentions = ({ view, range }: PartialFrame, people: ReadonlySet<DocumentEntity>): boolean =>
  view.items
    .slice(range.from, range.to)
    .some((item) => item.kind === "mention" && people.has(item.entity));

/** A catch without people and people without a catch are two steps of one action. */
function stepScore(frame: OpenFrame, part: PartialFrame): number {
  const catches = part.hauls.length > 0;
  const holds = part.arrested !== null;
  const told = { catches: frame.hauls.size > 0, holds: frame.arrested.size > 0 };
  const steps =
    (catches && !holds && told.holds && !told.catches) ||
    (holds && !catches && told.catches && !told.holds);
  return steps ? 0.5 : 0;
}

function nameScore(view: DocumentView, frame: OpenFrame, part: PartialFrame): number {
  const { agents } = frame;
  const states = new Set([...agents].map((one) => stateOf(view, one)));
  // A state and a body of it, told in one breath, are no two.
  const breath = part.date === null && part.sentence - frame.last <= 1;
  const kin =
    breath &&
    part.agents.some(({ entity }) =>
      entity.role === "country" ? states.has(entity) : agents.has(stateOf(view, entity) ?? entity),
    );
  return overlap(
    part.agents.map((actor) => actor.entity),
    agents,
    kin ? 0 : -2,
  );
}

/** Towns and regions, the same or others; one that opens the sentence sets another scene. */
function placeScore(frame: OpenFrame, part: PartialFrame): number {
  const own = localPlaces(part);
  const score = overlap(
    own.map(({ entity }) => entity),
    frame.places,
    -1,
  );
  const fronted = own.some(({ item }) => item - part.range.from <= FRONT);
  return score < 0 && fronted ? score - TAKES_UP : score;
}

/** How far from its start a place opens a sentence: `In the northern town of X`. */
const FRONT = 4;

/** A body and its own state. */
export const isKin = (view: DocumentView, a: DocumentEntity, b: DocumentEntity): boolean =>
  (a.role === "country") !== (b.role === "country") &&
  stateOf(view, a) !== undefined &&
  stateOf(view, a) === stateOf(view, b);

function overlap<T>(own: readonly T[], others: ReadonlySet<T>, apart: number): number {
  if (own.length === 0 || others.size === 0) return 0;
  return own.some((one) => others.has(one)) ? 1 : apart;
}

const APART: readonly string[] = [
  "sentence",
  "sanction",
  "charge",
  "warrant",
  "extradite",
  "destroy",
];

function kindScore(frame: OpenFrame, part: PartialFrame): number {
  const { acts } = frame;
  // Who is charged where they are held is told of in one.
  const charged = part.acts.has("arrest") && part.paper === "charge";
  return APART.some((act) => acts.has(act) !== part.acts.has(act) && !(charged && act === "charge"))
    ? -4
    : 0;
}
