import type { DocumentEntity } from "../../model/document-entity.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { GroupPlace } from "../predicates/antecedents.js";
import { sectionsOf } from "../operations/sections.js";
import { wordAt } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { groupPlaces } from "./group-places.js";

/** A group that words such as `the network` stand for, and the sentence that tells which it is. */
export interface ToldGroup {
  readonly group: DocumentEntity;
  readonly sentence: number;
}

/** The groups of a report by place, to find what `the network` and `its` stand for. */
export interface ToldGroups {
  readonly view: DocumentView;
  readonly places: readonly GroupPlace[];
  /** Section of each sentence; no word reaches into another one. */
  readonly sections: readonly number[];
  /** The sentence that singles out a group without a name, by the group's id. */
  readonly introduced: ReadonlyMap<string, number>;
}

export function listToldGroups(
  view: DocumentView,
  operations: readonly OperationFindings[],
): ToldGroups {
  const introduced = operations.flatMap(({ networks }) =>
    networks.flatMap(({ value, sentence }) =>
      value.attributes.unnamed === true ? [[value.id, sentence] as const] : [],
    ),
  );
  return {
    view,
    places: groupPlaces(view, operations),
    sections: sectionsOf(view),
    introduced: new Map(introduced),
  };
}

/** How many sentences `the network` reaches back, and `its`. */
const NOUN_REACH = 3;
const OWNER_REACH = 1;

/** The one group told right before `the network`; null where the words could mean another one. */
export function groupOfNoun(told: ToldGroups, sentence: number, item: number): ToldGroup | null {
  return onlyGroup(told, sentence, item, NOUN_REACH);
}

/** The one group that `its` or `it` can mean: no body or company was named since. */
export function groupOfPronoun(
  told: ToldGroups,
  sentence: number,
  item: number,
  reach = OWNER_REACH,
): ToldGroup | null {
  const group = onlyGroup(told, sentence, item, reach);
  if (group === null) return null;
  const last = told.places.findLast(
    (place) => place.group === group.group && isBefore(place, sentence, item),
  );
  if (last === undefined) return null;
  const parted = told.view.sentences.slice(last.sentence, sentence + 1).some(({ items }, at) =>
    items.some((one, place) => {
      const inside = at > 0 || place > last.item;
      const before = last.sentence + at < sentence || place < item;
      return inside && before && one.kind === "mention" && OWNERS.has(one.entity.role);
    }),
  );
  return parted ? null : group;
}

const OWNERS: ReadonlySet<string> = new Set(["body", "organization"]);

const isBefore = (place: GroupPlace, sentence: number, item: number): boolean =>
  place.sentence < sentence || (place.sentence === sentence && place.item < item);

function onlyGroup(
  told: ToldGroups,
  sentence: number,
  item: number,
  reach: number,
): ToldGroup | null {
  const near = told.places.filter(
    (place) => isInReach(told, place.sentence, sentence, reach) && isBefore(place, sentence, item),
  );
  const [first] = near;
  const last = near.at(-1);
  if (first === undefined || last === undefined) return null;
  if (near.some((place) => place.group !== first.group)) return null;
  for (let at = Math.max(0, sentence - reach); at <= sentence; at += 1) {
    if (isInReach(told, at, sentence, reach) && tellsOfOthers(told, at, sentence, item))
      return null;
  }
  const introduced = told.introduced.get(last.group.id);
  return { group: last.group, sentence: introduced ?? last.sentence };
}

function isInReach(told: ToldGroups, at: number, sentence: number, reach: number): boolean {
  if (at > sentence || sentence - at > reach) return false;
  const isHeadline = told.view.sentences[at]?.block.role === "headline";
  return !isHeadline && told.sections[at] === told.sections[sentence];
}

const POINTING: ReadonlySet<string> = new Set("the this that its their whose same".split(" "));

/** True where a sentence tells of a group that nothing else is known of: `a rival gang`. */
function tellsOfOthers(
  { view, places }: ToldGroups,
  at: number,
  sentence: number,
  before: number,
): boolean {
  const items = view.sentences[at]?.items ?? [];
  const nouns = view.book.nouns("network");
  const end = at === sentence ? before : items.length;
  return items.slice(0, end).some((item, place) => {
    if (item.kind !== "word" || !nouns.has(item.word)) return false;
    if (POINTING.has(wordAt(items, place - 1)) || items[place - 1]?.kind === "mention")
      return false;
    return !places.some((known) => known.sentence === at && known.item === place);
  });
}
