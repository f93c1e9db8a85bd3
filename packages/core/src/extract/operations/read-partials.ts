import { modalityAt } from "../cues/read-cues.js";
import { wordAt } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { adds, arrestedIn, countFor } from "./arrested-in.js";
import { assertedTriggers } from "./asserted-triggers.js";
import { concreteActs } from "./concrete-acts.js";
import { partsOf } from "./cut-parts.js";
import type { Deeds } from "./fate.js";
import {
  type Actor,
  findAgents,
  findAnnouncers,
  findLed,
  findPartnered,
  findPartners,
  hasUmbrella,
} from "./find-actors.js";
import { findEventDate } from "./find-event-date.js";
import { findHauls } from "./find-hauls.js";
import { findNetworks } from "./find-networks.js";
import { findPlaces } from "./find-places.js";
import { rejectWord, rejectWords } from "./hear-actions.js";
import { holdsPeople } from "./holds-people.js";
import { isTotal } from "./is-total.js";
import { withFates } from "./part-fates.js";
import type { PartialFrame } from "./partial-frame.js";
import {
  hasAnaphor,
  hasPhrase,
  namesOperation,
  takesUpOperation,
  takesUpTold,
} from "./takes-up.js";
import { unmeasuredIn } from "./unmeasured.js";
import type { ItemRange, TriggerHit } from "./voice.js";

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
  const figures = total
    ? []
    : findHauls(view, sentence, range, book).filter(
        // Goods that nobody took and that were only meant to be moved.
        ({ item }) => triggers.length > 0 || modalityAt(view.cues, item) !== "planned",
      );
  const hauls = total || figures.length > 0 ? figures : unmeasuredIn(view, sentence, triggers);
  const held = total ? null : holdsPeople(view, triggers, book);
  const arrested = total ? null : (arrestedIn(view, triggers, hauls, book) ?? held?.count ?? null);
  const crime = crimeStart(view, triggers);
  const killed = total ? null : countFor(view, triggers, ["kill"], book);
  const networks = findNetworks(view, sentence, range, book);
  const partners = findPartners(view, sentence, range, book);
  const continues = takesUpOperation(view, range, book) || namesOperation(view, range, book);
  const acting = agentsOf(view, ground, triggers, partners, book);
  const told = acting.length > 0 ? acting : findPartnered(view, sentence, partners, book);
  const agents = told.length === 0 && continues ? findLed(view, sentence, range, book) : told;
  const found = { hauls, arrested, held: held !== null, killed, networks, agents };
  const acts = total ? new Set<string>() : concreteActs(view, range, triggers, found, book);
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
    continues,
    inherited: null,
    fates: [],
    paper: acts.size === 1 && acts.has("sanction") ? "sanction" : null,
    catching: !total && triggers.length > 0,
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
      (is(item, "genitive") || is(item, "purpose_mark")) &&
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
