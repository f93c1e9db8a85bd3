import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { modalityAt } from "../cues/read-cues.js";
import { actorAfter, actorList, isActor, isSubject } from "../operations/actor-phrase.js";
import { findAgents, findPartners } from "../operations/find-actors.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { Told } from "../operations/operation-frame.js";
import type { DocumentView } from "../stream/document-view.js";
import { mentionsAt } from "../stream/lists.js";
import { clauseStart, type SentenceView } from "../stream/sentence-view.js";

/** Links of the lead of each action with its equals and partners, and cooperation told as such. */
export function findCooperation(
  view: DocumentView,
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Claim[] {
  const framed = operations.flatMap((found) => framePartners(found, maker));
  const told = view.sentences.flatMap((sentence, at) => [
    ...toldPartners(view, sentence, at, maker),
    ...cuedPartners(view, sentence, at, maker),
  ]);
  return [...framed, ...told];
}

function framePartners({ frame }: OperationFindings, maker: ClaimMaker): Claim[] {
  const [lead, ...equals] = frame.agencies;
  if (lead === undefined) return [];
  return [...equals, ...frame.partners].flatMap((other) =>
    pair(lead, other, "partner.frame", maker),
  );
}

function pair(
  lead: Told<DocumentEntity>,
  other: Told<DocumentEntity>,
  rule: string,
  maker: ClaimMaker,
): Claim[] {
  if (lead.value === other.value || owns(lead.value, other.value)) return [];
  const ground = { rule, sentences: [other.sentence, lead.sentence] };
  return [maker.relation(lead.value, "COOPERATED_WITH", other.value, ground)];
}

/** A body and its own state do not cooperate. */
const owns = (a: DocumentEntity, b: DocumentEntity): boolean =>
  (a.type === "Country") !== (b.type === "Country") &&
  (a.attributes.country ?? a.attributes.iso2) === (b.attributes.country ?? b.attributes.iso2) &&
  (a.attributes.country ?? a.attributes.iso2) !== undefined;

/** The body that acts in a sentence, with the partners its cues name; no action need be told. */
function cuedPartners(
  view: DocumentView,
  sentence: SentenceView,
  at: number,
  maker: ClaimMaker,
): Claim[] {
  const range = { from: 0, to: sentence.items.length };
  const partners = findPartners(sentence, at, range, view.book);
  const first = partners[0];
  if (first === undefined) return [];
  const modality = modalityAt(sentence.cues, first.item);
  if (modality === "void" || modality === "planned") return [];
  const taken = new Set(partners.map((partner) => partner.item));
  const lead = findAgents(sentence, at, sentence.triggers, view.book).find(
    (agent) =>
      !taken.has(agent.item) && !partners.some((partner) => partner.entity === agent.entity),
  );
  if (lead === undefined) return [];
  return partners.flatMap(({ entity }) =>
    owns(lead.entity, entity) || lead.entity === entity
      ? []
      : [
          maker.relation(lead.entity, "COOPERATED_WITH", entity, {
            rule: "partner.said",
            sentences: [at],
            modality,
          }),
        ],
  );
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
      const ground = { rule: "partner.said", sentences: [at], modality };
      if (!owns(lead, other) && lead !== other)
        claims.push(maker.relation(lead, "COOPERATED_WITH", other, ground));
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
