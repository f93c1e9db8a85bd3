// A person is an official where the text gives a post in a state's or intergovernmental body: a rank
// or post before the name, or in apposition after it. Posts that any body gives (spokesman, head) are
// public unless the body beside them, or the one last spoken of, is a company, an NGO or a gang.
import type { Mention } from "../../model/mention.js";
import type { ReportDocument } from "../../model/report-document.js";
import type { EntityRole } from "../../model/schema.js";
import type { DomainPack } from "../../packs/domain-pack.js";
import { firstFrom } from "../../text/first-from.js";
import { is, type ReadToken, readTokens } from "../words/read-tokens.js";
import { type InSentence, inSentence } from "./in-sentence.js";

/** Words around a name that are looked at for a post. */
const BEFORE = 12;
const AFTER = 16;
/** Reach of "its chief" back to the body it belongs to, in characters. */
const POINTS_BACK = 400;
/** No name is longer than a sentence, in characters. */
const LONGEST_NAME = 1_000;

/** What stands around a name. */
interface Surroundings {
  readonly pack: DomainPack;
  /** Other mentions of the sentence. */
  readonly mentions: readonly Mention[];
  /** The body last named before the person, within reach. */
  readonly lastBody: Mention | undefined;
}

/** A report as posts are read from it. */
export interface PostGround {
  readonly document: ReportDocument;
  readonly pack: DomainPack;
  readonly inSentence: InSentence;
  /** In text order. */
  readonly bodies: readonly Mention[];
}

/** A report with its mentions in text order, for {@link holdsPost}. */
export const postGround = (
  document: ReportDocument,
  mentions: readonly Mention[],
  pack: DomainPack,
): PostGround => ({
  document,
  pack,
  inSentence: inSentence(mentions),
  bodies: mentions.filter(isBody),
});

/** The last body that ends within reach before an offset. */
function bodyBefore(bodies: readonly Mention[], offset: number): Mention | undefined {
  for (let at = firstFrom(bodies, ({ start }) => start >= offset) - 1; at >= 0; at -= 1) {
    const body = bodies[at];
    if (body === undefined || body.start < offset - POINTS_BACK - LONGEST_NAME) return undefined;
    if (body.end <= offset && body.end > offset - POINTS_BACK) return body;
  }
  return undefined;
}

/** True when a mention's surroundings give its person a post in a state's or intergovernmental body. */
export function holdsPost(mention: Mention, ground: PostGround): boolean {
  const { document, pack } = ground;
  const sentence = document.sentences[mention.sentence];
  if (sentence === undefined) return false;
  const before = readTokens(pack.words, document.text, sentence.start, mention.start);
  const after = readTokens(pack.words, document.text, mention.end, sentence.end).slice(0, AFTER);
  const around: Surroundings = {
    pack,
    mentions: ground.inSentence(mention.sentence).filter((other) => other !== mention),
    lastBody: bodyBefore(ground.bodies, mention.start),
  };
  if (rules(before, after) || commands(before, around)) return true;
  if (frontPost(before.slice(-BEFORE), around)) return true;
  if (isOfBody(after, around) || appositionPost(after, around)) return true;
  const word = before.findLast((token) => token.kind === "word");
  if (is(word, "peers")) return true;
  return isListedAfter(document, mention, before, around);
}

/** "Agent X of the Harbour Police": one of a state's body. */
function isOfBody(after: readonly ReadToken[], { mentions }: Surroundings): boolean {
  if (!is(after[0], "genitive")) return false;
  const start = after[is(after[1], "definite_article") ? 2 : 1]?.start;
  return mentions.some((mention) => mention.role === "body" && mention.start === start);
}

/** "the fall of X", "X's regime": one who ruled. */
function rules(before: readonly ReadToken[], after: readonly ReadToken[]): boolean {
  if (after[0]?.kind === "possessive" && is(after[1], "rule_nouns")) return true;
  if (is(after[0], "regimes")) return true;
  let of = before.length - 1;
  while (of > 0 && is(before[of], "ruler_titles")) of -= 1;
  return is(before[of], "genitive") && is(before[of - 1], "rule_nouns");
}

