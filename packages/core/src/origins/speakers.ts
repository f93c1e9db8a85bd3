// Whose words a sentence gives: a body or person who speaks, a paper that is cited. The name beside
// the verb of speech is asked, and `he said` is whoever spoke last.
import type { DocumentEntity } from "../model/document-entity.js";
import type { ReportDocument, Sentence } from "../model/report-document.js";
import type { EntityRole } from "../model/schema.js";
import { TokenTrie, trieKey } from "../text/token-trie.js";
import { type Token, tokenize } from "../text/tokenize.js";
import type { OriginWords, Publishers } from "./publishers.js";

/** Somebody a sentence takes what it says from. */
export interface Voice {
  readonly kind: "cites" | "quotes";
  /** Key of a publisher, or id of a document entity. */
  readonly who: string;
  /** The words that say so, as they stand in the text. */
  readonly words: string;
}

/** Reads the voices of a document, sentence by sentence. */
export type VoiceReader = (
  document: ReportDocument,
  entities: readonly DocumentEntity[],
) => ReadonlyMap<number, readonly Voice[]>;

const SPEAKERS: ReadonlySet<EntityRole> = new Set([
  "body",
  "official",
  "person",
  "organization",
  "group",
]);
/** Tokens between a name and the verb that it is the subject of. */
const BEFORE = 9;
const AFTER = 6;
/** How many sentences `he said` may be away from whoever spoke last. */
const LAST_SPEAKER = 3;

/** A reader with the words of a language. */
export function createVoiceReader(
  publishers: Publishers,
  pack: OriginWords,
  speech: readonly string[],
): VoiceReader {
  const verbs = new TokenTrie<true>();
  for (const word of speech) verbs.add(trieKey(tokenize(word)), true);
  const ground: Ground = { publishers, pack, verbs };
  return (document, entities) => {
    const mentions = mentionsBySentence(entities);
    const voices = new Map<number, readonly Voice[]>();
    let last: Spoken | null = null;
    for (const sentence of document.sentences) {
      const said = readSentence(
        document.text,
        sentence,
        mentions.get(sentence.index) ?? [],
        ground,
      );
      const found = heardIn(said, sentence.index, last);
      if (found.length > 0) voices.set(sentence.index, found);
      const spoke = found.findLast(({ kind }) => kind === "quotes");
      if (spoke !== undefined) last = { voice: spoke, sentence: sentence.index };
    }
    return voices;
  };
}

/** Whoever spoke last, and where. */
interface Spoken {
  readonly voice: Voice;
  readonly sentence: number;
}

/** The voices of a sentence; `he said` is whoever spoke a few sentences before. */
function heardIn(said: Said, sentence: number, last: Spoken | null): readonly Voice[] {
  if (said.voices.length > 0 || !said.isByLast || last === null) return said.voices;
  return sentence - last.sentence <= LAST_SPEAKER ? [last.voice] : [];
}

/** What one sentence says of who speaks. */
interface Said {
  readonly voices: readonly Voice[];
  /** True where the speaker is only pointed at. */
  readonly isByLast: boolean;
}

interface Ground {
  readonly publishers: Publishers;
  readonly pack: OriginWords;
  readonly verbs: TokenTrie<true>;
}

/** A name in a sentence that may speak, by its tokens. */
interface Named extends Pick<Voice, "kind" | "who"> {
  readonly from: number;
  readonly to: number;
}

type PlacedMention = {
  readonly start: number;
  readonly end: number;
  readonly entity: DocumentEntity;
};

function mentionsBySentence(
  entities: readonly DocumentEntity[],
): ReadonlyMap<number, readonly PlacedMention[]> {
  const found = new Map<number, PlacedMention[]>();
  for (const entity of entities) {
    if (!SPEAKERS.has(entity.role)) continue;
    for (const { sentence, start, end } of entity.mentions) {
      const known = found.get(sentence) ?? [];
      known.push({ start, end, entity });
      found.set(sentence, known);
    }
  }
  return found;
}

function readSentence(
  text: string,
  sentence: Sentence,
  mentions: readonly PlacedMention[],
  ground: Ground,
): Said {
  const tokens = tokenize(text, sentence.start, sentence.end);
  const names = namesIn(tokens, mentions, ground);
  const { words } = ground.pack;
  const voices = new Map<string, Voice>();
  const add = ({ named, from, to }: Hit): void => {
    const { kind, who } = named;
    if (voices.has(who)) return;
    const [first, end] = [tokens[Math.min(named.from, from)], tokens[Math.max(named.to, to) - 1]];
    const told = text.slice(first?.start, end?.end).replace(/\s+/gu, " ");
    voices.set(who, { kind, who, words: told });
  };
  let isByLast = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const opener = words.phrases("citing_openers").longestAt(tokens, at);
    const verb = opener === undefined ? ground.verbs.longestAt(tokens, at) : undefined;
    const to = opener?.to ?? verb?.to ?? at + 1;
    const hits =
      opener === undefined
        ? spokenAt({ tokens, names, words, at, to, isSpeech: verb !== undefined })
        : named(namedAfter(tokens, to, names, words), at, to);
    for (const hit of hits) add(hit);
    if (verb !== undefined && hits.length === 0) isByLast ||= isLastSpeaker(tokens, at, words);
    at = to - 1;
  }
  return { voices: [...voices.values()], isByLast };
}

