// Kinds of things are resolved one after the other, so that a person's word about things of two kinds is
// heard at the end: the entities are joined, and what the schema then forbids is withdrawn.
import type { Claim } from "../model/claim.js";
import type { Entity } from "../model/entity.js";
import type { Schema } from "../model/schema.js";
import { compareText } from "../text/compare.js";
import { settleStatements, uniteAll } from "./cluster/settle-links.js";
import { DisjointSets } from "./cluster/union-find.js";
import type { AttachedPair, Side } from "./judge/judged-links.js";
import { tellChain } from "./judge/tell-outcomes.js";
import type { JudgementDesk } from "./judgement-desk.js";

/** Entities and claims of a resolution; both sorted by id. */
export interface Resolved {
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  /** Pairs of entities that people made one. */
  readonly joins?: readonly EntityJoin[];
}

/** Two entities that a person made one, by a document entity of each. */
export interface EntityJoin {
  readonly pair: AttachedPair;
  readonly members: readonly [string, string];
}

interface EntityPair {
  readonly pair: AttachedPair;
  readonly isSame: boolean;
  readonly a: readonly Entity[];
  readonly b: readonly Entity[];
}

/** Hears the pairs that no step of a resolution had both sides of. */
export function joinAcrossTypes(resolved: Resolved, desk: JudgementDesk, schema: Schema): Resolved {
  const joined = joinPairs(resolved, desk);
  return desk.pairs.some(({ verdict }) => verdict === "same")
    ? settleTypes(joined, desk, schema)
    : joined;
}

function joinPairs(resolved: Resolved, desk: JudgementDesk): Resolved {
  const { undecided } = desk;
  if (undecided.length === 0) return resolved;
  const find = createEntityIndex(resolved.entities);
  const joins = undecided.flatMap((pair) => readPair(pair, find, desk) ?? []);
  if (joins.length === 0) return resolved;
  const parting = desk.pairs
    .filter(({ verdict }) => verdict === "different")
    .map((pair): EntityPair => ({ pair, isSame: false, a: find(pair.a), b: find(pair.b) }))
    .filter(({ a, b }) => !a.some((entity) => b.includes(entity)));
  const { followed, disputed } = settleStatements<Entity, EntityPair>([...joins, ...parting]);
  for (const [{ pair }, chain] of disputed) desk.dispute(pair, tellChain(chain));
  const sets = new DisjointSets(resolved.entities);
  for (const one of followed) {
    uniteAll(sets, one);
    desk.hold(one.pair);
  }
  const made = followed.flatMap(({ pair, a: [a], b: [b] }): EntityJoin[] => {
    const [left, right] = [a?.members[0], b?.members[0]];
    return left === undefined || right === undefined ? [] : [{ pair, members: [left, right] }];
  });
  return { ...joinSets(resolved, sets), joins: made };
}

type FindEntities = (side: Side) => readonly Entity[];

/** Entities by each of their ids and members. */
export function createEntityIndex(entities: readonly Entity[]): FindEntities {
  const byId = new Map<string, Set<Entity>>();
  const add = (id: string, entity: Entity): void => {
    byId.set(id, (byId.get(id) ?? new Set()).add(entity));
  };
  for (const entity of entities) {
    for (const id of [entity.id, ...(entity.otherIds ?? []), ...entity.members]) add(id, entity);
  }
  return (side) => {
    const ids = side.kind === "id" ? [side.id] : side.members;
    return [...new Set(ids.flatMap((id) => [...(byId.get(id) ?? [])]))];
  };
}

/** A pair that joins two entities; all others are told what became of them. */
function readPair(pair: AttachedPair, find: FindEntities, desk: JudgementDesk): EntityPair | null {
  const [a, b] = [find(pair.a), find(pair.b)];
  const missing = a.length === 0 ? "a" : b.length === 0 ? "b" : null;
  if (missing !== null) {
    desk.wait(pair, missing);
    return null;
  }
  const isOne = a.length === 1 && b.length === 1 && a[0] === b[0];
  if (isOne === (pair.verdict === "same") && isOne) desk.hold(pair);
  else if (isOne) desk.ask(pair, null, a);
  else if (pair.verdict !== "same" && !a.some((entity) => b.includes(entity))) desk.hold(pair);
  else if (a.length > 1 || b.length > 1) askSide(pair, { a, b }, desk);
  else return { pair, isSame: true, a, b };
  return null;
}