/** "the Fourth Division, commanded by X": the head of a state's body. */
function commands(before: readonly ReadToken[], { mentions }: Surroundings): boolean {
  const by = before.at(-1);
  if (by === undefined || !is(by, "agent_mark") || !is(before.at(-2), "commanded_by")) return false;
  const body = mentions.filter((mention) => isBody(mention) && mention.end <= by.start).at(-1);
  // Right before: "the Fourth Division, commanded by …", not "police said a group led by …".
  return body?.role === "body" && (before.at(-3)?.start ?? 0) <= body.end + 1;
}

const BODIES: ReadonlySet<EntityRole> = new Set(["body", "organization", "group"]);

const isBody = (mention: Mention): boolean => BODIES.has(mention.role);

/** "foreign ministers, Karim Haddad and Nour al-Din Saleh": the post stands before the first of the list. */
function isListedAfter(
  document: ReportDocument,
  mention: Mention,
  before: readonly ReadToken[],
  around: Surroundings,
): boolean {
  if (!is(before.at(-1), "additive")) return false;
  const first = around.mentions.find(
    (other) =>
      other.role === "person" &&
      around.pack.words
        .pattern("^,? <additive> $")
        .test(document.text.slice(other.end, mention.start)),
  );
  if (first === undefined) return false;
  const start = document.sentences[mention.sentence]?.start ?? 0;
  const front = readTokens(around.pack.words, document.text, start, first.start).slice(-BEFORE);
  const plural = front.findLast((token) => token.kind === "word");
  if (plural === undefined) return false;
  return plural.folded.endsWith("s") && frontPost(front, around);
}

