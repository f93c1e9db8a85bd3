import type { RelationClaim } from "../model/claim.js";
import type { Entity, Resolution } from "../model/entity.js";
import type { JudgedThing, Judgement, LinkJudgement, NameJudgement } from "../model/judgement.js";
import type { Schema } from "../model/schema.js";
import { createEntityIndex } from "../resolve/join-across-types.js";
import type { Attacher } from "../resolve/judge/attach-thing.js";
import { describeThings } from "../resolve/judge/describe-things.js";
import { findReplaced } from "../resolve/judge/replace-older.js";
import {
  type OutcomeBook,
  tellLine,
  tellMissing,
  tellThings,
  thingName,
} from "../resolve/judge/tell-outcomes.js";
import { deriveLegs } from "./derived-routes.js";

/** What judgements about entities are heard with. */
export interface EntityJudging {
  readonly attacher: Attacher;
  readonly book: OutcomeBook;
  readonly schema: Schema;
}

/** A resolution with the names that people give, and without the relationships that are not so. */
export interface JudgedResolution {
  readonly resolution: Resolution;
  /** Whether a claim that follows from others is of a relationship that is not so. */
  readonly isWithdrawn: (claim: RelationClaim) => boolean;
}

export function judgeEntities(
  resolution: Resolution,
  judgements: readonly Judgement[],
  judging: EntityJudging,
): JudgedResolution {
  const links = judgements.filter((one) => one.verdict === "wrong-link");
  const names = judgements.filter((one) => one.verdict === "name");
  if (links.length === 0 && names.length === 0) return { resolution, isWithdrawn: () => false };
  const find = createFinder(resolution.entities, judging);
  const wrong = findWrong(links, find, judging);
  const isWithdrawn = (claim: RelationClaim): boolean => wrong.has(linkKey(claim, judging.schema));
  const relations = resolution.claims.filter((claim) => claim.kind === "relation");
  const types = new Map(resolution.entities.map(({ id, type }) => [id, type]));
  const derived = wrong.size === 0 ? [] : deriveLegs(relations, { pack: judging, types });
  tellWrong(wrong, [...relations, ...derived], judging);
  return {
    resolution: {
      ...resolution,
      entities: nameEntities(resolution.entities, names, find, judging),
      claims: resolution.claims.filter((claim) => claim.kind !== "relation" || !isWithdrawn(claim)),
    },
    isWithdrawn,
  };
}

type Finder = (judgement: LinkJudgement | NameJudgement, side: "a" | "b") => Entity | null;

/** The one entity that a side of a judgement is; else null, and why is told. */
function createFinder(entities: readonly Entity[], { attacher, book }: EntityJudging): Finder {
  const find = createEntityIndex(entities);
  return (judgement, side) => {
    const thing: JudgedThing = side === "b" && "b" in judgement ? judgement.b : judgement.a;
    const attached = attacher.thing(thing);
    if (attached.kind === "nothing") {
      book.tell(judgement, "waits", `no report tells of \`${thingName(thing)}\` any more`);
      return null;
    }
    const found = attached.kind === "several" ? [] : find(attached);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return only;
    if (attached.kind === "id" && only === undefined) {
      tellMissing(judgement, attached.id, attacher, book);
      return null;
    }
    const fits =
      attached.kind === "several"
        ? attached.fits
        : found.flatMap(({ members }) => members.flatMap((id) => attacher.entity(id) ?? []));
    const says = `\`${thingName(thing)}\` fits several things and was applied to none: ${tellThings(fits, attacher)}`;
    book.tell(judgement, "asked", says);
    return null;
  };
}

/** The judgements by the relationship that they withdraw. */
function findWrong(
  links: readonly LinkJudgement[],
  find: Finder,
  judging: EntityJudging,
): ReadonlyMap<string, readonly LinkJudgement[]> {
  const wrong = new Map<string, LinkJudgement[]>();
  for (const judgement of links) {
    const [a, b] = [find(judgement, "a"), find(judgement, "b")];
    if (a === null || b === null) continue;
    const key = linkKey({ type: judgement.type, subject: a.id, object: b.id }, judging.schema);
    wrong.set(key, [...(wrong.get(key) ?? []), judgement]);
    anchorIds(judgement, { a, b }, judging);
  }
  return wrong;
}

