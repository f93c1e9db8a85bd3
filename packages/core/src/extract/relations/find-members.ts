import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import { type Item, wordAt } from "../stream/item.js";
import { listFrom, mentionsAt, ofRoles } from "../stream/lists.js";
import type { DocumentView } from "../view/document-view.js";
import { lastBody } from "../view/nearby.js";
import { type GroupPlace, groupPlaces } from "./group-places.js";

/** Membership of people told as head or member of a group, named or known by an action only. */
export function findMembers(
  view: DocumentView,
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Claim[] {
  const groups = groupPlaces(view, operations);
  return view.sentences.flatMap(({ items }, sentence) =>
    items.flatMap((item, at) => {
      if (item.kind !== "word" || !view.book.nouns("memberNoun").has(item.word)) return [];
      const group = groupOf(view, sentence, items, at, groups);
      if (group === null) return [];
      return membersNear(view, items, at).flatMap((person) =>
        maker.relation(person, "member", group, {
          rule: "member.role",
          sentences: [sentence],
        }),
      );
    }),
  );
}

const OWNERS: ReadonlySet<string> = new Set("its their whose his".split(" "));
const REACH = 3;

/** The group of `leader of X`, `X's leader`, `its leader`, `the gang's boss`. */
function groupOf(
  view: DocumentView,
  sentence: number,
  items: readonly Item[],
  at: number,
  groups: readonly GroupPlace[],
): DocumentEntity | null {
  const after = wordAt(items, at + 1) === "of" ? groupFrom(view, items, at + 2) : null;
  if (after !== null) return after === "told" ? lastGroup(groups, sentence, at) : after;
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const item = items[back] as Item;
    if (item.kind === "mention") return item.entity.role === "group" ? item.entity : null;
    if (OWNERS.has(item.word))
      return isSpeakersOwn(view, sentence, back) ? null : lastGroup(groups, sentence, back);
    if (item.word === "'s") {
      const owner = items[back - 1];
      if (owner?.kind === "mention") return owner.entity.role === "group" ? owner.entity : null;
      const noun = view.book.nouns("network").has(wordAt(items, back - 1));
      return noun ? lastGroup(groups, sentence, back) : null;
    }
    if (item.kind !== "word") return null;
  }
  return null;
}

/** `…, said its spokesman`: of the body that speaks, where one was named, and not of a gang. */
const isSpeakersOwn = (view: DocumentView, sentence: number, owner: number): boolean =>
  view.sentences[sentence]?.speech.some((hit) => hit.to === owner) === true &&
  lastBody(view, sentence, owner, null) !== null;

function groupFrom(
  view: DocumentView,
  items: readonly Item[],
  from: number,
): DocumentEntity | "told" | null {
  for (let at = from; at < Math.min(items.length, from + 5); at += 1) {
    const item = items[at] as Item;
    if (item.kind === "mention") return item.entity.role === "group" ? item.entity : null;
    if (item.kind !== "word") return null;
    if (view.book.nouns("network").has(item.word)) return "told";
  }
  return null;
}

/** The group told last before an item, within a few sentences. */
function lastGroup(
  groups: readonly GroupPlace[],
  sentence: number,
  before: number,
): DocumentEntity | null {
  const last = groups.findLast(
    (place) => place.sentence < sentence || (place.sentence === sentence && place.item < before),
  );
  return last !== undefined && sentence - last.sentence <= REACH ? last.group : null;
}

const LINKS: ReadonlySet<string> = new Set(
  ", : was were is by and known as one only alleged aged ( \" “ ‘ '".split(" "),
);

const SMALL: ReadonlySet<string> = new Set("of the a an man since now".split(" "));

/** The people beside a role noun: `its leader, X`, `X, leader of`, `two members, X and Y`. */
function membersNear(view: DocumentView, items: readonly Item[], at: number): DocumentEntity[] {
  for (let next = at + 1; next <= Math.min(items.length - 1, at + 9); next += 1) {
    const item = items[next] as Item;
    if (item.kind === "mention" && isPerson(item)) {
      const list = listFrom(items, next, ofRoles("person", "official"));
      return mentionsAt(items, list).map((one) => one.entity);
    }
    const group = item.kind === "mention" && item.entity.role === "group";
    const small =
      item.kind === "word" &&
      (LINKS.has(item.word) || SMALL.has(item.word) || view.book.nouns("network").has(item.word));
    if (!group && !small && !LINKS.has(item.word)) break;
  }
  const before = items[at - 1];
  const comma =
    wordAt(items, at - 2) === ","
      ? items[at - 3]
      : wordAt(items, at - 3) === ","
        ? items[at - 4]
        : before;
  return comma?.kind === "mention" && isPerson(comma) ? [comma.entity] : [];
}

const isPerson = (item: Item): boolean =>
  item.kind === "mention" && (item.entity.role === "person" || item.entity.role === "official");