function askSide(
  pair: AttachedPair,
  found: Pick<EntityPair, "a" | "b">,
  desk: JudgementDesk,
): void {
  const side = found.a.length > 1 ? "a" : "b";
  desk.ask(pair, side, found[side]);
}

function joinSets({ claims }: Resolved, sets: DisjointSets<Entity>): Resolved {
  const newIds = new Map<string, string>();
  const entities = sets.sets().flatMap((set) => {
    const entity = set.length === 1 ? set[0] : joinEntities(set);
    if (entity === undefined) return [];
    for (const { id } of set) newIds.set(id, entity.id);
    return [entity];
  });
  const newId = (id: string): string => newIds.get(id) ?? id;
  return {
    entities: entities.sort((x, y) => compareText(x.id, y.id)),
    claims: claims.map((claim) =>
      claim.kind === "property"
        ? { ...claim, subject: newId(claim.subject) }
        : { ...claim, subject: newId(claim.subject), object: newId(claim.object) },
    ),
  };
}

/**
 * Gives each thing that people made of several types the one with which most of what is told of it can
 * stand, and withdraws the rest.
 */
function settleTypes(resolved: Resolved, desk: JudgementDesk, schema: Schema): Resolved {
  const find = createEntityIndex(resolved.entities);
  const mixed = new Map<string, AttachedPair[]>();
  for (const pair of desk.pairs.filter(({ verdict }) => verdict === "same")) {
    const [entity] = find(pair.a);
    if (entity === undefined || !find(pair.b).includes(entity)) continue;
    const roots = new Set(desk.typesOf(entity).map((type) => schema.lineage(type).at(-1)));
    if (roots.size > 1) mixed.set(entity.id, [...(mixed.get(entity.id) ?? []), pair]);
  }
  if (mixed.size === 0) return resolved;
  const types = new Map(resolved.entities.map(({ id, type }) => [id, type]));
  const isAccepted = (claim: Claim): boolean =>
    claim.kind === "property" ||
    claim.subject === claim.object ||
    schema.accepts(claim.type, types.get(claim.subject) ?? "", types.get(claim.object) ?? "");
  const touches = (claim: Claim, id: string): boolean =>
    claim.subject === id || (claim.kind === "relation" && claim.object === id);
  const withdrawn = new Set<Claim>();
  const entities = resolved.entities.map((entity) => {
    const pairs = mixed.get(entity.id);
    if (pairs === undefined) return entity;
    const told = resolved.claims.filter((claim) => touches(claim, entity.id));
    const [type = entity.type] = [...desk.typesOf(entity)]
      .map((one) => {
        types.set(entity.id, one);
        return [one, told.filter(isAccepted).length] as const;
      })
      .sort(([x, kept], [y, others]) => others - kept || compareText(x, y))
      .map(([one]) => one);
    types.set(entity.id, type);
    const lost = told.filter((claim) => !isAccepted(claim));
    for (const claim of lost) withdrawn.add(claim);
    for (const pair of pairs)
      desk.withdraw(
        pair,
        lost.map(({ id }) => id),
      );
    return { ...entity, type };
  });
  const claims = resolved.claims.filter((claim) => !withdrawn.has(claim));
  return { ...resolved, entities, claims };
}

/** One entity of several types: the one most reports tell of gives name and id. */
function joinEntities(set: readonly Entity[]): Entity | undefined {
  const [first, ...others] = [...set].sort(
    (x, y) =>
      y.documents.length - x.documents.length ||
      y.members.length - x.members.length ||
      compareText(x.id, y.id),
  );
  if (first === undefined) return undefined;
  const names = others.flatMap(({ name, aliases }) => [name, ...aliases]);
  const attributes = Object.assign({}, ...others.map((one) => one.attributes), first.attributes);
  return {
    ...first,
    aliases: sorted([...first.aliases, ...names]).filter((name) => name !== first.name),
    members: sorted(set.flatMap(({ members }) => members)),
    documents: sorted(set.flatMap(({ documents }) => documents)),
    attributes,
    otherIds: sorted(set.flatMap(({ id, otherIds = [] }) => [id, ...otherIds])).filter(
      (id) => id !== first.id,
    ),
  };
}

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();
