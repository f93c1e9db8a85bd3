import { modalityAt } from "../cues/read-cues.js";
import { wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { countPeople, type PeopleCount } from "./count-people.js";
import type { Haul } from "./haul.js";
import { patientOf } from "./patient-group.js";
import { type ItemRange, patientRange, type TriggerHit } from "./voice.js";

/** People arrested; `held` and `stopped` count where no goods are what was held. */
export function arrestedIn(
  view: SentenceView,
  triggers: readonly TriggerHit[],
  hauls: readonly Haul[],
  book: RuleBook,
): PeopleCount | null {
  const arrests = countFor(view, triggers, ["arrest"], book) ?? countedArrests(view);
  if (arrests !== null) return arrests;
  for (const trigger of triggers) {
    if (trigger.value.frame !== "hold") continue;
    // "caught nine men with 56 kg": those before the goods were caught.
    const { from, to } = patientRange(view, trigger);
    const haul = hauls.find((one) => one.item >= from && one.item < to);
    const count = countPeople(view.items, { from, to: haul?.item ?? to }, book);
    if (count !== null) return count;
  }
  return null;
}

/** `2 arrests`, `16 detentions`. */
function countedArrests(view: SentenceView): PeopleCount | null {
  for (const [at, item] of view.items.entries()) {
    if (item.kind !== "quantity" || !is(view.items[at + 1], "arrest_nouns")) continue;
    const { value, low, high, qualifier, unitClass } = item.quantity;
    if (value === null || unitClass !== null || modalityAt(view.cues, at) !== "asserted") continue;
    return { value, low, high, qualifier, named: [] };
  }
  return null;
}

/** The people in the subject or object of a verb; those who stand near it where that counts none. */
function countPatients(
  view: SentenceView,
  trigger: TriggerHit,
  book: RuleBook,
): PeopleCount | null {
  const group = trigger.value.form === "phrase" ? null : patientOf(view, trigger);
  if (group !== null) {
    const last = group.listed.at(-1) ?? group;
    const count = countPeople(view.items, { from: group.from, to: last.to }, book);
    // `X, 41, was arrested`: a name counts as one, not by the figures beside it.
    if (count !== null || view.syntax.tags[group.head] === "name") return count;
  }
  return countPeople(view.items, patientRange(view, trigger), book);
}

/** So many people are no single action's. */
const CROWD = 1500;

export function countFor(
  view: SentenceView,
  triggers: readonly TriggerHit[],
  frames: readonly string[],
  book: RuleBook,
): PeopleCount | null {
  let best: PeopleCount | null = null;
  for (const trigger of triggers) {
    if (!frames.includes(trigger.value.frame)) continue;
    const count = countPatients(view, trigger, book);
    if (count === null || count.value >= CROWD) continue;
    if (best === null || count.value > best.value) best = count;
  }
  return best;
}

/** `were held as well`, `two others`: more of the same action. */
export function adds(
  { items }: SentenceView,
  { from, to }: ItemRange,
  { fates }: RuleBook,
): boolean {
  return items
    .slice(from, to)
    .some(
      (item, at) =>
        fates.more.has(item.word) || fates.more.has(`${wordAt(items, from + at - 1)} ${item.word}`),
    );
}
