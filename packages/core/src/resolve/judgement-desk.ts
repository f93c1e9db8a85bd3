// Where people's judgements meet a resolution: they are found again in the reports, heard when profiles
// are united, and each is told what became of it.
import type { DocumentEntity } from "../model/document-entity.js";
import type { Entity } from "../model/entity.js";
import type { Judgement, JudgementOutcome, PairJudgement } from "../model/judgement.js";
import { compareText } from "../text/compare.js";
import type { ScoredPair } from "./compare/comparison.js";
import type { Profile } from "./identify/profile.js";
import type { Attached, Attacher } from "./judge/attach-thing.js";
import { describeThings } from "./judge/describe-things.js";
import {
  type AttachedPair,
  findJudgedLinks,
  type JudgedLink,
  type LinkVerdict,
  partProfiles,
  type Side,
} from "./judge/judged-links.js";
import { findReplaced } from "./judge/replace-older.js";
import {
  type OutcomeBook,
  tellChain,
  tellLine,
  tellMissing,
  tellThings,
  thingName,
} from "./judge/tell-outcomes.js";

/** Pairs that come of other judgements than pairs, such as the parts of a split. */
export interface JudgedCase {
  readonly judgements: readonly Judgement[];
  readonly further: readonly AttachedPair[];
  readonly attacher: Attacher;
  readonly book: OutcomeBook;
}

/** Answers for the judgements during one resolution. */
export class JudgementDesk {
  readonly #attacher: Attacher;
  readonly #book: OutcomeBook;
  readonly #pairs: readonly AttachedPair[];
  readonly #decided = new Set<AttachedPair>();

  constructor({ judgements, further, attacher, book }: JudgedCase) {
    this.#book = book;
    this.#attacher = attacher;
    // In an order of their content, so that the order of lines changes nothing.
    this.#pairs = [...this.#attach(judgements.filter(isPair)), ...further]
      .map((pair) => [contentOf(pair), pair] as const)
      .sort(([x], [y]) => compareText(x, y))
      .map(([, pair]) => pair);
  }

