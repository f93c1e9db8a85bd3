import type { Mention } from "../../model/mention.js";
import { type Candidate, toMention } from "./candidate.js";
import type { MentionContext } from "./mention-context.js";
import type { SentenceTokens } from "./sentence-tokens.js";
import { stateStartingAt } from "./state-words.js";

/**
 * The states named inside the name of a body or group: `Kuwaiti` in `Kuwaiti coastguard`. Names of
 * the pack's lexicon (`Royal Oman Police`) hold none.
 */
export function nestedStates(
  context: MentionContext,
  view: SentenceTokens,
  candidate: Candidate,
): Mention[] {
  if (candidate.type !== "Agency" && candidate.type !== "Network") return [];
  const found: Mention[] = [];
  for (let at = candidate.from; at < candidate.to; at += 1) {
    const state = stateStartingAt(context, view.tokens, at);
    if (state === null || state.to > candidate.to) continue;
    found.push(
      toMention(context.document, view, {
        from: state.from,
        to: state.to,
        type: "Country",
        rule: "nested.state",
        score: 0.8,
        key: `country:${state.country}`,
        country: state.country,
        form: state.form,
      }),
    );
    at = state.to - 1;
  }
  return found;
}
