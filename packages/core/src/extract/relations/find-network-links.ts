import type { Claim, Modality } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { RuleId } from "../../packs/engine-rules.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { modalityAt } from "../cues/read-cues.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { OperationFrame, Told } from "../operations/operation-frame.js";
import type { GroupPlace } from "../predicates/antecedents.js";
import { type Item, wordAt } from "../stream/item.js";
import { isToldOf } from "../syntax/same-clause.js";
import type { DocumentView } from "../view/document-view.js";
import type { RuleBook } from "../view/rule-book.js";
import { is } from "../words/read-tokens.js";
import { groupPlaces } from "./group-places.js";

/** Where groups are active and which goods they move, as actions and clauses tell it. */
export function findNetworkLinks(
  view: DocumentView,
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Claim[] {
  const clauses = groupPlaces(view, operations).flatMap((place) => clauseLinks(view, place, maker));
  const links = operations.flatMap((found) => linksOf(view, found, maker));
  return [...links, ...clauses];
}

/** Goods of a group's clause, and places behind it that a preposition of place leads in. */
function clauseLinks(view: DocumentView, place: GroupPlace, maker: ClaimMaker): Claim[] {
  const sentence = view.sentences[place.sentence];
  if (sentence === undefined) return [];
  const { items, clauses } = sentence;
  return items.flatMap((item, at) => {
    if (item.kind !== "mention" || clauses[at] !== clauses[place.item]) return [];
    if (at > place.item && isOthers(items, place.item, at)) return [];
    const modality = modalityAt(sentence.cues, at);
    const link = linkOf(items, at, item, place, view.book);
    if (modality === "void" || link === null) return [];
    if (!isToldOf(sentence.syntax, place.item, at)) return [];
    const ground = { rule: link.rule, sentences: [place.sentence], modality };
    return maker.relation(place.group, link.role, item.entity, ground);
  });
}

/** `A bought from B in X`: the place right behind another group is that group's. */
const isOthers = (items: readonly Item[], group: number, at: number): boolean =>
  is(items[at - 1], "there_prepositions") && isGroup(items[at - 2]) && at - 2 > group;

const isGroup = (item: Item | undefined): boolean =>
  item?.kind === "mention" && item.entity.role === "group";

/** Most words between a verb and the goods that it acts on: `poached two black`. */
const LONGEST_COUNT = 3;

/** True where the verb right before the goods, figures and small words aside, is none of trade. */
function isNotTraded(items: readonly Item[], at: number, book: RuleBook): boolean {
  for (let back = at - 1; back >= Math.max(0, at - LONGEST_COUNT); back -= 1) {
    if (book.nouns("notTrade").has(wordAt(items, back))) return true;
    if (items[back]?.kind === "mention" || items[back]?.kind === "mark") return false;
  }
  return false;
}

function linkOf(
  items: readonly Item[],
  at: number,
  item: Extract<Item, { kind: "mention" }>,
  place: GroupPlace,
  book: RuleBook,
): { role: "trade" | "active-in"; rule: RuleId } | null {
  const { role, attributes } = item.entity;
  if (role === "goods") {
    return attributes.unspecified === true || isNotTraded(items, at, book)
      ? null
      : { role: "trade", rule: "network.clause-goods" };
  }
  const leadAt = is(items[at - 1], "article") ? at - 2 : at - 1;
  // `investigators in Kuwait believe` says where the speakers are, not where the group is active.
  if (is(items[leadAt - 1], "speakers")) return null;
  const where = role === "place" || (role === "country" && item.mention.form !== "demonym");
  if (!where || !is(items[leadAt], "there_prepositions") || at < place.item) return null;
  return { role: "active-in", rule: "network.clause-place" };
}

/** Actions that say nothing of where a named group is: a court sits and a man is held elsewhere, a haul is on its way. */
const ELSEWHERE: ReadonlySet<string> = new Set(["seizure", "sentencing", "arrest", "other"]);

/**
 * Links of an action's groups. An unnamed group is active where the action hit it, not where men
 * with alleged links to it were; a named one only where it was bombed, or where the sentence that
 * names it tells of an action against it.
 */
function linksOf(
  view: DocumentView,
  { frame, networks }: OperationFindings,
  maker: ClaimMaker,
): Claim[] {
  const local = frame.places.filter((place) => place.value.role === "place");
  const places = local.length > 0 ? local : frame.places;
  return networks.flatMap((network) => {
    const modality = groupModality(view, frame, network);
    if (modality === null) return [];
    const unnamed = network.value.attributes.unnamed === true;
    const where = places.filter((place) =>
      unnamed
        ? frame.kind !== "sentencing" && modality === "asserted"
        : frame.kind === "airstrike" ||
          (!ELSEWHERE.has(frame.kind) && place.sentence === network.sentence),
    );
    return [
      ...where.flatMap((place) =>
        maker.relation(network.value, "active-in", place.value, {
          rule: "network.frame-place",
          sentences: [network.sentence, place.sentence],
          modality,
        }),
      ),
      ...frame.seized.flatMap(({ value, sentence }) =>
        value.goods === null
          ? []
          : maker.relation(network.value, "trade", value.goods, {
              rule: "network.frame-goods",
              sentences: [network.sentence, sentence],
              modality,
            }),
      ),
    ];
  });
}

/** How the tie of a group to an action is told; null where it is denied. */
function groupModality(
  view: DocumentView,
  frame: OperationFrame,
  network: Told<DocumentEntity>,
): Modality | null {
  const hit = frame.parts
    .flatMap((part) => part.networks)
    .find((one) => one.sentence === network.sentence);
  if (hit === undefined) return "asserted";
  const modality = modalityAt(view.sentences[hit.sentence]?.cues ?? [], hit.item);
  if (modality === "void" || modality === "denied") return null;
  return modality === "attempted" ? "asserted" : modality;
}
