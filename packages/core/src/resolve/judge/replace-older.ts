import type {
  JudgedThing,
  Judgement,
  NameJudgement,
  PairJudgement,
} from "../../model/judgement.js";
import { foldName } from "../../text/fold.js";
import type { Attached } from "./attach-thing.js";
import { compareSources } from "./lines-in-force.js";

/** A judgement with what its sides are in the reports. */
export interface AttachedJudgement<J extends Judgement = PairJudgement | NameJudgement> {
  readonly judgement: J;
  readonly a: Attached;
  readonly b: Attached | null;
}

/**
 * For each judgement that its author replaced by a newer one on the same things, the newer one. Newer is
 * what was said later, and of one moment what stands later in the files.
 */
export function findReplaced<J extends PairJudgement | NameJudgement>(
  attached: readonly AttachedJudgement<J>[],
): ReadonlyMap<J, J> {
  const replaced = new Map<J, J>();
  const latest = new Map<string, J>();
  const ordered = [...attached].sort((x, y) => byTime(x.judgement, y.judgement));
  for (const one of ordered) {
    const { judgement } = one;
    for (const key of keysOf(one)) {
      const before = latest.get(key);
      if (before !== undefined && before !== judgement) replaced.set(before, judgement);
      latest.set(key, judgement);
    }
  }
  return replaced;
}

/** By moment, and of one moment by place in the files. */
export function byTime(x: Judgement, y: Judgement): number {
  return Date.parse(x.at) - Date.parse(y.at) || compareSources(x.source, y.source);
}

function keysOf({ judgement, a, b }: AttachedJudgement): readonly string[] {
  const left = keysOfSide(judgement.a, a);
  if (judgement.verdict === "name" || b === null) {
    return left.map((key) => JSON.stringify([judgement.by, key]));
  }
  const right = keysOfSide(judgement.b, b);
  return left.flatMap((one) =>
    right.map((other) => JSON.stringify([judgement.by, ...[one, other].sort()])),
  );
}

/** What a side is known by: the things it is, and for one that was not found where it was seen. */
function keysOfSide(thing: JudgedThing, attached: Attached): readonly string[] {
  if (attached.kind === "things") return attached.members;
  if (typeof thing === "string") return [thing];
  const [first] = thing.seen;
  return [JSON.stringify([thing.type, foldName(thing.name), first?.path, first?.quote])];
}
