// Bodies that act by the reading of clauses, where the words before a verb do not tell: `officers from the X`,
// `a patrol of the X`, `Justice Y of the X`.

import { startOf } from "../syntax/group-ground.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import type { TriggerHit } from "./voice.js";

/** Items of the bodies inside who does what a trigger says. */
export function bodiesActing(view: SentenceView, trigger: TriggerHit): readonly number[] {
  const clause = view.syntax.clauses.find(
    ({ verb }) => verb.head >= trigger.from && verb.head < trigger.to,
  );
  if (clause === undefined || clause.verb.negated) return [];
  const { verb, subject, phrases } = clause;
  const group = verb.passive
    ? (phrases.find((one) => is(one, "agent_mark"))?.group ?? null)
    : subject;
  return group === null ? [] : [group, ...group.listed].flatMap((one) => bodiesIn(view, one));
}

/** The first body of a group or of what hangs on it. */
function bodiesIn(view: SentenceView, group: NounGroup): readonly number[] {
  const { items } = view;
  for (let at = startOf(group); at < group.to; at += 1) {
    const item = items[at];
    if (item?.kind === "mention" && item.entity.role === "body") return [at];
  }
  for (const one of group.complements) {
    const found = bodiesIn(view, one);
    if (found.length > 0) return found;
  }
  return [];
}
