// What befell people as nouns tell it: `the arrest of X`, `X's trial`, `a warrant for X`.

import { nounSlots } from "../predicates/fill-slots.js";
import type { Referent, ResolveGround } from "../predicates/referent.js";
import { resolveGroup } from "../predicates/resolve-group.js";
import { saidModality } from "../predicates/said-modality.js";
import { wordAt } from "../stream/item.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { FateWord } from "../view/fate-rules.js";
import type { Wanted } from "../view/predicate-rules.js";
import type { ItemHit } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { Fate } from "./fate.js";
import { describedBy, groupBefore, MEMBERS_REACH, PEOPLE, RECEIVERS } from "./fate-people.js";

export function nominalFates(ground: ResolveGround): Fate[] {
  const { view } = ground;
  const found: Fate[] = [];
  for (const group of view.syntax.groups) {
    const hit = nounOf(ground, group);
    if (hit === null || !hasComeAbout(ground, group)) continue;
    const called = calledFor(ground, group);
    for (const word of hit.value) {
      const people = ownersOf(ground, group, PEOPLE, word);
      if (people.length === 0) continue;
      const meant = word.act === "arrest" && called !== null ? called : word;
      found.push({
        word: meant,
        at: hit.from,
        from: hit.from,
        people,
        doer: null,
        receivers: receiversOf(ground, group, meant),
        nominal: true,
        scene: group.from,
      });
      break;
    }
  }
  return found;
}

/** The fate that the head of a group names. */
function nounOf(
  { view, told }: ResolveGround,
  group: NounGroup,
): ItemHit<readonly FateWord[]> | null {
  const { nouns } = told.view.book.fates;
  for (let at = Math.max(group.from, group.head - 2); at <= group.head; at += 1) {
    const item = view.items[at];
    const hit = item?.kind === "word" ? nouns.at(view.tokens, item.token) : undefined;
    if (hit === undefined) continue;
    const to = at + hit.to - hit.from;
    if (to === group.head + 1) return { from: at, to, value: hit.value };
  }
  return null;
}

/** Whose arrest it is: by `of`, by a possessive, or by the phrases that the word takes. */
export function ownersOf(
  ground: ResolveGround,
  group: NounGroup,
  wanted: Wanted,
  word?: FateWord,
): Referent[] {
  const hit = { from: group.head, to: group.head + 1, value: true };
  const { fill } = nounSlots(ground, group, hit, true);
  for (const slot of word?.who ?? ["owner"]) {
    if (slot === "object" || slot === "subject") continue;
    const people = fill(slot, wanted);
    if (people.length > 0) return people;
  }
  const whom = relativeOwner(ground, group, wanted, word);
  if (whom.length > 0) return whom;
  // `a warrant for the arrest of X`: whose the inner noun is.
  for (const inner of group.complements) {
    if (nounOf(ground, inner) === null) continue;
    const people = ownersOf(ground, inner, wanted);
    if (people.length > 0) return people;
  }
  return [];
}

/** `X, for whom a court issued a warrant`. */
function relativeOwner(
  ground: ResolveGround,
  group: NounGroup,
  wanted: Wanted,
  word?: FateWord,
): Referent[] {
  const { items, syntax } = ground.view;
  for (let at = group.from - 1; at > Math.max(0, group.from - MEMBERS_REACH); at -= 1) {
    if (syntax.tags[at] !== "relative") continue;
    if (word?.who.includes(wordAt(items, at - 1)) !== true) return [];
    const whom = groupBefore(ground, at - 1);
    return whom === null ? [] : resolveGroup(ground, describedBy(ground, whom), wanted);
  }
  return [];
}

function receiversOf(ground: ResolveGround, group: NounGroup, word: FateWord): Referent[] {
  if (word.act !== "extradite") return [];
  const to = group.complements.filter((one) =>
    is(ground.view.items[one.preposition ?? -1], "goal_mark"),
  );
  return to.flatMap((one) => resolveGroup(ground, one, RECEIVERS));
}

/** A warrant or a reward told before in the sentence: the arrest that it asks for has not come about. */
function calledFor(ground: ResolveGround, group: NounGroup): FateWord | null {
  for (const before of ground.view.syntax.groups.slice(0, group.index)) {
    const word = nounOf(ground, before)?.value.find((one) => one.act === "warrant");
    if (word !== undefined) return word;
  }
  return null;
}

/** False for what a verb only asks for, or says will be: `requested the extradition of X`. */
function hasComeAbout(ground: ResolveGround, group: NounGroup): boolean {
  const { view, told } = ground;
  const { undone } = told.view.book.fates;
  const said = saidModality(view, { negated: false, conditional: false, aside: null }, [
    group.head,
  ]);
  if (said !== "asserted" && said !== "alleged") return false;
  const top = topOf(group);
  return view.syntax.clauses.every((clause) => {
    const { verb, object, subject, phrases } = clause;
    const governed = object === top || phrases.some((one) => one.group === top);
    if (!governed && subject !== top) return true;
    const word = wordAt(view.items, verb.head);
    const asked = undone.has(word) || undone.has(`${word} ${wordAt(view.items, verb.head + 1)}`);
    if (asked && (governed || verb.passive)) return false;
    return !verb.negated && !verb.modal && verb.stand !== "infinitive";
  });
}

function topOf(group: NounGroup): NounGroup {
  let top = group;
  for (let step = 0; step < 6 && top.parent !== null; step += 1) top = top.parent;
  return top;
}
