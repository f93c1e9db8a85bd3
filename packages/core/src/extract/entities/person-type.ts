import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { type Token, tokenize } from "../../text/tokenize.js";

/** Words around a name that are looked at for a post. */
const BEFORE = 9;
const AFTER = 14;

/** Posts that only a state or an intergovernmental body gives. */
const PUBLIC =
  /^(president|minister|premier|chancellor|governor|mayor|ambassador|judge|senator|lawmaker|prosecutor|magistrate|sheriff|consul|undersecretary|prefect|attorney|secretary|mp|deputy|ombudsman|king|prince|emir|commissioner)$/;
/** Posts that any body gives: what body it is decides. */
const OPEN =
  /^(spokesman|spokeswoman|spokesperson|head|chief|director|commander|chairman|chairwoman|chairperson|representative|adviser|advisor|coordinator|general|envoy|delegate|administrator|superintendent|inspector|captain|officer|official|speaker)$/;

/** True when a mention's surroundings give its person a post in a state's or intergovernmental body. */
export function holdsPost(
  document: ReportDocument,
  mention: Mention,
  others: readonly Mention[],
  pack: DomainPack,
): boolean {
  const sentence = document.sentences[mention.sentence];
  if (sentence === undefined) return false;
  const before = tokenize(document.text, sentence.start, mention.start).slice(-BEFORE);
  const after = tokenize(document.text, mention.end, sentence.end).slice(0, AFTER);
  const near = others.filter((other) => other.sentence === mention.sentence && other !== mention);
  return frontPost(before, near, pack) || appositionPost(after, near, pack);
}

/** Ranks and posts right before the name: "Iraqi army spokesman Brig Gen …". */
function frontPost(before: readonly Token[], near: readonly Mention[], pack: DomainPack): boolean {
  let ranked = false;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const token = before[at];
    if (token === undefined) break;
    if (token.text === "." || token.text === "-") continue;
    if (token.text === ",")
      return ranked || (at === before.length - 1 && commaPost(before.slice(0, at), near, pack));
    if (pack.words.has("strong_ranks", token.folded)) {
      ranked = true;
      continue;
    }
    if (PUBLIC.test(token.folded)) return true;
    if (OPEN.test(token.folded)) return isPublicPost(before.slice(Math.max(0, at - 6), at), near);
    if (
      !pack.words.has("ranks", token.folded) &&
      !pack.words.has("titles", token.folded) &&
      !/^(a|the|retired|former)$/.test(token.folded)
    )
      break;
  }
  return ranked;
}

/** "the president of the court, X", "the director of CITCO, X". */
function commaPost(before: readonly Token[], near: readonly Mention[], _pack: DomainPack): boolean {
  for (let at = before.length - 1; at >= Math.max(0, before.length - 8); at -= 1) {
    const token = before[at];
    if (token === undefined || /^[.;,]$/.test(token.text)) return false;
    if (PUBLIC.test(token.folded)) return true;
    if (OPEN.test(token.folded)) return isPublicPost(before.slice(at), near);
  }
  return false;
}

/** ", head of the Security Media Cell", ", a spokeswoman for Europol", ", the foreign minister". */
function appositionPost(
  after: readonly Token[],
  near: readonly Mention[],
  pack: DomainPack,
): boolean {
  let at = 0;
  if (after[0]?.text === "(" || (after[0]?.text === "," && /^\d{1,2}$/.test(after[1]?.text ?? "")))
    at = 3;
  if (after[at]?.text !== "," && !/^(who|is|was|as)$/.test(after[at]?.folded ?? "")) return false;
  for (let word = at + 1; word < Math.min(after.length, at + 10); word += 1) {
    const token = after[word];
    if (token === undefined || /^[.;,]$/.test(token.text)) return false;
    if (PUBLIC.test(token.folded)) return true;
    if (OPEN.test(token.folded) || /^(heads|leads|commands)$/.test(token.folded))
      return isPublicPost(after.slice(word), near) || isPublicPost(after.slice(at, word), near);
    if (pack.words.has("person_verbs", token.folded) && word > at + 1) return false;
  }
  return false;
}

/** The post is public unless the body beside it is a company, an NGO or a gang. */
function isPublicPost(around: readonly Token[], near: readonly Mention[]): boolean {
  const first = around[0];
  const last = around.at(-1);
  if (first === undefined || last === undefined) return false;
  const bodies = near.filter(
    (mention) =>
      mention.start < last.end &&
      mention.end > first.start &&
      /^(Agency|Organization|Network|Country)$/.test(mention.type),
  );
  if (bodies.length === 0)
    return around.some((token) =>
      /^(police|army|customs|ministry|government|navy|agency|court|border|intelligence|state|federal|force|forces|directorate|command|council|department)$/.test(
        token.folded,
      ),
    );
  const body = bodies.toSorted((a, b) => a.start - b.start)[0];
  return body?.type === "Agency" || body?.type === "Country";
}
