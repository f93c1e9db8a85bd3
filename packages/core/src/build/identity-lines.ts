import { RedthreadError } from "../errors/redthread-error.js";
import type { DocumentEntity } from "../model/document-entity.js";
import type { IdentityDecision, Resolution } from "../model/entity.js";
import type { Extraction } from "../model/extraction.js";
import type { IdentityLine, Naming } from "../model/identity-line.js";
import { compareText } from "../text/compare.js";

/** Alike things told of each entity that it was held apart from: the nearest. */
const MOST_APART = 4;

/**
 * Every merge of a resolution and, of each entity, the nearest that it was held apart from: merges first by
 * entity, then pairs held apart. What waits for a person is listed on its own.
 */
export function listIdentities(
  { entities, decisions }: Resolution,
  extractions: readonly Extraction[],
): readonly IdentityLine[] {
  const told = new Map(extractions.flatMap((one) => one.entities.map((each) => [each.id, each])));
  const entityOf = new Map(
    entities.flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  );
  const namingOf = (member: string): Naming | null => {
    const [entity, thing] = [entityOf.get(member), told.get(member)];
    return entity === undefined || thing === undefined ? null : toNaming(entity, thing);
  };
  const merged = decisions.filter(({ outcome }) => outcome === "merged");
  return [...merged, ...nearestApart(decisions)].flatMap((decision): IdentityLine[] => {
    const [a, b] = decision.members.map(namingOf);
    return a == null || b == null ? [] : [toLine(decision, a, b)];
  });
}

const toNaming = (entity: string, { name, document, mentions }: DocumentEntity): Naming => ({
  entity,
  name,
  document,
  start: mentions[0]?.start ?? null,
});

function toLine(decision: IdentityDecision, a: Naming, b: Naming): IdentityLine {
  const { outcome, score, reasons, features } = decision;
  const found = features === undefined ? {} : { features };
  return { outcome: outcome === "merged" ? outcome : "apart", a, b, score, reasons, ...found };
}

/** One a pair of entities with all that holds it apart, and of each entity only the nearest. */
function nearestApart(decisions: readonly IdentityDecision[]): readonly IdentityDecision[] {
  const pairs = new Map<string, IdentityDecision[]>();
  for (const one of decisions.filter(({ outcome }) => outcome === "apart")) {
    const key = `${one.a} ${one.b}`;
    const known = pairs.get(key);
    if (known === undefined) pairs.set(key, [one]);
    else known.push(one);
  }
  const kept = new Map<string, number>();
  const room = (id: string): boolean => (kept.get(id) ?? 0) < MOST_APART;
  return [...pairs.values()]
    .flatMap((found) => uniteReasons(found) ?? [])
    .sort((x, y) => Number(isJudged(y)) - Number(isJudged(x)) || y.score - x.score || byEnds(x, y))
    .filter(({ a, b }) => {
      if (!room(a) && !room(b)) return false;
      for (const id of [a, b]) kept.set(id, (kept.get(id) ?? 0) + 1);
      return true;
    })
    .sort(byEnds);
}

function uniteReasons(found: readonly IdentityDecision[]): IdentityDecision | null {
  const [best, ...others] = [...found].sort((x, y) => y.score - x.score);
  if (best === undefined) return null;
  const judged = others.filter(isJudged).flatMap(({ reasons }) => reasons);
  return { ...best, reasons: [...new Set([...best.reasons, ...judged])] };
}

/** Nothing but a person's word holds apart what nothing was weighed of. */
const isJudged = ({ score }: IdentityDecision): boolean => score === 0;

const byEnds = (x: IdentityDecision, y: IdentityDecision): number =>
  compareText(x.a, y.a) || compareText(x.b, y.b);

/** A line of `identities.jsonl`, without a line end; keys in a fixed order. */
export function encodeIdentity({ outcome, a, b, score, reasons, features }: IdentityLine): string {
  const weighed = Object.entries(features ?? {}).sort(([x], [y]) => compareText(x, y));
  return JSON.stringify({
    outcome,
    a: plainNaming(a),
    b: plainNaming(b),
    score,
    reasons,
    ...(weighed.length === 0 ? {} : { features: Object.fromEntries(weighed) }),
  });
}

const plainNaming = ({ entity, name, document, start }: Naming): Naming => ({
  entity,
  name,
  document,
  start,
});

/**
 * A line of `identities.jsonl` read back.
 * @throws RedthreadError `CASE_DAMAGED` for a line that is none.
 */
export function decodeIdentity(content: string): IdentityLine {
  try {
    const value: unknown = JSON.parse(content);
    // The line was written by encodeIdentity, and whether it was changed since is asked of its file.
    if (typeof value === "object" && value !== null && "outcome" in value)
      return value as IdentityLine;
  } catch {
    // Told below: no JSON and no line of identities are one fault.
  }
  throw new RedthreadError(
    "CASE_DAMAGED",
    "A line of the identities is none. Rebuild the case from its reports.",
  );
}
