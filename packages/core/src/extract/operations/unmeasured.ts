import type { Item } from "../stream/item.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { Haul } from "./haul.js";
import { patientOf } from "./patient-group.js";
import { patientRange, type TriggerHit } from "./voice.js";

/** Goods that are seized without a figure: `seized goods and weapons`, `a large shipment of X`. */
export function unmeasuredIn(
  view: SentenceView,
  sentence: number,
  triggers: readonly TriggerHit[],
): Haul[] {
  for (const trigger of triggers) {
    if (!TAKES.has(trigger.value.frame)) continue;
    const at = goodsBeside(view, trigger) ?? goodsInPatient(view, trigger);
    const item = at === null ? undefined : view.items[at];
    if (at === null || item?.kind !== "mention") continue;
    const generic = item.entity.attributes.unspecified === true;
    const goods = generic ? null : item.entity;
    return [{ goods, generic, amount: null, sentence, item: at, aside: false }];
  }
  return [];
}

const TAKES: ReadonlySet<string> = new Set(["seize", "hold"]);

/** The goods right beside the verb. */
function goodsBeside(view: SentenceView, trigger: TriggerHit): number | null {
  const { items } = view;
  const { from, to } = patientRange(view, trigger);
  const near =
    trigger.from < from ? [from, from + 1, from + 2, from + 3] : [to - 1, to - 2, to - 3];
  for (const at of near) {
    const item = items[at];
    if (item?.kind === "mark" && item.word !== '"') return null;
    if (isGoods(item) && !qualifies(items[at + 1], QUALIFIED)) return at;
  }
  return null;
}

/** The goods in the object of a catch, `a large shipment of X`, or in what the passive says it of. */
function goodsInPatient(view: SentenceView, trigger: TriggerHit): number | null {
  const group = patientOf(view, trigger);
  if (group === null) return null;
  for (const { from, to } of [group, ...group.complements])
    for (let at = from; at < to; at += 1)
      if (isGoods(view.items[at]) && !qualifies(view.items[at + 1], OTHER_THINGS)) return at;
  return null;
}

const isGoods = (item: Item | undefined): boolean =>
  item?.kind === "mention" && item.entity.role === "goods";

/** `a heroin laboratory`: what is caught is another thing. */
const qualifies = (next: Item | undefined, nouns: ReadonlySet<string>): boolean =>
  next?.kind === "word" && nouns.has(next.word);

const OTHER_THINGS: ReadonlySet<string> = new Set(
  "production laboratory lab factory trade trafficking networks network gang money proceeds smuggling dealers traffickers precursors".split(
    " ",
  ),
);
const QUALIFIED: ReadonlySet<string> = new Set([...OTHER_THINGS, "shipment"]);
