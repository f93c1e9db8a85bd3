import type { Claim, RelationClaim } from "@redthread/core/model";
import {
  bestOf,
  type Gold,
  isRelation,
  type ToldReport,
  type ToldThing,
  type Verdict,
} from "./gold.js";
import { OperationJudge } from "./gold-operations.js";

/** What a leg of a route says of the goods that travel along it. */
const LEGS: Readonly<Record<string, string>> = {
  FROM: "SMUGGLED_FROM",
  VIA: "SMUGGLED_VIA",
  TO: "SMUGGLED_TO",
};

/** Judges the claims of one report by its gold file. */
export class Judge {
  readonly #gold: Gold;
  readonly #told: ToldReport;
  readonly #operations: OperationJudge;

  constructor(gold: Gold, told: ToldReport) {
    this.#gold = gold;
    this.#told = told;
    this.#operations = new OperationJudge(gold, told);
  }

  judge(claim: Claim): Verdict {
    if (!isRelation(claim)) return this.#property(claim);
    if (LEGS[claim.type] !== undefined || claim.type === "OF") return this.#route(claim);
    const action = this.#operations.actionOf(claim);
    if (claim.type === "FOUND_IN")
      return action === null ? "open" : this.#operations.took(action, this.#goodsOf(claim.subject));
    if (action !== null) return this.#operations.judge(claim, action);
    const [from, to] = this.#ends(claim);
    if (from === undefined || to === undefined) return "open";
    if (claim.type === "REPORTED") return this.#figure(claim.object, from);
    return this.#gold.relation(claim.type, from, to);
  }

  #ends({ subject, object }: RelationClaim): readonly (ToldThing | undefined)[] {
    return [this.#told.things.get(subject), this.#told.things.get(object)];
  }

  #property(claim: Claim & { readonly kind: "property" }): Verdict {
    const action = this.#operations.actionOf(claim);
    if (action !== null) return this.#operations.judge(claim, action);
    const isFigure = this.#told.things.get(claim.subject)?.type === "Statistic";
    return isFigure && claim.property === "value"
      ? this.#gold.statistic(Number(claim.value), null)
      : "open";
  }

  #figure(statistic: string, teller: ToldThing): Verdict {
    const value = this.#told.claims.find(
      (one) => one.kind === "property" && one.subject === statistic && one.property === "value",
    );
    return value?.kind === "property" ? this.#gold.statistic(Number(value.value), teller) : "open";
  }

  /** A route is right where one of its legs is: its node has no counterpart in the gold. */
  #route({ type, subject, object }: RelationClaim): Verdict {
    const legs = this.#relationsOf(subject).filter(
      (one) => LEGS[one.type] !== undefined && (type === "OF" || one.object === object),
    );
    const goods = type === "OF" ? [this.#told.things.get(object)] : this.#goodsOf(subject);
    return bestOf(
      legs.flatMap((leg) =>
        goods.map((one) => {
          const place = this.#told.things.get(leg.object);
          const moved = LEGS[leg.type];
          return one === undefined || place === undefined || moved === undefined
            ? "open"
            : this.#gold.relation(moved, one, place);
        }),
      ),
    );
  }

  #relationsOf(subject: string): readonly RelationClaim[] {
    return this.#told.claims.filter(isRelation).filter((claim) => claim.subject === subject);
  }

  #goodsOf(route: string): readonly ToldThing[] {
    return this.#relationsOf(route)
      .filter((claim) => claim.type === "OF")
      .flatMap((claim) => this.#told.things.get(claim.object) ?? []);
  }
}
