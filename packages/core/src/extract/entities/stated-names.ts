// What the text says of whose a name is, against what the lexicon or the gazetteer takes it for: `Austria's
// Bundeskriminalamt`, `SENAD, Brazil's national secretariat`, `Tripoli in Lebanon`. A known name is a
// candidate; the state that stands beside it decides.
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { foldName } from "../../text/fold.js";
import { bareName } from "./group-places.js";
import { type InSentence, inSentence } from "./in-sentence.js";

/** Mentions of a report, with the identity that their stated state leaves them. */
export interface StatedNames {
  readonly mentions: readonly Mention[];
  /** Those of them that the text puts in another state than the pack does. */
  readonly restated: ReadonlySet<Mention>;
}

/** Reads what stands beside the names of a report. */
export function stateNames(
  document: ReportDocument,
  mentions: readonly Mention[],
  pack: DomainPack,
): StatedNames {
  const states = inSentence(
    mentions.filter((one) => one.role === "country" && one.country !== null),
  );
  const stated = mentions.map((mention) =>
    mention.role === "body"
      ? stateBody(document, mention, states, pack)
      : mention.role === "place"
        ? statePlace(document, mention, states, pack)
        : mention,
  );
  const spread = spreadStates(mentions, stated);
  return { mentions: spread, restated: new Set(spread.filter((one, at) => one !== mentions[at])) };
}

/** A known body of another state than the one that stands beside it is none that is known. */
function stateBody(
  document: ReportDocument,
  mention: Mention,
  states: InSentence,
  pack: DomainPack,
): Mention {
  const own = mention.key === null ? null : (pack.entries.get(mention.key)?.country ?? null);
  if (own === null) return mention;
  const state = ownerBefore(document, mention, states) ?? ownerBehind(document, mention, states);
  return state === null || state === own ? mention : { ...mention, key: null, country: state };
}

/** `Austria's`, `the Austrian` just before a name. */
function ownerBefore(
  document: ReportDocument,
  mention: Mention,
  states: InSentence,
): string | null {
  for (const state of states(mention.sentence)) {
    if (state.end > mention.start && state.start !== mention.start) continue;
    const isInside = state.start === mention.start && state.end < mention.end;
    const between = document.text.slice(state.end, mention.start);
    if (isInside || /^([’']s?)? $/.test(between)) return state.country;
  }
  return null;
}

/** `, Brazil's national secretariat` (a description, no further name of a list) or `(Brazil)` just behind a name. */
function ownerBehind(
  document: ReportDocument,
  mention: Mention,
  states: InSentence,
): string | null {
  for (const state of states(mention.sentence)) {
    if (state.start < mention.end) continue;
    const between = document.text.slice(mention.end, state.start);
    const behind = document.text.slice(state.end, state.end + 4);
    const isOwner = between === ", " && /^[’']s \p{Ll}/u.test(behind);
    if (isOwner || (/^ \($/.test(between) && behind.startsWith(")"))) return state.country;
  }
  return null;
}

/** A place lies in the state that the text puts it in; the gazetteer is asked for its namesake there. */
function statePlace(
  document: ReportDocument,
  mention: Mention,
  states: InSentence,
  pack: DomainPack,
): Mention {
  const state = stateOfPlace(document, mention, states, pack);
  if (state === null || state === mention.country || mention.country === null) return mention;
  const names = [mention.name, bareName(mention.name, pack)];
  const namesakes = names.flatMap((name) => pack.gazetteer.find(name));
  const found = namesakes.find(({ country }) => country === state);
  return found === undefined ? mention : { ...mention, key: found.key, country: state };
}

/** `Tripoli in Lebanon`, `Tripoli, northern Lebanon`, `Lebanon's Tripoli`, `the Libyan city of Tripoli`. */
function stateOfPlace(
  document: ReportDocument,
  mention: Mention,
  states: InSentence,
  { words }: DomainPack,
): string | null {
  for (const state of states(mention.sentence)) {
    const behind = document.text.slice(mention.end, Math.max(mention.end, state.start));
    if (
      state.start >= mention.end &&
      state.form === "name" &&
      words.pattern("^,? (?:<inside_mark> )?(?:<compass_stems>\\w*[ -])?$").test(behind) &&
      behind !== " "
    )
      return state.country;
    if (state.end > mention.start) continue;
    const before = document.text.slice(state.end, mention.start);
    if (words.pattern("^[’']s (?:<settlements> <genitive> )?$").test(before)) return state.country;
    if (words.pattern("^ (?:<settlement_adjectives> )?<settlements> <genitive> $").test(before))
      return state.country;
  }
  return null;
}

/**
 * A name whose every stated mention is of one other state is that one wherever it stands; one that the
 * text puts in two states stays as each mention says.
 */
function spreadStates(before: readonly Mention[], stated: readonly Mention[]): readonly Mention[] {
  const changed = new Map<string, Mention[]>();
  for (const [at, mention] of stated.entries()) {
    if (mention === before[at]) continue;
    const key = nameKey(mention);
    changed.set(key, [...(changed.get(key) ?? []), mention]);
  }
  if (changed.size === 0) return before;
  return stated.map((mention, at) => {
    if (mention !== before[at] || mention.key === null) return mention;
    const others = changed.get(nameKey(mention)) ?? [];
    const states = new Set(others.map(({ country }) => country));
    const [first] = others;
    const isPutBoth = stated.some(
      (one, other) =>
        one === before[other] && nameKey(one) === nameKey(mention) && isStated(one, others),
    );
    return first === undefined || states.size !== 1 || isPutBoth
      ? mention
      : { ...mention, key: first.key, country: first.country };
  });
}

/** Whether a mention stands in one sentence with one of another state: the text tells the two apart. */
const isStated = (mention: Mention, others: readonly Mention[]): boolean =>
  others.some(({ sentence }) => sentence === mention.sentence);

const nameKey = ({ role, name }: Mention): string => `${role} ${foldName(name)}`;
