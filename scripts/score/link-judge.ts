import type { CaseBuild } from "@redthread/core/build";
import type { GraphReader } from "@redthread/core/graph";
import {
  bestOf,
  Gold,
  type GoldFile,
  isRelation,
  type ToldReport,
  toldIn,
  type Verdict,
} from "./gold.js";
import { Judge } from "./judge.js";
import type { MeasuredOn } from "./sets.js";

/** Judges the relationships of a case, each by the gold of the report that it quotes first. */
export class LinkJudge {
  readonly #built: CaseBuild;
  readonly #gold: ReadonlyMap<string, unknown>;
  readonly #judges = new Map<string, { readonly told: ToldReport; readonly judge: Judge } | null>();

  constructor(built: CaseBuild, { reports }: MeasuredOn) {
    this.#built = built;
    this.#gold = new Map(reports.map(({ path, gold }) => [path, gold]));
  }

  /** The verdict on a relationship by its slot; open where its report has no gold. */
  judge(relationship: number): Verdict {
    const { graph } = this.#built;
    const [span = ""] = graph.relationshipProperty(relationship, "spans") as readonly string[];
    const quoted = this.#judgeOf(span.slice(0, span.lastIndexOf(":")));
    if (quoted === null) return "open";
    const type = graph.typeOf(relationship);
    const ends = [graph.startOf(relationship), graph.endOf(relationship)].map((node) =>
      String(graph.nodeProperty(node, "id")),
    );
    const claims = quoted.told.claims
      .filter(isRelation)
      .filter(
        ({ type: of, subject, object }) =>
          of === type && ends.includes(subject) && ends.includes(object) && subject !== object,
      );
    return bestOf(claims.map((claim) => quoted.judge.judge(claim)));
  }

  #judgeOf(document: string) {
    const known = this.#judges.get(document);
    if (known !== undefined) return known;
    const found = this.#built.documents.find((one) => one.document.id === document);
    const gold = found?.paths.map((path) => this.#gold.get(path)).find((one) => one !== undefined);
    const told = toldIn(this.#built, document);
    const made =
      gold === undefined ? null : { told, judge: new Judge(new Gold(gold as GoldFile), told) };
    this.#judges.set(document, made);
    return made;
  }
}

/** The confidence of a relationship by its slot, or one of its parts. */
export function confidenceOf(
  graph: GraphReader,
  relationship: number,
  part: "confidence" | "confidenceRule" = "confidence",
): number {
  const value: unknown = graph.relationshipProperty(relationship, part);
  return typeof value === "object" && value !== null && "value" in value
    ? Number(value.value)
    : Number(value);
}
