import type { RelationClaim } from "../model/claim.js";
import type { Resolution } from "../model/entity.js";
import type { Judgement, LinkJudgement } from "../model/judgement.js";
import type { Schema } from "../model/schema.js";
import type { Attacher } from "../resolve/judge/attach-thing.js";
import { claimsReadWith } from "../resolve/judge/implied-claims.js";
import { byTime } from "../resolve/judge/replace-older.js";
import { tellLine, thingName } from "../resolve/judge/tell-outcomes.js";
import { deriveLegs } from "./derived-routes.js";
import {
  anchorIds,
  createEntityFinder,
  type EntityFinder,
  type EntityJudging,
} from "./find-judged-entity.js";
import { nameEntities } from "./judge-names.js";

/** What people say of relationships, as a graph is written. */
export interface LinkVerdicts {
  /** Whether a claim is of a relationship that is not so. */
  readonly isWithdrawn: (claim: LinkEnds) => boolean;
  /** Who says that a relationship is right, sorted; empty where nobody does. */
  readonly heldRightBy: (link: LinkEnds) => readonly string[];
}

type LinkEnds = Pick<RelationClaim, "type" | "subject" | "object">;

export const NO_VERDICTS: LinkVerdicts = { isWithdrawn: () => false, heldRightBy: () => [] };

/** A resolution with the names that people give, and without the relationships that are not so. */
export interface JudgedResolution {
  readonly resolution: Resolution;
  readonly verdicts: LinkVerdicts;
}

export function judgeEntities(
  resolution: Resolution,
  judgements: readonly Judgement[],
  judging: EntityJudging,
): JudgedResolution {
  const links = judgements.filter(isOnLink);
  const names = judgements.filter((one) => one.verdict === "name");
  if (links.length === 0 && names.length === 0) return { resolution, verdicts: NO_VERDICTS };
  const find = createEntityFinder(resolution.entities, judging);
  const judged = judgedLinks(links, find, judging);
  const fallen = fell(resolution, judged, judging);
  return {
    resolution: {
      ...resolution,
      entities: nameEntities(resolution.entities, names, find, judging),
      claims: resolution.claims.filter(({ id }) => !fallen.has(id)),
    },
    verdicts: {
      isWithdrawn: (claim) => judged.wrong.has(linkKey(claim, judging.schema)),
      heldRightBy: (link) =>
        [
          ...new Set((judged.right.get(linkKey(link, judging.schema)) ?? []).map(({ by }) => by)),
        ].sort(),
    },
  };
}

const isOnLink = (judgement: Judgement): judgement is LinkJudgement =>
  judgement.verdict === "wrong-link" || judgement.verdict === "right-link";

type ByLink = ReadonlyMap<string, readonly LinkJudgement[]>;

/** The judgements by the relationship that they are about, as far as they are followed. */
interface JudgedLinks {
  readonly wrong: ByLink;
  readonly right: ByLink;
}

function judgedLinks(
  links: readonly LinkJudgement[],
  find: EntityFinder,
  judging: EntityJudging,
): JudgedLinks {
  const wrong = new Map<string, readonly LinkJudgement[]>();
  const right = new Map<string, readonly LinkJudgement[]>();
  for (const [key, all] of findLinks(links, find, judging)) {
    const latest = withoutReplaced(all, judging);
    const against = latest.filter(({ verdict }) => verdict === "wrong-link");
    const held = latest.filter(({ verdict }) => verdict === "right-link");
    if (against.length === 0) right.set(key, held);
    else wrong.set(key, against);
    if (against.length === 0 || held.length === 0) continue;
    const [says, others] = [held.map(tellLine).join("; "), against.map(tellLine).join("; ")];
    for (const one of held) judging.book.tell(one, "disputed", `is not followed: ${others}`);
    for (const one of against) {
      const told = `is followed, though others say otherwise: ${says}`;
      judging.book.tell(one, "disputed", told);
    }
  }
  return { wrong, right };
}

function findLinks(
  links: readonly LinkJudgement[],
  find: EntityFinder,
  judging: EntityJudging,
): ByLink {
  const found = new Map<string, LinkJudgement[]>();
  for (const judgement of links) {
    const [a, b] = [find(judgement, "a"), find(judgement, "b")];
    if (a === null || b === null) continue;
    const key = linkKey({ type: judgement.type, subject: a.id, object: b.id }, judging.schema);
    const known = found.get(key);
    if (known === undefined) found.set(key, [judgement]);
    else known.push(judgement);
    anchorIds(judgement, { a, b }, judging);
  }
  return found;
}

