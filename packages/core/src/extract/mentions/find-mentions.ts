import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { type Token, tokenize } from "../../text/tokenize.js";

/**
 * Everything the report names, in text order and without overlaps; blocks of boilerplate and
 * duplicates are passed over. Linear time.
 */
export function findMentions(document: ReportDocument, pack: DomainPack): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const sentence of document.sentences) {
    const tokens = tokenize(document.text, sentence.start, sentence.end);
    let at = 0;
    while (at < tokens.length) {
      const match = pack.lexicon.longestAt(tokens, at);
      const found = match?.values[0];
      if (match === undefined || found === undefined) {
        at += 1;
        continue;
      }
      const { start, end } = spanOf(tokens, match.from, match.to);
      const { entry, form } = found;
      mentions.push({
        id: `${document.id}:${start}-${end}:${entry.type}`,
        type: entry.type,
        sentence: sentence.index,
        name: document.text.slice(start, end),
        key: entry.key,
        country: entry.country,
        rule: `trie.${entry.type.toLowerCase()}`,
        score: 0.9,
        form,
        start,
        end,
      });
      at = match.to;
    }
  }
  return mentions;
}

const spanOf = (tokens: readonly Token[], from: number, to: number) => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});