  /** Profiles as people part them, with the pairs that unite again what nobody holds apart. */
  part(profiles: readonly Profile[]): {
    readonly profiles: readonly Profile[];
    readonly pairs: readonly ScoredPair[];
  } {
    const { profiles: all, parted } = partProfiles(profiles, this.#pairs);
    return {
      profiles: all,
      pairs: parted.map((pair) => ({ ...pair, score: 1, reasons: ["same name"] })),
    };
  }

  linksOf(profiles: readonly Profile[]): readonly JudgedLink[] {
    return findJudgedLinks(profiles, this.#pairs);
  }

  /** What became of the links of some profiles. */
  note(verdicts: ReadonlyMap<JudgedLink, LinkVerdict>): void {
    for (const [link, verdict] of verdicts) {
      const { judgement } = link.pair;
      this.#decided.add(link.pair);
      if (verdict.kind === "holds") this.#book.tell(judgement, "holds", "is followed");
      else if (verdict.kind === "disputed") this.dispute(link.pair, tellChain(verdict.chain));
      else
        this.#askThings(
          judgement,
          verdict.side,
          verdict.things.flatMap((set) => set.flatMap((one) => one.members)),
        );
      if (verdict.kind !== "several") this.#anchor(link);
    }
  }

  /** Pairs of which no step of the resolution had both sides: of two types, or of nothing. */
  get undecided(): readonly AttachedPair[] {
    return this.#pairs.filter((pair) => !this.#decided.has(pair));
  }

  get pairs(): readonly AttachedPair[] {
    return this.#pairs;
  }

  hold(pair: AttachedPair): void {
    this.#decided.add(pair);
    this.#book.tell(pair.judgement, "holds", "is followed");
  }

  /** A pair whose one thing may not have some claims that reports tell of it under its other type. */
  withdraw(pair: AttachedPair, claims: readonly string[]): void {
    if (claims.length > 0) this.#book.withdraw(pair.judgement, claims);
  }

  /** Types under which reports tell of an entity, sorted. */
  typesOf({ members }: Entity): readonly string[] {
    return [...new Set(members.flatMap((id) => this.#attacher.entity(id)?.type ?? []))].sort();
  }

  dispute(pair: AttachedPair, chain: string): void {
    this.#decided.add(pair);
    const isApart = pair.verdict === "different";
    const what = isApart ? "is followed, though others say otherwise" : "is not followed";
    this.#book.tell(pair.judgement, "disputed", `${what}: ${chain}`);
  }

  /** @param side null where no choice among the things settles it */
  ask(pair: AttachedPair, side: "a" | "b" | null, entities: readonly Entity[]): void {
    this.#decided.add(pair);
    const ids = entities.flatMap((entity) => entity.members);
    this.#askThings(
      pair.judgement,
      side,
      ids.flatMap((id) => this.#attacher.entity(id) ?? []),
    );
  }

  /** A pair with an id that nothing has: what bears its name is told. */
  wait(pair: AttachedPair, side: "a" | "b"): void {
    this.#decided.add(pair);
    const missing = pair[side];
    const id = missing.kind === "id" ? missing.id : "";
    tellMissing(pair.judgement, { side, id }, this.#attacher, this.#book);
  }

  outcomes(): readonly JudgementOutcome[] {
    return this.#book.all();
  }

  #attach(judgements: readonly PairJudgement[]): readonly AttachedPair[] {
    const attached = judgements.map((judgement) => ({
      judgement,
      a: this.#attacher.thing(judgement.a),
      b: this.#attacher.thing(judgement.b),
    }));
    const replaced = findReplaced(attached);
    return attached.flatMap(({ judgement, a, b }): readonly AttachedPair[] => {
      const newer = replaced.get(judgement);
      if (newer !== undefined) {
        this.#book.tell(judgement, "replaced", `gave way to a newer line: ${tellLine(newer)}`);
        return [];
      }
      if (!this.#isFound(judgement, "a", a) || !this.#isFound(judgement, "b", b)) return [];
      if (!isSide(a) || !isSide(b)) return [];
      return this.#pairOf(judgement, a, b);
    });
  }

  #pairOf(judgement: PairJudgement, a: Side, b: Side): readonly AttachedPair[] {
    const { verdict } = judgement;
    if (a.kind === "id" || b.kind === "id") return [{ verdict, judgement, a, b }];
    const common = b.members.filter((member) => a.members.includes(member));
    if (common.length === 0) return [{ verdict, judgement, a, b }];
    const rest = b.members.filter((member) => !common.includes(member));
    if (verdict === "same" && rest.length > 0) {
      return [{ verdict, judgement, a, b: { kind: "things", members: rest } }];
    }
    this.#tellCommon(
      judgement,
      common.flatMap((id) => this.#attacher.entity(id) ?? []),
    );
    return [];
  }

  #isFound(judgement: PairJudgement, side: "a" | "b", attached: Attached): boolean {
    if (attached.kind === "several") {
      const what = `\`${thingName(judgement[side])}\` was not found where it was seen, or stands there for several things: `;
      this.#book.ask(judgement, `${what}${tellThings(attached.fits, this.#attacher)}`, {
        side,
        fits: idsOf(attached.fits),
      });
    } else if (attached.kind === "nothing") {
      const name = thingName(judgement[side]);
      this.#book.tell(judgement, "waits", `no report tells of \`${name}\` any more`);
    }
    return isSide(attached);
  }

  #tellCommon(judgement: PairJudgement, common: readonly DocumentEntity[]): void {
    const things = tellThings(common, this.#attacher);
    if (judgement.verdict === "same") this.#book.tell(judgement, "holds", "is read as one thing");
    else {
      const says = `both sides are read as one thing, ${things}; \`split\` says which mentions are another`;
      this.#book.tell(judgement, "asked", says);
    }
  }

  #askThings(
    judgement: Judgement,
    side: "a" | "b" | null,
    things: readonly DocumentEntity[],
  ): void {
    const says = `fits several things and was applied to none: ${tellThings(things, this.#attacher)}`;
    // A split says itself which mentions are of another thing.
    if (side !== null && isPair(judgement))
      this.#book.ask(judgement, says, { side, fits: idsOf(things) });
    else this.#book.tell(judgement, "asked", says);
  }

  /** Ids alone are remembered as what they stand for. */
  #anchor({ pair: { judgement }, a, b }: JudgedLink): void {
    if (!isPair(judgement)) return;
    for (const [key, thing, profiles] of [
      ["a", judgement.a, a],
      ["b", judgement.b, b],
    ] as const) {
      if (typeof thing !== "string") continue;
      const members = profiles.flatMap((profile) => profile.members);
      const seen = describeThings(members, this.#attacher.extraction, members[0]?.name ?? thing);
      if (seen !== null) this.#book.anchor(judgement, { [key]: { id: thing, ...seen } });
    }
  }
}

const idsOf = (things: readonly DocumentEntity[]): readonly string[] => things.map(({ id }) => id);

const isPair = (judgement: Judgement): judgement is PairJudgement =>
  judgement.verdict === "same" ||
  judgement.verdict === "different" ||
  judgement.verdict === "unsure";

function contentOf({ verdict, judgement: { by, at, why }, a, b }: AttachedPair): string {
  const sides = [a, b].map((side) => (side.kind === "id" ? side.id : side.members.join(" ")));
  return JSON.stringify([sides.sort(), verdict, by, at, why]);
}

const isSide = (attached: Attached): attached is Side =>
  attached.kind === "things" || attached.kind === "id";
