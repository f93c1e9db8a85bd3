import type { Item } from "../stream/item.js";
import type { RuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { countPeople } from "./count-people.js";
import { hasUmbrella } from "./find-actors.js";
import type { PartialFrame } from "./partial-frame.js";
import { type ItemRange, isPassive, patientRange, type TriggerHit } from "./voice.js";

interface Concrete
  extends Pick<PartialFrame, "hauls" | "arrested" | "killed" | "networks" | "agents"> {
  /** True where people were held, counted or not. */
  readonly held: boolean;
}

const AIR_FORCE = /\bair forces?\b/i;

/** The rules among the triggers that name something to show for it. */
export function concreteActs(
  view: SentenceView,
  range: ItemRange,
  triggers: readonly TriggerHit[],
  found: Concrete,
  book: RuleBook,
): ReadonlySet<string> {
  const frames = new Set(triggers.map((trigger) => trigger.value.frame));
  const acts = new Set<string>();
  const caught = found.hauls.length > 0;
  // `burned 3 t`: what was caught before is destroyed, no catch of its own.
  const burnt = frames.has("destroy") && ![...frames].some((one) => CATCHES.has(one));
  if (caught) acts.add(burnt ? "destroy" : "seize");
  if (found.arrested !== null || found.held) acts.add("arrest");
  if (frames.has("strike") && fromTheAir(view, range, found, book)) acts.add("airstrike");
  if (frames.has("kill") && found.killed !== null) acts.add("kill");
  if (frames.has("hold") && found.agents.length > 0 && holdsVessel(view, triggers, book))
    acts.add("hold");
  const facility = hasNoun(view.items, range, book.nouns("facility"));
  if (frames.has("dismantle") && (found.networks.length > 0 || facility)) acts.add("dismantle");
  const weak = WEAK.filter((one) => frames.has(one) && isBacked(one, found, view, range, book));
  return new Set([...acts, ...weak]);
}

/** Acts that something must stand behind. */
const WEAK: readonly string[] = ["airstrike", "sanction", "destroy", "clash", "raid", "sentence"];

const fromTheAir = (
  view: SentenceView,
  range: ItemRange,
  { agents }: Concrete,
  book: RuleBook,
): boolean =>
  agents.some((agent) => AIR_FORCE.test(agent.entity.name)) ||
  hasNoun(view.items, range, book.nouns("air"));

const CATCHES: ReadonlySet<string> = new Set(["seize", "find", "hold", "arrest"]);

/** A boat or a lorry that was stopped: what was on board may be told later. */
function holdsVessel(view: SentenceView, triggers: readonly TriggerHit[], book: RuleBook): boolean {
  const vessels = book.anaphorNouns("vessel");
  return triggers.some((trigger) => {
    if (trigger.value.frame !== "hold") return false;
    // `the Gull was stopped by a patrol boat`: a name that nothing else is known of.
    if (
      isPassive(view.items, trigger) &&
      countPeople(view.items, patientRange(view, trigger), book) === null
    )
      return true;
    const { from, to } = patientRange(view, trigger);
    return view.items
      .slice(from, to)
      .some((item) =>
        item.kind === "mention"
          ? item.entity.role === "vessel"
          : vessels.has(item.word) || is(item, "craft"),
      );
  });
}

function isBacked(
  frame: string,
  found: Concrete,
  view: SentenceView,
  range: ItemRange,
  book: RuleBook,
): boolean {
  const acting = found.agents.length > 0;
  if (frame === "sentence") return countPeople(view.items, range, book) !== null;
  if (frame === "raid") return acting || hasUmbrella(view, range, book) || isSearch(view, range);
  return acting || found.killed !== null || found.networks.length > 0;
}

/** `house searches in X`: only authorities are said to do so, and where. */
const isSearch = ({ triggers, items }: SentenceView, { from, to }: ItemRange): boolean =>
  triggers.some(
    (one) =>
      one.value.frame === "raid" &&
      one.value.form === "phrase" &&
      one.from >= from &&
      one.to - one.from > 2,
  ) &&
  items.slice(from, to).some((item) => item.kind === "mention" && item.entity.role === "place");

const hasNoun = (items: readonly Item[], range: ItemRange, nouns: ReadonlySet<string>): boolean =>
  items.slice(range.from, range.to).some((item) => item.kind === "word" && nouns.has(item.word));
