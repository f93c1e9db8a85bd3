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
}

interface EntityPair {
  readonly pair: AttachedPair;
  readonly isSame: boolean;
  readonly a: readonly Entity[];
  readonly b: readonly Entity[];
}

/** Hears the pairs that no step of a resolution had both sides of. */
export function joinAcrossTypes(resolved: Resolved, desk: JudgementDesk, schema: Schema): Resolved {
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
  for (const [{ pair }, chain] of disputed) {
    desk.dispute(pair, tellChain(chain));
  }
  const sets = new DisjointSets(resolved.entities);
  for (const one of followed) uniteAll(sets, one);
  const joined = joinSets(resolved, sets, schema);
  for (const { pair, a } of followed) {
    const [entity] = a;
    const withdrawn = entity === undefined ? [] : (joined.withdrawn.get(sets.setOf(entity)) ?? []);
    desk.hold(pair, withdrawn);
  }
  return joined;
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
  const missing = a.length === 0 ? pair.a : b.length === 0 ? pair.b : null;
  if (missing !== null) {
    desk.wait(pair, missing);
    return null;
  }
  const isOne = a.length === 1 && b.length === 1 && a[0] === b[0];
  if (isOne === (pair.verdict === "same") && isOne) desk.hold(pair);
  else if (isOne) desk.ask(pair, a);
  else if (pair.verdict !== "same" && !a.some((entity) => b.includes(entity))) desk.hold(pair);
  else if (a.length > 1 || b.length > 1) desk.ask(pair, a.length > 1 ? a : b);
  else return { pair, isSame: true, a, b };
  return null;
}

interface Joined extends Resolved {
  /** Claims that a joined entity may not have, by the set of entities it was. */
  readonly withdrawn: ReadonlyMap<readonly Entity[], readonly string[]>;
}

function joinSets({ claims }: Resolved, sets: DisjointSets<Entity>, schema: Schema): Joined {
  const byOldId = new Map<string, { readonly entity: Entity; readonly set: readonly Entity[] }>();
  const all = sets.sets().map((set) => {
    const entity = set.length === 1 ? set[0] : joinEntities(set);
    if (entity === undefined) throw new TypeError("a set of no entities");
    if (set.length > 1) for (const one of set) byOldId.set(one.id, { entity, set });
    return entity;
  });
  const types = new Map(all.map(({ id, type }) => [id, type]));
  const withdrawn = new Map<readonly Entity[], string[]>();
  const kept = claims.flatMap((claim): Claim[] => {
    const subject = byOldId.get(claim.subject);
    const object = claim.kind === "relation" ? byOldId.get(claim.object) : undefined;
    if (subject === undefined && object === undefined) return [claim];
    const moved = { ...claim, subject: subject?.entity.id ?? claim.subject };
    if (moved.kind === "property") return [moved];
    const ended = { ...moved, object: object?.entity.id ?? moved.object };
    const [from = "", to = ""] = [types.get(ended.subject), types.get(ended.object)];
    if (ended.subject !== ended.object && schema.accepts(ended.type, from, to)) return [ended];
    for (const end of [subject, object]) {
      if (end !== undefined) withdrawn.set(end.set, [...(withdrawn.get(end.set) ?? []), claim.id]);
    }
    return [];
  });
  return { entities: all.sort((x, y) => compareText(x.id, y.id)), claims: kept, withdrawn };
}

/** One entity of several types: the one most reports tell of gives type, name and id. */
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
