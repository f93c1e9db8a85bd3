import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { RuleId } from "../../packs/engine-rules.js";
import type { ClaimGround, ClaimMaker } from "../claims/claim-maker.js";
import { modalityAt } from "../cues/read-cues.js";
import { actorAfter, actorList, isActor, isSubject } from "../operations/actor-phrase.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { Told } from "../operations/operation-frame.js";
import { mentionsAt } from "../stream/lists.js";
import type { DocumentView } from "../view/document-view.js";
import { clauseStart, type SentenceView } from "../view/sentence-view.js";
import { findJointWork } from "./find-joint-work.js";
import { leadBefore, leadIn } from "./find-lead.js";
import { hasCueBefore, onlyHelps, partnersOf } from "./named-partners.js";
import { type FirstPosts, firstPosts, speakerLead } from "./speaker-body.js";

/**
 * Links of the lead of each action with its equals and partners, and cooperation told as such;
 * `posts` tell whose body an official means by `we`.
 */
export function findCooperation(
  view: DocumentView,
  operations: readonly OperationFindings[],
  posts: readonly Claim[],
  maker: ClaimMaker,
): Claim[] {
  const spoken = firstPosts(posts);
  const framed = operations.flatMap((found) => framePartners(view, found, maker));
  const told = view.sentences.flatMap((sentence, at) => [
    ...toldPartners(view, sentence, at, maker),
    ...cuedPartners(view, sentence, at, spoken, maker),
    ...jointWork(view, sentence, at, maker),
  ]);
  return atOneLevel([...framed, ...told], view);
}

/** A body's link with a state gives way to its link with a body of that state. */
function atOneLevel(claims: readonly Claim[], view: DocumentView): Claim[] {
  const things = new Map(view.entities.map((entity) => [entity.id, entity]));
  const ends = (claim: Claim): readonly DocumentEntity[] => {
    const object = claim.kind === "relation" ? things.get(claim.object) : undefined;
    const subject = things.get(claim.subject);
    return subject === undefined || object === undefined ? [] : [subject, object];
  };
  const bodies = claims.map(ends).filter((pair) => pair.every((end) => end.role === "body"));
  const between = new Set(
    bodies.flatMap(([a, b]) => [
      `${countryOf(a)} ${countryOf(b)}`,
      `${countryOf(b)} ${countryOf(a)}`,
    ]),
  );
  return claims.filter((claim) => {
    const [a, b] = ends(claim);
    if (a?.type === b?.type || countryOf(a) === "" || countryOf(b) === "") return true;
    const stays = !between.has(`${countryOf(a)} ${countryOf(b)}`);
    if (!stays) view.listener?.withdrawn(claim, "told-better");
    return stays;
  });
}

const countryOf = (entity: DocumentEntity | undefined): string =>
  entity?.attributes.country ?? entity?.attributes.iso2 ?? "";

function framePartners(
  view: DocumentView,
  { frame }: OperationFindings,
  maker: ClaimMaker,
): Claim[] {
  const [lead, ...equals] = frame.agencies;
  if (lead === undefined || onlyHelps(view, lead)) return [];
  return [...equals, ...frame.partners].flatMap((other) =>
    pair(lead, other, "partner.frame", maker),
  );
}

function pair(
  lead: Told<DocumentEntity>,
  other: Told<DocumentEntity>,
  rule: RuleId,
  maker: ClaimMaker,
): readonly Claim[] {
  if (lead.value === other.value || owns(lead.value, other.value)) return [];
  const ground = { rule, sentences: [other.sentence, lead.sentence] };
  return maker.relation(lead.value, "partner", other.value, ground);
}

/** A body and its own state do not cooperate. */
const owns = (a: DocumentEntity, b: DocumentEntity): boolean =>
  (a.role === "country") !== (b.role === "country") &&
  (a.attributes.country ?? a.attributes.iso2) === (b.attributes.country ?? b.attributes.iso2) &&
  (a.attributes.country ?? a.attributes.iso2) !== undefined;

