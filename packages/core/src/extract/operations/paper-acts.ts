import type { DocumentEntity } from "../../model/document-entity.js";
import { type Item, wordAt } from "../stream/item.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { Fate } from "./fate.js";
import type { Actor } from "./find-actors.js";
import type { ItemRange } from "./voice.js";

/** Acts of paper: each is an action of its own, apart from the raid or the catch of the case. */
const PAPER: ReadonlySet<string> = new Set([
  "charge",
  "warrant",
  "extradite",
  "sanction",
  "sentence",
]);

export const isPaper = ({ word }: Fate): boolean => PAPER.has(word.act);

/** The paper act that a stretch of a sentence tells of, or null. */
export const paperActIn = (fates: readonly Fate[]): string | null =>
  fates.find(isPaper)?.word.act ?? null;

/** People that a fate is told of. */
export const peopleOf = (fates: readonly Fate[]): ReadonlySet<DocumentEntity> =>
  new Set(fates.flatMap((fate) => fate.people.map((one) => one.entity)));

/** True where an action of another kind starts: what came before is told of on its own. */
export function opensAnother(before: Fate, next: Fate): boolean {
  if (before.word.act === next.word.act || next.nominal) return false;
  if (!isPaper(before) && !isPaper(next)) return false;
  // `was arrested and charged`: one case.
  const steps = before.word.act === "arrest" && next.word.act === "charge";
  return !(
    steps && next.people.some((one) => before.people.some((two) => two.entity === one.entity))
  );
}

const CRIME: Readonly<Record<string, ReadonlySet<string>>> = {
  charge: new Set(["of", "for", "with", "over"]),
  sentence: new Set(["of", "for", "over"]),
  warrant: new Set(["for", "over"]),
  extradite: new Set(["for", "over"]),
  sanction: new Set(["for", "because", "over"]),
};

/** Where a sentence turns from an act of paper to the crime: `was charged with taking money in X`. */
export function crimeFrom(
  items: readonly Item[],
  range: ItemRange,
  fates: readonly Fate[],
): number {
  for (const fate of fates) {
    const words = CRIME[fate.word.act];
    if (words === undefined) continue;
    const last = Math.max(fate.at, ...(fate.nominal ? fate.people.map((one) => one.item) : []));
    for (let at = last + 1; at < range.to; at += 1)
      if (words.has(wordAt(items, at)) && !namesActor(items, at + 1)) return at;
  }
  return range.to;
}

/** `with the Ministry`, `of X`: a name right behind is no crime. */
function namesActor(items: readonly Item[], from: number): boolean {
  const at = is(items[from], "article") ? from + 1 : from;
  const item = items[at];
  return item?.kind === "mention" && item.entity.role !== "goods";
}

/** Who did a paper act: whom its clause names, and whom somebody was handed over by. */
export function paperAgents(view: SentenceView, sentence: number, fates: readonly Fate[]): Actor[] {
  const named = fates.flatMap((fate) => fate.doer?.actors ?? []);
  if (named.length > 0) return named;
  const handed = fates.filter((fate) => fate.word.act === "extradite");
  return handed.flatMap((fate) => handingState(view, sentence, fate));
}

/** `extradited from X`: the state that hands over. */
function handingState(view: SentenceView, sentence: number, fate: Fate): Actor[] {
  const { items } = view;
  for (let at = fate.at + 1; at < Math.min(items.length, fate.at + HANDED_REACH); at += 1) {
    const item = items[at];
    if (item?.kind !== "mention" || item.entity.role !== "country") continue;
    if (!is(items[at - 1], "source_mark")) continue;
    return [{ entity: item.entity, role: "agent", sentence, item: at, umbrella: false }];
  }
  return [];
}

const HANDED_REACH = 8;

/** Those whom somebody was handed to take part in it. */
export const receiversIn = (sentence: number, fates: readonly Fate[]): Actor[] =>
  fates.flatMap((fate) =>
    fate.receivers.map(({ entity, item }) => ({
      entity,
      role: "partner" as const,
      sentence,
      item,
      umbrella: false,
    })),
  );
