import type { DocumentEntity } from "../../model/document-entity.js";
import { wordAt } from "../stream/item.js";
import { type DocumentView, stateOf } from "../view/document-view.js";
import { isBodyNoun, lastBody, mainBody } from "../view/nearby.js";
import { is } from "../words/read-tokens.js";
import type { Actor } from "./find-actors.js";
import type { Told } from "./operation-frame.js";
import type { PartialFrame } from "./partial-frame.js";

/**
 * Who carried an action out: the bodies its sentences name as acting; else the one a pronoun takes
 * up; else the body that announces it; else the state whose forces act; else nobody.
 */
export function fillAgencies(
  view: DocumentView,
  acting: readonly PartialFrame[],
  parts: readonly PartialFrame[],
): Told<DocumentEntity>[] {
  const announcers = acting
    .flatMap((part) => part.announcers)
    .filter((actor) => actor.entity.role === "body");
  const first = firstWithAgents(acting) ?? firstWithAgents(parts);
  if (first !== undefined) {
    return first.agents.map((actor) => {
      const own = announcers.find(
        (one) => actor.umbrella && stateOf(view, one.entity) === actor.entity,
      );
      return told(own ?? actor);
    });
  }
  const taken = acting.map((part) => pronounAgent(view, part)).find((agent) => agent !== null);
  if (taken != null) return [taken];
  const announcer = announcers[0];
  if (announcer !== undefined) return [told(announcer)];
  const state = acting.flatMap((part) => part.announcers)[0];
  return umbrellaState(view, acting) ?? (state === undefined ? [] : [told(state)]);
}

const told = (actor: Actor): Told<DocumentEntity> => ({
  value: actor.entity,
  sentence: actor.sentence,
});

const firstWithAgents = (parts: readonly PartialFrame[]): PartialFrame | undefined =>
  parts.find((part) => part.agents.some((actor) => actor.entity.role === "body")) ??
  parts.find((part) => part.agents.length > 0);

/** `its agents`, `their officers`: the forces of a body told before. */
const isForce = ({ book }: DocumentView, word: string): boolean =>
  book.nouns("unitNoun").has(word) || book.nouns("stateForce").has(word);

/** The body that `it`, `its agents` or `the department` before the first trigger stands for. */
function pronounAgent(view: DocumentView, part: PartialFrame): Told<DocumentEntity> | null {
  const { items, triggers } = part.view;
  const trigger = triggers.find((one) => one.from >= part.range.from);
  if (trigger === undefined) return null;
  for (let at = part.range.from; at < trigger.from; at += 1) {
    const word = wordAt(items, at);
    const noun = isBodyNoun(view, word) && is(items[at - 1], "definite_article");
    const force = is(items[at], "agent_possessors") && isForce(view, wordAt(items, at + 1));
    if (!noun && !force && !is(items[at], "agent_pronouns")) continue;
    const body = lastBody(view, part.sentence, at, noun ? word : null);
    if (body !== null) return { value: body, sentence: part.sentence };
  }
  return null;
}

/** Where an umbrella word such as "officers" acts: the body the report is about, else the state of the place. */
function umbrellaState(
  view: DocumentView,
  parts: readonly PartialFrame[],
): Told<DocumentEntity>[] | null {
  const umbrella = parts.find((part) => part.umbrella);
  if (umbrella === undefined) return null;
  const several = umbrella.places.filter((place) => place.entity.role === "country");
  if (several.length >= 2 && several.length === umbrella.places.length) {
    // "Police in A, B and C": each of the states acted.
    return several.map((place) => ({ value: place.entity, sentence: umbrella.sentence }));
  }
  const place = parts.flatMap((part) => part.places)[0];
  const state = stateOf(view, place?.entity);
  const body = mainBody(view);
  if (body !== null && (state === undefined || stateOf(view, body) === state))
    return [{ value: body, sentence: umbrella.sentence }];
  return state === undefined ? null : [{ value: state, sentence: umbrella.sentence }];
}
