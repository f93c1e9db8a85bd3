import { wordAt } from "../stream/item.js";
import type { Clause } from "../syntax/clause.js";
import type { NounGroup } from "../syntax/noun-groups.js";
import type { SaidCue, SentenceView } from "../view/sentence-view.js";
import type {
  ExplainedClause,
  ExplainedCue,
  ExplainedGroup,
  ExplainedSentence,
} from "./explanation.js";
import { groupWords, itemWords } from "./words.js";

/** Noun groups, clauses and words of doubt of a sentence, in text order. */
export function explainSyntax(
  text: string,
  view: SentenceView,
): Pick<ExplainedSentence, "groups" | "clauses" | "cues"> {
  const { groups, clauses } = view.syntax;
  return {
    groups: groups.map((group) => explainGroup(text, view, group)),
    clauses: clauses.map((clause) => explainClause(text, view, clause)),
    cues: view.cues.map((cue) => explainCue(text, view, cue)),
  };
}

function explainGroup(text: string, view: SentenceView, group: NounGroup): ExplainedGroup {
  const words = (one: NounGroup) => groupWords(text, view, one);
  return {
    ...words(group),
    head: itemWords(text, view, group.head, group.head + 1),
    possessor: group.possessor === null ? null : words(group.possessor),
    complements: group.complements.map((one) => ({
      ...words(one),
      preposition: wordAt(view.items, one.preposition ?? -1),
    })),
    listed: group.listed.map(words),
    apposed: group.apposed.map(words),
  };
}

function explainClause(text: string, view: SentenceView, clause: Clause): ExplainedClause {
  const { verb, subject, object, phrases } = clause;
  const words = (one: NounGroup | null) => (one === null ? null : groupWords(text, view, one));
  return {
    verb: itemWords(text, view, verb.from, verb.to),
    stand: verb.stand,
    voice: verb.copular ? "copular" : verb.passive ? "passive" : "active",
    negated: verb.negated,
    modal: verb.modal,
    subject: words(subject),
    object: words(object),
    phrases: phrases.map(({ word, group }) => ({
      ...groupWords(text, view, group),
      preposition: word,
    })),
  };
}

function explainCue(
  text: string,
  view: SentenceView,
  { modality, from, to, words }: SaidCue,
): ExplainedCue {
  return {
    ...itemWords(text, view, words.from, words.to),
    modality,
    scope: itemWords(text, view, from, to),
  };
}
