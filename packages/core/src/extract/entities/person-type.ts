import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { type Token, tokenize } from "../../text/tokenize.js";

/** Words around a name that are looked at for a post. */
const BEFORE = 9;
const AFTER = 14;

/** Posts that only a state or an intergovernmental body gives. */
const PUBLIC =
  /^(president|minister|premier|chancellor|governor|mayor|ambassador|judge|senator|lawmaker|prosecutor|magistrate|sheriff|consul|undersecretary|prefect|attorney|secretary|mp|deputy|ombudsman|king|prince|emir|commissioner)s?$/;
/** Posts that any body gives: the body beside them decides. */
const OPEN =
  /^(spokesman|spokeswoman|spokesperson|head|chief|director|commander|chairman|chairwoman|chairperson|representative|adviser|advisor|coordinator|general|envoy|delegate|administrator|superintendent|inspector|captain|officer|official|speaker|secretary-general|predecessor|successor)s?$/;
/** One of the same post: an official where the sentence names the post. */
const PEER = /^(colleague|counterpart|homologue)$/;
/** Bodies that give no public post. */
const PRIVATE =
  /^(gang|gangs|network|cartel|clan|group|ring|syndicate|family|cell|faction|militia|company|firm|institute|ngo|charity|association|union|university|club|bank|foundation|organisation|organization|newspaper|website|think|centre|center|wing|mafia|traffickers|smugglers|rebels|fighters|outfit|front)$/;
const FRONT_SKIP =
  /^(of|the|a|an|its|his|her|their|retired|former|then|acting|interim|and|deputy|vice|for|to|police|affairs|interior|defence|defense|foreign|justice|health|prime)$/;

/** True when a mention's surroundings give its person a post in a state's or intergovernmental body. */
export function holdsPost(
  document: ReportDocument,
  mention: Mention,
  others: readonly Mention[],
  pack: DomainPack,
): boolean {
  const sentence = document.sentences[mention.sentence];
  if (sentence === undefined) return false;
  const before = tokenize(document.text, sentence.start, mention.start);
  const after = tokenize(document.text, mention.end, sentence.end).slice(0, AFTER);
  const near = others.filter((other) => other.sentence === mention.sentence && other !== mention);
  if (frontPost(before.slice(-BEFORE), near, pack)) return true;
  if (appositionPost(after, near, pack)) return true;
  if (PEER.test(before.at(-1)?.folded ?? ""))
    return before.some((token) => PUBLIC.test(token.folded));
  return isListedAfter(document, mention, near, before, pack);
}

/** "foreign ministers, Ayman Safadi and Asaad al-Shaibani": the post stands before the first of the list. */
function isListedAfter(
  document: ReportDocument,
  mention: Mention,
  near: readonly Mention[],
  before: readonly Token[],
  pack: DomainPack,
): boolean {
  if (before.at(-1)?.folded !== "and") return false;
  const first = near.find(
    (other) =>
      other.type === "Person" && /^,? and $/.test(document.text.slice(other.end, mention.start)),
  );
  if (first === undefined) return false;
  const sentence = document.sentences[mention.sentence];
  const front = tokenize(document.text, sentence?.start ?? 0, first.start).slice(-BEFORE);
  const plural = front.findLast((token) => token.kind === "word");
  return plural !== undefined && plural.folded.endsWith("s") && frontPost(front, near, pack);
}

/** Ranks and posts before the name: "Iraqi army spokesman Brig Gen …", "the agency's director, …". */
function frontPost(before: readonly Token[], near: readonly Mention[], pack: DomainPack): boolean {
  let ranked = false;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const token = before[at];
    if (token === undefined) break;
    if (/^["“”.-]$/.test(token.text) || (token.text === "," && at === before.length - 1)) continue;
    if (token.text === ",") return ranked;
    if (pack.words.has("strong_ranks", token.folded)) {
      ranked = true;
      continue;
    }
    if (PUBLIC.test(token.folded)) return !isPrivate(before.slice(at), near);
    if (OPEN.test(token.folded)) return isPublicPost(before.slice(Math.max(0, at - 6)), near);
    if (!isFrontFiller(token, near, pack)) break;
  }
  return ranked;
}

/** Words that may stand between a post and the name: titles, articles, the body itself. */
const isFrontFiller = (token: Token, near: readonly Mention[], pack: DomainPack): boolean =>
  pack.words.has("ranks", token.folded) ||
  pack.words.has("titles", token.folded) ||
  FRONT_SKIP.test(token.folded) ||
  token.kind === "possessive" ||
  near.some(
    (mention) =>
      /^(Agency|Country|Place)$/.test(mention.type) &&
      mention.start <= token.start &&
      token.end <= mention.end,
  );

/** ", head of the Security Media Cell", ", a spokeswoman for Europol", "became president". */
function appositionPost(
  after: readonly Token[],
  near: readonly Mention[],
  pack: DomainPack,
): boolean {
  let at = 0;
  if (after[0]?.text === "(" || (after[0]?.text === "," && /^\d{1,2}$/.test(after[1]?.text ?? "")))
    at = 3;
  if (after[at]?.text === "," && after[at + 1]?.folded === "of") return false;
  if (
    after[at]?.text !== "," &&
    !/^(who|is|was|as|became|becomes|heads|leads|commands)$/.test(after[at]?.folded ?? "")
  )
    return false;
  for (let word = at + 1; word < Math.min(after.length, at + 11); word += 1) {
    const token = after[word];
    if (token === undefined || /^[.;,]$/.test(token.text)) return false;
    if (PUBLIC.test(token.folded)) return !isPrivate(after.slice(at, word + 6), near);
    if (OPEN.test(token.folded) || /^(heads|leads|commands|commanded|headed)$/.test(token.folded))
      return isPublicPost(after.slice(at, word + 8), near);
    if (/^(ruled|governs|governed)$/.test(token.folded)) return true;
    if (
      pack.words.has("person_verbs", token.folded) &&
      !/^(is|was|has|who|became)$/.test(token.folded)
    )
      return false;
  }
  return false;
}

/** The post is public unless the body beside it is a company, an NGO or a gang. */
const isPublicPost = (around: readonly Token[], near: readonly Mention[]): boolean =>
  !isPrivate(around, near);

function isPrivate(around: readonly Token[], near: readonly Mention[]): boolean {
  const first = around[0];
  const last = around.at(-1);
  if (first === undefined || last === undefined) return true;
  const bodies = near
    .filter((mention) => mention.start < last.end && mention.end > first.start)
    .filter((mention) => /^(Agency|Organization|Network)$/.test(mention.type))
    .toSorted((a, b) => a.start - b.start);
  const body = bodies[0];
  if (body !== undefined) return body.type !== "Agency";
  return around.some((token) => PRIVATE.test(token.folded));
}
