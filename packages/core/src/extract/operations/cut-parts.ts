import { wordAt } from "../stream/item.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { Fate } from "./fate.js";
import { isPaper, opensAnother } from "./paper-acts.js";
import type { ItemRange } from "./voice.js";

/** A sentence, cut where another action starts: behind a semicolon, and where a clause tells of another act. */
export function partsOf(view: SentenceView, fates: readonly Fate[]): ItemRange[] {
  const { items } = view;
  const starts = new Set<number>(fateCuts(view, fates));
  for (let at = view.body; at < items.length; at += 1)
    if (wordAt(items, at) === ";" && opensAction(view, at + 1)) starts.add(at + 1);
  const cuts = [...starts].filter((at) => at > view.body).sort((a, b) => a - b);
  const bounds = [view.body, ...cuts, items.length];
  return bounds.slice(0, -1).map((from, at) => ({ from, to: bounds[at + 1] ?? items.length }));
}

function fateCuts(view: SentenceView, fates: readonly Fate[]): number[] {
  const acts = fates.filter((fate) => fate.word.act !== "escape");
  return acts.flatMap((fate, at) => {
    const before = acts[at - 1];
    const forced =
      before === undefined && isPaper(fate) && !fate.nominal && hasForce(view, fate.from);
    const another = before !== undefined && opensAnother(before, fate) && fate.from > before.at;
    return forced || another ? [fate.from] : [];
  });
}

/** An action of force is told before: `two were shot, among them X, whom police had been seeking`. */
const hasForce = (view: SentenceView, before: number): boolean =>
  view.triggers.some((one) => one.to <= before && FORCE.has(one.value.frame));

const FORCE: ReadonlySet<string> = new Set([
  "seize",
  "arrest",
  "kill",
  "raid",
  "dismantle",
  "airstrike",
]);

function opensAction(view: SentenceView, from: number): boolean {
  const { items } = view;
  const lead = is(items[from], "action_leads") ? from + 1 : from;
  const item = items[lead];
  const dated = item?.kind === "date" && item.date.kind === "point";
  const placed = lead > from && item?.kind === "mention" && item.entity.role === "place";
  return (dated || placed) && view.triggers.some((trigger) => trigger.from > from);
}
