import { modalityAt } from "../cues/read-cues.js";
import type { RejectionReason } from "../listener.js";
import { wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { concreteActs } from "./concrete-acts.js";
import { countPeople, type PeopleCount } from "./count-people.js";
import { partsOf } from "./cut-parts.js";
import type { Deeds } from "./fate.js";
import {
  type Actor,
  findAgents,
  findAnnouncers,
  findPartnered,
  findPartners,
  hasUmbrella,
} from "./find-actors.js";
import { findEventDate } from "./find-event-date.js";
import { findHauls } from "./find-hauls.js";
import { findNetworks } from "./find-networks.js";
import { findPlaces } from "./find-places.js";
import type { Haul } from "./haul.js";
import { rejectWord, rejectWords } from "./hear-actions.js";
import { isTotal } from "./is-total.js";
import { withFates } from "./part-fates.js";
import type { PartialFrame } from "./partial-frame.js";
import { takesUpTold } from "./takes-up.js";
import { type ItemRange, patientRange, type TriggerHit } from "./voice.js";

/** What a sentence tells of actions, in text order; a semicolon may part two actions. */
export function readPartials(
  view: SentenceView,
  sentence: number,
  carried: boolean,
  { fates, doers }: Deeds,
  book: RuleBook,
): PartialFrame[] {
  const parts = partsOf(view, fates);
  return parts.map((range) => {
    const own = fates.filter((fate) => fate.at >= range.from && fate.at < range.to);
    const total =
      own.length === 0 && ((carried && parts.length === 1) || isTotal(view, range, book));
    const part = readPart(view, { sentence, range, total, doers }, book);
    return own.length === 0 ? part : withFates(part, own);
  });
}

/** Where a part lies and what its sentence tells of who did what. */
interface PartGround {
  readonly sentence: number;
  readonly range: ItemRange;
  readonly total: boolean;
  readonly doers: Deeds["doers"];
}

/** Verbs of which the subject may be a thing: `the van carried 3 kg`. */
const OF_THINGS: ReadonlySet<string> = new Set(["kill", "clash", "strike", "destroy"]);

/** What a gang or a suspect does is no action of a state. */
const isOfState = ({ from, value }: TriggerHit, doers: Deeds["doers"]): boolean =>
  OF_THINGS.has(value.frame) || value.form === "phrase" || doers.get(from)?.others !== true;

/** Who a clause says acted; those who stand near the verb where it says none, or not all of a list. */
function agentsOf(
  view: SentenceView,
  { sentence, doers }: PartGround,
  triggers: readonly TriggerHit[],
  partners: readonly Actor[],
  book: RuleBook,
): readonly Actor[] {
  const isPartner = (one: Actor): boolean => partners.some((partner) => partner.item === one.item);
  const near = findAgents(view, sentence, triggers, book).filter((one) => !isPartner(one));
  const verbs = triggers.filter(({ value }) => value.frame !== "kill" && value.frame !== "clash");
  const told = verbs
    .flatMap((one) => doers.get(one.from)?.actors ?? [])
    .filter((one) => !isPartner(one));
  const items = new Set(near.map((one) => one.item));
  if (told.length === 0 || (near.length > 0 && told.every((one) => items.has(one.item))))
    return near;
  const seen = new Set<number>();
  return told.filter(({ item }) => !seen.has(item) && seen.add(item) !== undefined);
}

function readPart(view: SentenceView, ground: PartGround, book: RuleBook): PartialFrame {
  const { sentence, range, total, doers } = ground;
  const triggers = assertedTriggers(view, range, book).filter((one) => {
    const ofState = isOfState(one, doers);
    if (!ofState) rejectWord(view, "no-authority", one);
    return ofState;
  });
  const figures = total ? [] : findHauls(view, sentence, range, book);
  const hauls = total || figures.length > 0 ? figures : unmeasuredIn(view, sentence, triggers);
  const arrested = total ? null : arrestedIn(view, triggers, hauls, book);
  const crime = crimeStart(view, triggers);
  const killed = total ? null : countFor(view, triggers, ["kill"], book);
  const networks = findNetworks(view, sentence, range, book);
  const partners = findPartners(view, sentence, range, book);
  const acting = agentsOf(view, ground, triggers, partners, book);
  const agents = acting.length > 0 ? acting : findPartnered(view, sentence, partners, book);
  const acts = total
    ? new Set<string>()
    : concreteActs(view, range, triggers, { hauls, arrested, killed, networks, agents }, book);
  if (acts.size === 0) rejectWords(view, total ? "sum" : "nothing-to-show", triggers);
  return {
    view,
    sentence,
    range,
    acts,
    hauls,
    arrested,
    killed,
    networks,
    agents,
    announcers: findAnnouncers(view, sentence, range, book),
    partners,
    places: findPlaces(view, sentence, range, book).filter(
      (place) => !partners.some((partner) => partner.item === place.item) && place.item < crime,
    ),
    date: findEventDate(view, sentence, range, triggers),
    umbrella: hasUmbrella(view, range, book),
    separator: hasPhrase(view, range, book.separators, 6),
    anaphor: hasAnaphor(view, range, book),
    definite: takesUpTold(view, range, book),
    continues: takesUpOperation(view, range, book),
    inherited: null,
    fates: [],
    paper: null,
    adds: arrested !== null && adds(view, range, book),
    loose: isLoose(acts, triggers, agents.length > 0),
  };
}

/** Where a sentence turns from the verdict to the crime: `was convicted of taking money in X`. */
function crimeStart(view: SentenceView, triggers: readonly TriggerHit[]): number {
  const verdict = triggers.find((trigger) => trigger.value.frame === "sentence");
  if (verdict === undefined) return view.items.length;
  const at = view.items.findIndex(
    (item, place) =>
      place >= verdict.to &&
      (item.word === "of" || item.word === "for") &&
      wordAt(view.items, place + 1).endsWith("ing"),
  );
  return at < 0 ? view.items.length : at;
}

/** Goods told without a verb of finding, or deaths without anybody who acts. */
function isLoose(
  acts: ReadonlySet<string>,
  triggers: readonly TriggerHit[],
  acting: boolean,
): boolean {
  if (acts.has("seize")) return acts.size === 1 && triggers.length === 0;
  return (
    acts.size === 1 &&
    acts.has("kill") &&
    !acting &&
    !triggers.some((one) => one.value.frame === "clash")
  );
}

/** `14 arrest warrants`, `a search warrant`: papers, no action. */
const ADJUNCT_OF: ReadonlySet<string> = new Set(["warrant", "warrants", "records", "record"]);

/** Triggers that the text says to have happened. */
function assertedTriggers(view: SentenceView, range: ItemRange, book: RuleBook): TriggerHit[] {
  return view.triggers.filter((trigger) => {
    if (trigger.from < range.from || trigger.from >= range.to) return false;
    const reason = whyNot(view, trigger, book);
    if (reason !== null) rejectWord(view, reason, trigger);
    return reason === null;
  });
}

function whyNot(view: SentenceView, trigger: TriggerHit, book: RuleBook): RejectionReason | null {
  if (ADJUNCT_OF.has(wordAt(view.items, trigger.to))) return "papers";
  if (trigger.value.form === "base" && !isFiniteForm(view, trigger.from, book)) return "no-verb";
  if (isAttribute(view, trigger)) return "no-verb";
  const modality = modalityAt(view.cues, trigger.from);
  if (modality === "void") return "not-told";
  if (modality === "denied") return "denied";
  return modality === "planned" || modality === "hypothetical" ? "not-yet" : null;
}

/** `the convicted trafficker`, `the sentences`: what is known of something, no act of its own. */
function isAttribute({ syntax, items }: SentenceView, { from, to, value }: TriggerHit): boolean {
  if (value.form === "phrase" || to - from > 1) return false;
  const group = syntax.groups.find((one) => one.from <= from && from < one.to);
  if (group === undefined || group.opener === null) return false;
  return from < group.head ? items[from]?.kind === "word" : syntax.tags[from] === "noun";
}

/** Goods that are seized without a figure: `seized goods and weapons`. */
function unmeasuredIn(
  view: SentenceView,
  sentence: number,
  triggers: readonly TriggerHit[],
): Haul[] {
  for (const trigger of triggers) {
    if (!TAKES.has(trigger.value.frame)) continue;
    const { from, to } = patientRange(view, trigger);
    const near =
      trigger.from < from ? [from, from + 1, from + 2, from + 3] : [to - 1, to - 2, to - 3];
    for (const at of near) {
      const item = view.items[at];
      if (item?.kind === "mark" && item.word !== '"') break;
      if (item?.kind !== "mention" || item.entity.role !== "goods") continue;
      const generic = item.entity.attributes.unspecified === true;
      const qualifies = view.items[at + 1];
      if (qualifies?.kind === "word" && QUALIFIED.has(qualifies.word)) continue;
      const goods = generic ? null : item.entity;
      return [{ goods, generic, amount: null, sentence, item: at, aside: false }];
    }
  }
  return [];
}

const TAKES: ReadonlySet<string> = new Set(["seize", "hold"]);

const QUALIFIED: ReadonlySet<string> = new Set(
  "production laboratory lab factory trade trafficking shipment networks network gang money proceeds smuggling dealers traffickers precursors".split(
    " ",
  ),
);

const ABLE: ReadonlySet<string> = new Set("managed able helped enabled succeeded went".split(" "));

/** A base form is a verb behind those who act or behind `managed to`; elsewhere it is a noun or a plan. */
function isFiniteForm(view: SentenceView, at: number, book: RuleBook): boolean {
  const before = view.items[at - 1];
  if (before?.kind === "mention") return before.entity.role === "body";
  const word = before?.word ?? "";
  if (word === "to")
    return ABLE.has(wordAt(view.items, at - 2)) || ABLE.has(wordAt(view.items, at - 3));
  return word === "they" || book.nouns("stateForce").has(word) || book.nouns("unitNoun").has(word);
}

/** People arrested; `held` and `stopped` count where no goods are what was held. */
function arrestedIn(
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

const ARREST_NOUNS: ReadonlySet<string> = new Set(["arrests", "arrest", "detentions", "detainees"]);

/** `2 arrests`, `16 detentions`. */
function countedArrests(view: SentenceView): PeopleCount | null {
  for (const [at, item] of view.items.entries()) {
    if (item.kind !== "quantity" || !ARREST_NOUNS.has(wordAt(view.items, at + 1))) continue;
    const { value, low, high, qualifier, unitClass } = item.quantity;
    if (value === null || unitClass !== null || modalityAt(view.cues, at) !== "asserted") continue;
    return { value, low, high, qualifier, named: [] };
  }
  return null;
}

/** So many people are no single action's. */
const CROWD = 1500;

function countFor(
  view: SentenceView,
  triggers: readonly TriggerHit[],
  frames: readonly string[],
  book: RuleBook,
): PeopleCount | null {
  let best: PeopleCount | null = null;
  for (const trigger of triggers) {
    if (!frames.includes(trigger.value.frame)) continue;
    const count = countPeople(view.items, patientRange(view, trigger), book);
    if (count === null || count.value >= CROWD) continue;
    if (best === null || count.value > best.value) best = count;
  }
  return best;
}

/** `were held as well`, `two others`: more of the same action. */
function adds({ items }: SentenceView, { from, to }: ItemRange, { fates }: RuleBook): boolean {
  return items
    .slice(from, to)
    .some(
      (item, at) =>
        fates.more.has(item.word) || fates.more.has(`${wordAt(items, from + at - 1)} ${item.word}`),
    );
}

/** A word that takes up what was told before, at the start of a clause. */
function hasAnaphor(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  for (let at = range.from; at < Math.min(range.to, range.from + 9); at += 1) {
    const item = view.items[at];
    if (item?.kind !== "word") continue;
    const before = view.items[at - 1];
    const opens =
      at === range.from ||
      before?.kind === "mark" ||
      ["and", "that", "but", "when"].includes(before?.word ?? "");
    const hit = opens ? book.anaphors.at(view.tokens, item.token) : undefined;
    if (hit !== undefined && view.tokens[hit.to]?.folded !== "of") return true;
  }
  return takesUpOperation(view, range, book);
}

const POINTERS: ReadonlySet<string> = new Set("the this that these those both".split(" "));

/** `the security operation`, `those raids` near the start. */
function takesUpOperation(view: SentenceView, range: ItemRange, book: RuleBook): boolean {
  const nouns = book.nouns("operation");
  for (let at = range.from; at < Math.min(range.to, range.from + 8); at += 1) {
    if (!POINTERS.has(wordAt(view.items, at))) continue;
    for (let next = at + 1; next <= at + 3; next += 1) {
      const item = view.items[next];
      if (item?.kind !== "word") break;
      if (nouns.has(item.word)) return wordAt(view.items, next + 1) !== "of";
    }
  }
  return false;
}

function hasPhrase(
  view: SentenceView,
  range: ItemRange,
  set: RuleBook["anaphors"],
  reach: number,
): boolean {
  for (let at = range.from; at < Math.min(range.to, range.from + reach); at += 1) {
    const item = view.items[at];
    if (item?.kind === "word" && set.at(view.tokens, item.token) !== undefined) return true;
  }
  return false;
}