/** Judgements on one link without those that their author thought better of. */
function withoutReplaced(
  all: readonly LinkJudgement[],
  { book }: EntityJudging,
): readonly LinkJudgement[] {
  const newest = new Map<string, LinkJudgement>();
  for (const one of [...all].sort(byTime)) newest.set(one.by, one);
  return all.filter((one) => {
    const newer = newest.get(one.by);
    if (newer === undefined || newer.verdict === one.verdict) return true;
    book.tell(one, "replaced", `gave way to a newer line: ${tellLine(newer)}`);
    return false;
  });
}

function linkKey({ type, subject, object }: LinkEnds, schema: Schema): string {
  const ends = [subject, object];
  if (schema.relation(type)?.symmetric === true) ends.sort();
  return JSON.stringify([type, ...ends]);
}

/** Ids of the claims that fall, each judgement told what became of it. */
function fell(
  { claims, entities }: Resolution,
  { wrong, right }: JudgedLinks,
  judging: EntityJudging,
): ReadonlySet<string> {
  const relations = claims.filter((claim) => claim.kind === "relation");
  const types = new Map(entities.map(({ id, type }) => [id, type]));
  const derived = deriveLegs(relations, { pack: judging, types });
  const byLink = groupByLink([...relations, ...derived], { wrong, right }, judging.schema);
  const isKept = (claim: RelationClaim): boolean => right.has(linkKey(claim, judging.schema));
  const gone = new Set<string>();
  for (const [key, judgements] of wrong) {
    const own = byLink.get(key) ?? [];
    const beside = claimsReadWith(own, relations, judging.schema).filter((one) => !isKept(one));
    for (const { id } of [...own, ...beside]) gone.add(id);
    for (const judgement of judgements) tellWrong(judgement, own, beside, judging);
  }
  for (const [key, judgements] of right) {
    for (const judgement of judgements) tellRight(judgement, byLink.has(key), judging);
  }
  return gone;
}

function groupByLink(
  claims: readonly RelationClaim[],
  { wrong, right }: JudgedLinks,
  schema: Schema,
): ReadonlyMap<string, readonly RelationClaim[]> {
  const byLink = new Map<string, RelationClaim[]>();
  for (const claim of claims) {
    const key = linkKey(claim, schema);
    if (!wrong.has(key) && !right.has(key)) continue;
    const known = byLink.get(key);
    if (known === undefined) byLink.set(key, [claim]);
    else known.push(claim);
  }
  return byLink;
}

function tellWrong(
  judgement: LinkJudgement,
  own: readonly RelationClaim[],
  beside: readonly RelationClaim[],
  { attacher, book }: EntityJudging,
): void {
  if (own.length === 0) {
    book.tell(judgement, "waits", noLonger(judgement));
    return;
  }
  const others = [...new Set(beside.map(({ type }) => type))].sort();
  const readWith = others.length === 0 ? "" : ` and what was read with it, ${others.join(", ")}`;
  const says = `withdraws ${judgement.type}${readWith}${tellUnseen(judgement, own, attacher)}`;
  const ids = [...own, ...beside].map(({ id }) => id);
  book.tell(judgement, "holds", says, ids);
  book.withdraw(judgement, ids);
}

function tellRight(judgement: LinkJudgement, isTold: boolean, { book }: EntityJudging): void {
  if (isTold) book.tell(judgement, "holds", `holds ${judgement.type} to be right`);
  else book.tell(judgement, "waits", noLonger(judgement));
}

const noLonger = ({ type, a, b }: LinkJudgement): string =>
  `no report says ${type} of \`${thingName(a)}\` and \`${thingName(b)}\` any more`;

/** Reports that say it too and were not before the person's eyes. */
function tellUnseen(
  { seen }: LinkJudgement,
  claims: readonly RelationClaim[],
  attacher: Attacher,
): string {
  if (seen.length === 0) return "";
  const known = new Set(
    seen.flatMap((one) => attacher.documents(one).map(({ extraction }) => extraction.document.id)),
  );
  const unseen = claims.filter(({ document }) => !known.has(document));
  const paths = unseen.map(
    ({ document }) => attacher.extraction(document)?.document.path ?? document,
  );
  if (paths.length === 0) return "";
  return `, also as told by a report that was not judged: ${[...new Set(paths)].sort().join(", ")}`;
}
