// Actions of a report against those of its gold file: each is paired with the one it shares most slots
// with, and a slot is right when its pair has it.
import type { Claim, ClaimValue } from "@redthread/core/model";
import {
  type Gold,
  type GoldHaul,
  type GoldOperation,
  isNear,
  isRelation,
  type ToldReport,
  type ToldThing,
  type Verdict,
} from "./gold.js";
import { meets, nameKeys } from "./gold-names.js";

/** Slots of an action by the relation that fills each. */
const SLOTS = {
  CONDUCTED: "agencies",
  SUPPORTED: "partners",
  TOOK_PLACE_IN: "places",
} as const;

const isSlot = (type: string): type is keyof typeof SLOTS => Object.hasOwn(SLOTS, type);

/** Whether a claim about an action is right, by the gold action that it is paired with. */
export class OperationJudge {
  readonly #gold: Gold;
  readonly #told: ToldReport;
  readonly #pairs: ReadonlyMap<string, GoldOperation>;

  constructor(gold: Gold, told: ToldReport) {
    this.#gold = gold;
    this.#told = told;
    this.#pairs = this.#pair();
  }

  /** The action a claim is about, or null where it is about none. */
  actionOf(claim: Claim): string | null {
    const ends = isRelation(claim) ? [claim.subject, claim.object] : [claim.subject];
    return ends.find((id) => this.#told.things.get(id)?.type === "Operation") ?? null;
  }

  judge(claim: Claim, action: string): Verdict {
    const gold = this.#pairs.get(action);
    if (gold === undefined) return "wrong";
    return gold.optional === true ? "open" : this.#slot(claim, gold);
  }

  /** Whether an action took some goods, by its pair. */
  took(action: string, goods: readonly ToldThing[]): Verdict {
    const gold = this.#pairs.get(action);
    if (gold === undefined) return "wrong";
    const hauls = [...(gold.seized ?? []), ...(gold.seized_accept ?? [])];
    return goods.some((one) => hauls.some((haul) => this.#isOf(haul, one))) ? "right" : "wrong";
  }

  #slot(claim: Claim, gold: GoldOperation): Verdict {
    if (!isRelation(claim)) return this.#value(claim.property, claim.value, gold);
    const { type } = claim;
    const end = this.#told.things.get(isSlotSubject(type) ? claim.subject : claim.object);
    if (end === undefined) return "open";
    if (isSlot(type)) {
      const slot = SLOTS[type];
      return this.#named(end, gold[slot] ?? [], gold[`${slot}_accept`] ?? []);
    }
    if (type === "TARGETED") return this.#targeted(end, gold);
    if (type === "SEIZED") return this.#seized(end, claim.qualifiers, gold);
    return "open";
  }

  #value(property: string, value: ClaimValue, gold: GoldOperation): Verdict {
    switch (property) {
      case "kind":
        if (gold.kind === value) return "right";
        return gold.kind_accept?.includes(String(value)) === true ? "open" : "wrong";
      case "date": {
        const meetsDate = (date: string | null) => date !== null && isSameTime(date, String(value));
        if (meetsDate(gold.date)) return "right";
        return gold.date_accept?.some(meetsDate) === true ? "open" : "wrong";
      }
      case "arrested":
      case "killed": {
        const told = gold[property];
        if (told != null && isNear(told, Number(value))) return "right";
        const also = gold[`${property}_accept`] ?? [];
        return also.some((one) => isNear(one, Number(value))) ? "open" : "wrong";
      }
      default:
        return "open";
    }
  }

  #named(end: ToldThing, want: readonly string[], also: readonly string[]): Verdict {
    const has = (names: readonly string[]) =>
      names.some((name) => name !== "unnamed" && meets(this.#gold.keysOf(name), end.keys));
    if (has(want)) return "right";
    return has(also) ? "open" : "wrong";
  }

  #targeted(end: ToldThing, gold: GoldOperation): Verdict {
    if (end.type !== "Network") {
      const people = gold.persons;
      if (people === undefined) return "open";
      return people.some((one) => meets(this.#gold.keysOf(one.name), end.keys)) ? "right" : "wrong";
    }
    if (!end.isUnnamed) return this.#named(end, gold.networks ?? [], gold.networks_accept ?? []);
    if (gold.networks?.includes("unnamed") === true) return "right";
    return gold.networks_accept?.includes("unnamed") === true ? "open" : "wrong";
  }

  #seized(
    goods: ToldThing,
    qualifiers: Readonly<Record<string, ClaimValue | null>>,
    gold: GoldOperation,
  ): Verdict {
    const { amount = null, unit = null } = qualifiers;
    const fits = (haul: GoldHaul): boolean =>
      this.#isOf(haul, goods) &&
      (haul.amount == null
        ? amount === null
        : isNear(haul.amount, Number(amount)) && (haul.unit ?? null) === unit);
    if ((gold.seized ?? []).some(fits)) return "right";
    return (gold.seized_accept ?? []).some((haul) => this.#isOf(haul, goods)) ? "open" : "wrong";
  }

  #isOf({ drug }: GoldHaul, goods: ToldThing): boolean {
    return (
      meets(nameKeys("Drug", [drug]), goods.keys) || meets(this.#gold.keysOf(drug), goods.keys)
    );
  }

  /** Actions paired with gold ones, the pairs that share most first; two shared slots at least, one that tells. */
  #pair(): ReadonlyMap<string, GoldOperation> {
    const byAction = new Map<string, Claim[]>();
    for (const claim of this.#told.claims) {
      const action = this.actionOf(claim);
      if (action !== null) byAction.set(action, [...(byAction.get(action) ?? []), claim]);
    }
    const scored = [...byAction].flatMap(([action, claims]) =>
      (this.#gold.file.operations ?? []).map((gold) => ({
        action,
        gold,
        ...this.#shared(claims, gold),
      })),
    );
    const pairs = new Map<string, GoldOperation>();
    const taken = new Set<GoldOperation>();
    for (const { action, gold, hits, tells } of scored.sort((a, b) => b.hits - a.hits)) {
      if (hits < 2 || !tells || pairs.has(action) || taken.has(gold)) continue;
      pairs.set(action, gold);
      taken.add(gold);
    }
    return pairs;
  }

  #shared(claims: readonly Claim[], gold: GoldOperation) {
    let hits = 0;
    let tells = false;
    for (const claim of claims) {
      const worth = { right: 1, open: 0.5, wrong: 0 }[this.#slot(claim, gold)];
      const isSlotClaim = isRelation(claim) || KNOWN_VALUES.has(claim.property);
      if (!isSlotClaim || worth === 0) continue;
      hits += worth;
      tells ||= isRelation(claim) || claim.property === "arrested" || claim.property === "killed";
    }
    return { hits, tells };
  }
}

const KNOWN_VALUES: ReadonlySet<string> = new Set(["kind", "date", "arrested", "killed"]);

const isSlotSubject = (type: string): boolean => type === "CONDUCTED" || type === "SUPPORTED";

/** A day lies in its month and its year. */
const isSameTime = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
