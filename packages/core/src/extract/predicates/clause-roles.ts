// Who stands in the clause around a noun: who has or takes what it names, whom it goes to, who does it.

import { wordAt } from "../stream/item.js";
import type { Clause } from "../syntax/clause.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { Wanted } from "../view/predicate-rules.js";
import { is } from "../words/read-tokens.js";
import type { Referent, ResolveGround } from "./referent.js";
import { resolveGroup } from "./resolve-group.js";

/** Who stands in one place of the clauses around a noun. */
type ClauseRole = (ground: ResolveGround, group: NounGroup, wanted: Wanted) => Referent[];

/** Places in the clause around a role noun, as its predicate calls them. */
export const CLAUSE_ROLES: Readonly<Record<string, ClauseRole>> = {
  taker: takers,
  recipient: recipients,
  doer: doers,
  ruled: ruledBy,
  having: havers,
  reached: reached,
};

/** `X assumed control`, `X has ties`, `control was taken by X`; nobody where it is lost or refused. */
function takers(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { view, told } = ground;
  const head = group.listHead ?? group;
  for (const clause of view.syntax.clauses) {
    const { verb, subject, object } = clause;
    const acted = verb.passive ? subject : (object ?? overIt(clause));
    if (acted !== head && acted !== group) continue;
    if (verb.copular || told.view.book.syntax.isLosing(wordAt(view.items, verb.head))) return [];
    return verb.passive ? behind(ground, clause, "by", wanted) : subjects(ground, clause, wanted);
  }
  return [];
}

/** `took over the leadership`: the group behind the particle. */
const overIt = ({ verb, phrases }: Clause): NounGroup | null =>
  phrases.find((one) => is(one, "over_word") && one.group.preposition === verb.to)?.group ?? null;

/** `control passed to X`, `control was handed to X`. */
function recipients(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const head = group.listHead ?? group;
  return ground.view.syntax.clauses
    .filter((one) => one.subject === head && !one.verb.negated)
    .flatMap((one) => behind(ground, one, "to", wanted));
}

/** `its influence extends to X`: how far what the noun names goes. */
function reached(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { classes } = ground.told.view.book.syntax;
  const own = ground.view.syntax.clauses.filter(
    ({ subject, verb }) => subject === group && !verb.negated,
  );
  return own.flatMap(({ phrases }) =>
    phrases
      .filter(({ word }) => FAR.has(word) || classes("locative").has(word))
      .flatMap((one) => resolveGroup(ground, one.group, wanted)),
  );
}

const FAR: ReadonlySet<string> = new Set(["to", "into", "over"]);

/** Who does what the clause tells in whose phrases the noun stands: `X sold pills on behalf of Y`. */
function doers(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const own = ground.view.syntax.clauses.find(({ phrases }) =>
    phrases.some((one) => one.group === group),
  );
  if (own === undefined) return [];
  return own.verb.passive ? behind(ground, own, "by", wanted) : subjects(ground, own, wanted);
}

/** Whom the clause is about that `under X` opens: `under X, the ring grew`. */
function ruledBy(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { items, syntax } = ground.view;
  const { preposition, parent } = group;
  if (preposition === null || parent !== null || !is(items[preposition], "under_word")) return [];
  const next = syntax.clauses.find((one) => one.verb.from > group.from && one.subject !== null);
  return next === undefined ? [] : subjects(ground, next, wanted);
}

/** `X has ties`, `a trader with ties`. */
function havers(ground: ResolveGround, group: NounGroup, wanted: Wanted): Referent[] {
  const { preposition, parent } = group;
  const carried = preposition !== null && is(ground.view.items[preposition], "company_mark");
  return carried && parent !== null
    ? resolveGroup(ground, parent, wanted)
    : takers(ground, group, wanted);
}

/** `boarded the X and found pills`, `the X was searched and pills were found`: what was gone through before. */
export function searchedBefore(ground: ResolveGround, clause: Clause, wanted: Wanted): Referent[] {
  const before = ground.view.syntax.clauses.filter((one) => one.verb.to <= clause.verb.from);
  for (const { verb, subject, object } of before.toReversed()) {
    if (verb.copular || verb.negated) continue;
    const same = verb.passive ? clause.verb.passive : subject === clause.subject;
    const thing = verb.passive ? subject : object;
    const found = same && thing !== null ? resolveGroup(ground, thing, wanted) : [];
    if (found.length > 0) return found;
  }
  return [];
}

const subjects = (ground: ResolveGround, { subject }: Clause, wanted: Wanted): Referent[] =>
  subject === null ? [] : resolveGroup(ground, subject, wanted);

const behind = (
  ground: ResolveGround,
  { phrases }: Clause,
  word: string,
  wanted: Wanted,
): Referent[] =>
  phrases
    .filter((one) => one.word === word)
    .flatMap(({ group }) => resolveGroup(ground, group, wanted));