/** Ranks and posts before the name: "Iraqi army spokesman Brig Gen …", "the agency's director, …". */
function frontPost(before: readonly ReadToken[], around: Surroundings): boolean {
  const { words } = around.pack;
  let ranked = false;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const token = before[at];
    if (token === undefined) break;
    if (/^["“”.()-]$/.test(token.text) || (token.text === "," && at === before.length - 1))
      continue;
    if (token.text === "," && isTitleComma(before, at, around)) continue;
    if (token.text === "," || words.has("kin", token.folded)) return ranked;
    if (words.has("strong_ranks", token.folded)) {
      ranked ||= !isSkipper(before, at, around);
      continue;
    }
    if (isHonorific(before, at, around)) continue;
    if (is(token, "state_leaders") && isState(before[at - 1], around)) return true;
    // "the Prosecutor's Office, X's wife": a body named after a post.
    if (before[at + 1]?.kind === "possessive") break;
    if (isJudge(before, at)) return true;
    if (words.has("public_posts", token.folded))
      return !isLawyer(before, at, around) && !isPrivate(before.slice(at), around);
    if (words.has("open_posts", token.folded)) {
      return !isPrivate(before.slice(phraseStart(before, at)), around);
    }
    if (!isFrontFiller(token, around)) break;
  }
  return ranked;
}

/** "attorney X", "defence attorney X": a lawyer; "district attorney", "U.S. Attorney" is a post. */
function isLawyer(before: readonly ReadToken[], at: number, around: Surroundings): boolean {
  const { words } = around.pack;
  if (!words.has("lawyers", before[at]?.folded ?? "")) return false;
  const front = before[at - 1];
  if (words.has("public_lawyers", before[at + 1]?.folded ?? "")) return false;
  return (
    !words.has("public_lawyers", front?.folded ?? "") &&
    !isState(front, around) &&
    !/^\p{Lu}/u.test(front?.text ?? "")
  );
}

/** "Mr Justice X": the title of a judge right before the name. */
const isJudge = (before: readonly ReadToken[], at: number): boolean =>
  at === before.length - 1 && before[at]?.text === "Justice";

/** "the captain, X", "his lieutenant, X": of a ship or a gang where no body or field of one stands before it. */
function isSkipper(before: readonly ReadToken[], at: number, around: Surroundings): boolean {
  const token = before[at];
  if (token === undefined || token.text !== token.folded) return false;
  if (!is(token, "skipper_ranks")) return false;
  const phrase = before.slice(phraseStart(before, at), at);
  const { words } = around.pack;
  return !phrase.some(
    (one) => words.has("agency_fields", one.folded) || words.has("agency_heads", one.folded),
  );
}

/** Start of the phrase that a post ends: at most six words back, and over no comma. */
function phraseStart(tokens: readonly ReadToken[], at: number): number {
  let from = at;
  while (from > Math.max(0, at - 6) && !/^[,;:.“”"]$/.test(tokens[from - 1]?.text ?? "")) from -= 1;
  return from;
}

/** "Director, Media and Advocacy, Harbour Headquarters, X": a comma inside a title in capitals. */
function isTitleComma(
  before: readonly ReadToken[],
  at: number,
  { mentions }: Surroundings,
): boolean {
  const left = before[at - 1];
  const right = before[at + 1];
  if (left === undefined || right === undefined) return false;
  const person = mentions.some(
    (mention) =>
      mention.role === "person" && mention.start <= left.start && left.end <= mention.end,
  );
  return !person && /^\p{Lu}/u.test(left.text) && /^\p{Lu}/u.test(right.text);
}

/** "Chinese leader X": a state before the word. */
const isState = (token: ReadToken | undefined, { mentions }: Surroundings): boolean =>
  token !== undefined &&
  mentions.some(
    (mention) =>
      mention.role === "country" && mention.start <= token.start && token.end <= mention.end,
  );

/** "Chief Benedict", "his deputy, X": a title of honour, or the deputy of a person. */
function isHonorific(before: readonly ReadToken[], at: number, { pack }: Surroundings): boolean {
  const token = before[at];
  const front = before[at - 1];
  if (is(token, "deputies")) return is(front, "personal_possessors");
  if (!is(token, "honorific_titles")) return false;
  const capital = token?.text !== token?.folded;
  const ofBody =
    pack.words.has("agency_fields", front?.folded ?? "") || front?.kind === "possessive";
  return capital && at === before.length - 1 && !ofBody;
}

/** Words that may stand between a post and the name: titles, articles, the body itself. */
const isFrontFiller = (token: ReadToken, { pack, mentions }: Surroundings): boolean =>
  is(token, "post_fillers") ||
  token.kind === "possessive" ||
  /^\p{Lu}/u.test(token.text) ||
  pack.words.has("ranks", token.folded) ||
  pack.words.has("titles", token.folded) ||
  mentions.some((mention) => mention.start <= token.start && token.end <= mention.end);

/** "X heads the agency", "X, special agent in charge of …". */
const isLeading = (token: ReadToken, before: ReadToken | undefined): boolean =>
  is(token, "leading_verbs") || (is(token, "charge_word") && is(before, "inside_mark"));

/** ", head of the Security Media Cell", ", a spokeswoman for Europol", "became president". */
function appositionPost(after: readonly ReadToken[], around: Surroundings): boolean {
  const { words } = around.pack;
  const aged =
    after[0]?.text === "(" || (after[0]?.text === "," && /^\d{1,2}$/.test(after[1]?.text ?? ""));
  const at = aged ? 3 - (after[2]?.text === "," ? 1 : 0) : 0;
  const opener = after[at];
  if (opener?.text !== "," && !is(opener, "apposition_openers")) return false;
  if (is(after[at + 1], "genitive")) return false;
  const from = opener?.text === "," ? at + 1 : at;
  for (let word = from; word < Math.min(after.length, at + 11); word += 1) {
    const token = after[word];
    if (token === undefined || /^[.;,]$/.test(token.text) || words.has("kin", token.folded))
      return false;
    const spoken = words.has("speech_verbs", token.folded) && token.text === token.folded;
    if (spoken || is(token, "past_post")) return false;
    const leads = isLeading(token, after[word - 1]);
    if (words.has("public_posts", token.folded))
      return !isPrivate(after.slice(at, word + 6), around);
    if (leads || words.has("open_posts", token.folded))
      return !isPrivate(after.slice(at, word + 11), around);
    if (is(token, "governing_verbs")) return true;
    if (words.has("person_verbs", token.folded) && !is(token, "post_links")) return false;
  }
  return false;
}

/** True where the body beside the post, or the one it points back to, is a company, an NGO or a gang. */
function isPrivate(
  near: readonly ReadToken[],
  { pack, mentions, lastBody }: Surroundings,
): boolean {
  const first = near[0];
  const last = near.at(-1);
  if (first === undefined || last === undefined) return true;
  const bodies = mentions
    .filter((mention) => isBody(mention) && mention.start < last.end && mention.end > first.start)
    .toSorted((a, b) => a.start - b.start);
  const body = bodies[0];
  if (body !== undefined) return body.role !== "body";
  if (near.some((token) => pack.words.has("private_bodies", token.folded))) return true;
  if (near.some((token) => is(token, "alleged_words"))) return true;
  const pointsBack = near.some((token) => is(token, "thing_possessors"));
  return pointsBack && lastBody !== undefined && lastBody.role !== "body";
}
