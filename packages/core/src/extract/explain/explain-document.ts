import type { Mention } from "../../model/mention.js";
import type { Block, ReportDocument, Sentence } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { clusterMentions } from "../entities/cluster-mentions.js";
import { readFacts } from "../extract-document.js";
import { foldDocument } from "../fold-document.js";
import { findMentions } from "../mentions/find-mentions.js";
import { tellsNoAction } from "../operations/merge-frames.js";
import { unreadFor, viewDocument } from "../view/document-view.js";
import { compileRuleBook } from "../view/rule-book.js";
import type { SentenceView } from "../view/sentence-view.js";
import { countText } from "./count-text.js";
import { explainAction } from "./explain-actions.js";
import { explainClaim } from "./explain-claims.js";
import { explainLost, explainNames, explainThing, thingsByMention } from "./explain-names.js";
import { explainRejection } from "./explain-rejection.js";
import { explainSyntax } from "./explain-syntax.js";
import type { ExplainedClaim, ExplainedSentence, Explanation } from "./explanation.js";
import { type Heard, listen } from "./listen.js";
import { unfoldWords } from "./unfold-words.js";
import { wordsAt } from "./words.js";

/**
 * What was read in a report and why: the very rules that extraction runs, with somebody listening.
 * Pure; linear in the length of the text as extraction is.
 */
export function explainDocument(whole: ReportDocument, pack: DomainPack): Explanation {
  const { document, text } = foldDocument(whole);
  const read = explainRead(document, pack);
  if (text === null) return read;
  return {
    ...unfoldWords(read, whole.text, text),
    counts: { ...read.counts, ...countText(whole) },
  };
}

/** {@link explainDocument} of a report without characters that print nothing. */
function explainRead(document: ReportDocument, pack: DomainPack): Explanation {
  const { listener, heard } = listen();
  const mentions = findMentions(document, pack, listener);
  const entities = clusterMentions(document, mentions, pack);
  const view = viewDocument(document, entities, compileRuleBook(pack), listener);
  const { extraction, operations } = readFacts(view);
  const things = new Map(extraction.entities.map((one) => [one.id, one]));
  const actions = operations.map((one) => explainAction(view, one));
  const ground = {
    document,
    things,
    actions: new Map(actions.map((one) => [one.id, one])),
    readings: heard.readings,
  };
  const claims = extraction.claims.map((claim) => explainClaim(claim, ground));
  const views = new Map(view.sentences.map((one) => [one.sentence.index, one]));
  const owners = thingsByMention(entities);
  const rows = bySentence({ mentions, claims, heard });
  const sentences = document.sentences.map((sentence) => {
    const block = document.blocks[sentence.block] as Block;
    const own = rows(sentence.index);
    return {
      ...placeOf(document, sentence, block),
      names: explainNames(document.text, own.mentions, owners),
      lostNames: explainLost(document.text, own.names),
      ...syntaxOf(document.text, views.get(sentence.index)),
      claims: own.claims.map(({ id }) => id),
      rejected: own.rejections.map((one) => explainRejection(document.text, one)),
    };
  });
  const { id, path, title, publisher, date, language, notices } = document;
  return {
    document: { id, path, title, publisher, date, language, notices },
    pack: pack.name,
    counts: {
      ...countText(document),
      sentences: sentences.length,
      names: mentions.length,
      things: extraction.entities.length,
      claims: claims.length,
      rejected: sentences.reduce(
        (sum, one) => sum + one.rejected.filter(({ idle }) => !idle).length,
        0,
      ),
    },
    sentences,
    things: extraction.entities.map(explainThing),
    actions,
    claims,
  };
}

type Place = Pick<
  ExplainedSentence,
  "start" | "end" | "text" | "number" | "role" | "unread" | "tellsActions"
>;

function placeOf({ text }: ReportDocument, sentence: Sentence, block: Block): Place {
  const unread = unreadFor(block, sentence);
  return {
    ...wordsAt(text, sentence),
    number: sentence.index + 1,
    role: block.role,
    unread,
    tellsActions: unread === null && !tellsNoAction(block.role),
  };
}

const syntaxOf = (text: string, view: SentenceView | undefined) =>
  view === undefined ? { groups: [], clauses: [], cues: [] } : explainSyntax(text, view);

interface Told {
  readonly mentions: readonly Mention[];
  readonly claims: readonly ExplainedClaim[];
  readonly heard: Heard;
}

/** What belongs to each sentence, by its index. */
function bySentence({ mentions, claims, heard }: Told) {
  const named = grouped(mentions, ({ sentence }) => sentence);
  const told = grouped(claims, ({ sentence }) => sentence - 1);
  const lost = grouped(heard.names, ({ sentence }) => sentence);
  const rejected = grouped(heard.rejections, ({ sentence }) => sentence);
  return (index: number) => ({
    mentions: named.get(index) ?? [],
    claims: told.get(index) ?? [],
    names: lost.get(index) ?? [],
    rejections: (rejected.get(index) ?? []).toSorted(
      (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
    ),
  });
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => number): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