/** A name that speaks or is cited, with the words that say so. */
interface Hit {
  readonly named: Named;
  readonly from: number;
  readonly to: number;
}

const named = (found: Named | null, from: number, to: number): readonly Hit[] =>
  found === null ? [] : [{ named: found, from, to }];

interface SpokenPlace {
  readonly tokens: readonly Token[];
  readonly names: readonly Named[];
  readonly words: OriginWords["words"];
  readonly at: number;
  readonly to: number;
  /** False for a verb such as `learned`, which only a paper does before it tells. */
  readonly isSpeech: boolean;
}

/** Who speaks at a verb, and the paper that is spoken to. */
function spokenAt({ tokens, names, words, at, to, isSpeech }: SpokenPlace): readonly Hit[] {
  const verb = tokens[at]?.folded ?? "";
  if (!isSpeech && !words.has("learning_verbs", verb)) return [];
  const subject = subjectOf(tokens, at, to, names, words);
  const told = words.has("telling_to", verb) ? namedAfter(tokens, to, names, words) : null;
  return [
    ...named(isSpeech || subject?.kind === "cites" ? subject : null, at, to),
    ...named(told?.kind === "cites" ? told : null, at, to),
  ];
}

/** Publishers and those who can speak, publishers first where both are read. */
function namesIn(
  tokens: readonly Token[],
  mentions: readonly PlacedMention[],
  { publishers }: Ground,
): readonly Named[] {
  const found: Named[] = publishers
    .namedIn(tokens)
    .map(({ from, to, key }) => ({ from, to, kind: "cites", who: key }));
  for (const { start, end, entity } of mentions) {
    const from = tokens.findIndex((token) => token.start >= start);
    const after = tokens.findIndex((token) => token.start >= end);
    const to = after < 0 ? tokens.length : after;
    if (from < 0 || from >= to) continue;
    if (found.some((one) => one.from < to && from < one.to)) continue;
    const isMedia =
      entity.attributes.kind === "media" ||
      (entity.role === "organization" && publishers.isKnown(entity.name));
    found.push(
      isMedia
        ? { from, to, kind: "cites", who: publishers.keyOf(entity.name) }
        : { from, to, kind: "quotes", who: entity.id },
    );
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The name that a phrase such as `according to` leads to, over "a statement of the". */
function namedAfter(
  tokens: readonly Token[],
  from: number,
  names: readonly Named[],
  words: OriginWords["words"],
): Named | null {
  for (let at = from; at < Math.min(tokens.length, from + AFTER); at += 1) {
    const named = names.find((one) => one.from <= at && at < one.to);
    if (named !== undefined) return named;
    const token = tokens[at];
    if (token === undefined || !isPassed(token, words)) return null;
  }
  return null;
}

/** Titles, names that nobody read and words such as "a statement of" between a verb and a name. */
const isPassed = ({ folded, text, kind }: Token, words: OriginWords["words"]): boolean =>
  words.has("statement_nouns", folded) ||
  words.has("ranks", folded) ||
  words.has("posts", folded) ||
  words.has("days_and_months", folded) ||
  /^\p{Lu}/u.test(text) ||
  kind === "possessive" ||
  text === "-";

/** The subject of a verb of speech: the name before it, else the one right behind it. */
function subjectOf(
  tokens: readonly Token[],
  verb: number,
  to: number,
  names: readonly Named[],
  words: OriginWords["words"],
): Named | null {
  const before = names.findLast((one) => one.to <= verb);
  if (before !== undefined && verb - before.to <= BEFORE && isSubject(tokens, before, verb))
    return before;
  const after = names.find((one) => one.from >= to);
  if (after === undefined || after.from - to > AFTER - 2) return null;
  const between = tokens.slice(to, after.from);
  return between.every((token) => isPassed(token, words)) ? after : null;
}

/** Nothing but a description in commas stands between a subject and its verb. */
function isSubject(tokens: readonly Token[], { to }: Named, verb: number): boolean {
  const between = tokens.slice(to, verb);
  const signs = between.filter(({ kind }) => kind === "mark");
  if (signs.some(({ text }) => /[.;:!?”"]/.test(text))) return false;
  const commas = signs.filter(({ text }) => text === ",").length;
  return commas === 2 || (commas === 0 && between.length <= 4);
}

/** `he said`, `the ministry added`: whoever spoke last says more. */
function isLastSpeaker(
  tokens: readonly Token[],
  verb: number,
  words: OriginWords["words"],
): boolean {
  const near = [tokens[verb - 1], tokens[verb + 1], tokens[verb + 2]];
  return near.some((token) => words.has("reported_speakers", token?.folded ?? ""));
}