/** The body that acts in a sentence, or before it, with the partners that the sentence names. */
function cuedPartners(
  view: DocumentView,
  sentence: SentenceView,
  at: number,
  posts: FirstPosts,
  maker: ClaimMaker,
): Claim[] {
  const named = partnersOf(view, sentence, at);
  const first = named[0];
  if (first === undefined) return [];
  const modality = modalityAt(sentence.cues, first.item);
  if (modality === "void" || modality === "planned") return [];
  const places = named.map((partner) => partner.item);
  const lead =
    speakerLead(view, at, posts) ??
    leadIn(view, at, { items: places, byVerb: !hasCueBefore(view, sentence, first.item) }) ??
    leadBefore(view, at);
  if (lead === null) return [];
  const [head, ...equals] = lead.entities;
  if (head === undefined) return [];
  const others = [...equals, ...named.map((partner) => partner.entity)];
  const sentences = lead.sentence === at ? [at] : [at, lead.sentence];
  const weight = lead.sentence === at ? 1 : 0.8;
  const ground: ClaimGround = { rule: "partner.said", sentences, modality, weight };
  return linkEach(head, others, ground, maker);
}

function linkEach(
  lead: DocumentEntity,
  others: readonly DocumentEntity[],
  ground: ClaimGround,
  maker: ClaimMaker,
): Claim[] {
  return [...new Set(others)].flatMap((other) =>
    owns(lead, other) || lead === other ? [] : maker.relation(lead, "partner", other, ground),
  );
}

/** Lists of bodies that one sentence says to have acted as one. */
function jointWork(
  view: DocumentView,
  sentence: SentenceView,
  at: number,
  maker: ClaimMaker,
): Claim[] {
  return findJointWork(view, at).flatMap(({ bodies: [lead, ...others], at: place }) => {
    const modality = modalityAt(sentence.cues, place);
    if (lead === undefined || modality === "void" || modality === "planned") return [];
    return linkEach(lead, others, { rule: "partner.said", sentences: [at], modality }, maker);
  });
}

/** `A and B cooperated`, `A works with B and C`, `between A and B`. */
function toldPartners(
  view: DocumentView,
  sentence: SentenceView,
  at: number,
  maker: ClaimMaker,
): Claim[] {
  const { items, tokens, clauses } = sentence;
  const cues = view.book.phrases("cooperated");
  const claims: Claim[] = [];
  for (const [place, item] of items.entries()) {
    if (item.kind !== "word") continue;
    const hit = cues.at(tokens, item.token);
    if (hit === undefined) continue;
    const modality = modalityAt(sentence.cues, place);
    if (modality === "void" || modality === "planned") continue;
    const to = items.findIndex((one) => one.token >= hit.to);
    const start = clauseStart(clauses, place);
    const subjects = subjectList(sentence, start, place, view);
    const objects = to < 0 ? [] : objectList(sentence, to, view);
    const all = [...subjects, ...objects];
    const [lead, ...others] = all;
    if (lead === undefined) continue;
    for (const other of others) {
      const ground: ClaimGround = { rule: "partner.said", sentences: [at], modality };
      if (!owns(lead, other) && lead !== other)
        claims.push(...maker.relation(lead, "partner", other, ground));
    }
  }
  return claims;
}

function subjectList(
  sentence: SentenceView,
  from: number,
  to: number,
  view: DocumentView,
): DocumentEntity[] {
  const { items } = sentence;
  for (let at = from; at < to; at += 1) {
    if (!isActor(items[at]) || !isSubject(items, at, from, view.book)) continue;
    return mentionsAt(items, actorList(items, at, to, view.book)).map((one) => one.entity);
  }
  return [];
}

function objectList(sentence: SentenceView, from: number, view: DocumentView): DocumentEntity[] {
  const { items } = sentence;
  const at = actorAfter(items, from, items.length, view.book);
  if (at === null) return [];
  return mentionsAt(items, actorList(items, at, items.length, view.book)).map((one) => one.entity);
}