function linkKey(
  { type, subject, object }: Pick<RelationClaim, "type" | "subject" | "object">,
  schema: Schema,
): string {
  const ends = [subject, object];
  if (schema.relation(type)?.symmetric === true) ends.sort();
  return JSON.stringify([type, ...ends]);
}

function tellWrong(
  wrong: ReadonlyMap<string, readonly LinkJudgement[]>,
  claims: readonly RelationClaim[],
  { attacher, book, schema }: EntityJudging,
): void {
  const byLink = new Map<string, RelationClaim[]>();
  for (const claim of claims) {
    const key = linkKey(claim, schema);
    if (wrong.has(key)) byLink.set(key, [...(byLink.get(key) ?? []), claim]);
  }
  for (const [key, judgements] of wrong) {
    const withdrawn = byLink.get(key) ?? [];
    for (const judgement of judgements) {
      const ids = withdrawn.map(({ id }) => id);
      if (ids.length > 0) {
        const says = `withdraws ${judgement.type}${tellUnseen(judgement, withdrawn, attacher)}`;
        book.tell(judgement, "holds", says, ids);
      } else {
        const [a, b] = [thingName(judgement.a), thingName(judgement.b)];
        book.tell(
          judgement,
          "waits",
          `no report says ${judgement.type} of \`${a}\` and \`${b}\` any more`,
        );
      }
    }
  }
}

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

/** Entities under the names that people give them; two people with two names are heard by nobody. */
function nameEntities(
  entities: readonly Entity[],
  names: readonly NameJudgement[],
  find: Finder,
  judging: EntityJudging,
): readonly Entity[] {
  const { attacher, book } = judging;
  const attached = names.map((judgement) => ({
    judgement,
    a: attacher.thing(judgement.a),
    b: null,
  }));
  const replaced = findReplaced(attached);
  const given = new Map<Entity, NameJudgement[]>();
  for (const judgement of names) {
    const newer = replaced.get(judgement);
    if (newer !== undefined) {
      book.tell(judgement, "replaced", `gave way to a newer line: ${tellLine(newer)}`);
      continue;
    }
    const entity = find(judgement, "a");
    if (entity === null) continue;
    given.set(entity, [...(given.get(entity) ?? []), judgement]);
    anchorIds(judgement, { a: entity }, judging);
  }
  return entities.map((entity) => {
    const own = given.get(entity) ?? [];
    const wanted = new Set(own.map(({ name }) => name));
    const [name] = wanted;
    if (name === undefined) return entity;
    if (wanted.size > 1) {
      for (const one of own) {
        const others = own.filter((other) => other.name !== one.name);
        book.tell(one, "disputed", `is not followed: ${others.map(tellLine).join("; ")}`);
      }
      return entity;
    }
    for (const one of own) book.tell(one, "holds", "is followed");
    const aliases = [...new Set([...entity.aliases, entity.name])].filter((one) => one !== name);
    return { ...entity, name, aliases: aliases.sort() };
  });
}

/** Ids alone are remembered as what they stand for. */
function anchorIds(
  judgement: LinkJudgement | NameJudgement,
  found: { readonly a: Entity; readonly b?: Entity },
  { attacher, book }: EntityJudging,
): void {
  const sides = [
    ["a", judgement.a, found.a],
    ["b", "b" in judgement ? judgement.b : null, found.b],
  ] as const;
  for (const [key, thing, entity] of sides) {
    if (typeof thing !== "string" || entity === undefined) continue;
    const members = entity.members.flatMap((id) => attacher.entity(id) ?? []);
    const seen = describeThings(members, attacher.extraction, entity.name);
    if (seen !== null) book.anchor(judgement, { [key]: { id: thing, ...seen } });
  }
}
