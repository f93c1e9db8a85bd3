// Every figure that reports give for one thing, side by side. One is shown: that of the latest
// correction, an exact one before a bound, the one with most origins. The others stay beside it as
// lists that a query can ask, so that nothing is overwritten and no sum counts one event twice.
import { Float } from "../graph/property-value.js";
import type { Claim } from "../model/claim.js";
import { judgeAll, type Telling, type Verdict } from "../model/figure-verdict.js";
import { boundsOf, type Figure, type FigureGroup, isExact } from "../model/figures.js";
import { compareText } from "../text/compare.js";
import {
  type CaseContext,
  countSources,
  isTakenBack,
  jointConfidence,
  nameSources,
} from "./case-context.js";
import type { PropertyList } from "./graph-draft.js";

/** The group that is shown, by the rule above; the least figure of equals. */
export function chooseGroup<T extends Claim>(
  groups: readonly FigureGroup<T>[],
  context: CaseContext,
): FigureGroup<T> | undefined {
  return [...groups].sort(
    (a, b) =>
      compareText(
        correctionOf(b.claims, groups, context),
        correctionOf(a.claims, groups, context),
      ) ||
      Number(isExact(b.told)) - Number(isExact(a.told)) ||
      countSources(b.claims, context) - countSources(a.claims, context) ||
      jointConfidence(b.claims, context) - jointConfidence(a.claims, context) ||
      boundsOf(a.told).low - boundsOf(b.told).low,
  )[0];
}

/**
 * The day of the latest report of a group that puts right one that tells it otherwise; empty for none. A
 * report that gives the same figure as the one it corrects put something else right.
 */
function correctionOf(
  claims: readonly Claim[],
  groups: readonly FigureGroup<Claim>[],
  { takenBack, documents }: CaseContext,
): string {
  const own = new Set(claims.map(({ document }) => document));
  const correcting = new Set(
    groups
      .flatMap((group) => group.claims.map(({ document }) => document))
      .filter((document) => !own.has(document))
      .flatMap((document) => takenBack.correctedBy(document)),
  );
  const days = claims.flatMap(({ document }) =>
    correcting.has(document) ? [documents.get(document)?.document.date?.value ?? "0"] : [],
  );
  return days.sort().at(-1) ?? "";
}

/** What became of a telling. */
type Standing = "shown" | "told" | "corrected" | "withdrawn";

/** One figure as some claims give it in one form. */
interface Told {
  readonly figure: Figure;
  readonly words: string;
  readonly claims: readonly Claim[];
  readonly standing: Standing;
}

/** How figures of one question are read and worded. */
export interface FigureForm<T extends Claim> {
  readonly read: (claim: T) => Figure<T>;
  readonly words: (claim: T) => string;
  readonly dimension: (claim: T) => string;
}

/** Figures told for one question: what is shown, and what is made of the others. */
export interface JudgedTellings {
  /** Empty where all reports give one figure in one form. */
  readonly properties: PropertyList;
  readonly verdict: Verdict;
  /** A sentence where a report puts another right, else null. */
  readonly correction: string | null;
}

/**
 * The tellings of one question as parallel lists `told`, `toldValues`, `toldBy`, `toldOn`,
 * `toldStanding`, the shown one first, with the verdict on those that stand; each name with `prefix`.
 */
export function judgeTellings<T extends Claim>(
  claims: readonly T[],
  shown: readonly T[],
  { form, prefix }: { readonly form: FigureForm<T>; readonly prefix: string },
  context: CaseContext,
): JudgedTellings {
  const told = listTold(claims, shown, form, context);
  const standing = told.filter((one) => one.standing === "shown" || one.standing === "told");
  const verdict = judgeAll(standing.map((one) => tellingOf(one, form)));
  const corrected = told.filter((one) => one.standing === "corrected");
  const [first] = told;
  if (told.length < 2 || first === undefined) return { properties: [], verdict, correction: null };
  const name = (key: string): string =>
    prefix === "" ? key : `${prefix}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
  return {
    properties: [
      [name("told"), told.map(({ words }) => words)],
      [name("toldValues"), told.map(({ figure }) => new Float(figureValue(figure)))],
      [name("toldBy"), told.map((one) => nameSources(one.claims, context))],
      [name("toldOn"), told.map((one) => daysOf(one.claims, context).at(-1) ?? "")],
      [name("toldStanding"), told.map((one) => one.standing)],
      [name("verdict"), verdict],
    ],
    verdict,
    correction:
      corrected.length === 0
        ? null
        : `${tell(first, context)}, not ${corrected.map((one) => tell(one, context)).join(" or ")}`,
  };
}

const tellingOf = <T extends Claim>({ figure, claims }: Told, form: FigureForm<T>): Telling => {
  const [claim] = claims as readonly T[];
  return { figure, dimension: claim === undefined ? "" : form.dimension(claim), period: "" };
};

const tell = ({ words, claims }: Told, context: CaseContext): string =>
  `${words} (${nameSources(claims, context)})`;

const figureValue = ({ value, low, high }: Figure): number => value ?? low ?? high ?? 0;

function daysOf(claims: readonly Claim[], { documents }: CaseContext): readonly string[] {
  return claims
    .flatMap(({ document }) => documents.get(document)?.document.date?.value ?? [])
    .sort();
}

const ORDER: readonly Standing[] = ["shown", "told", "corrected", "withdrawn"];

/** Each figure in each form once, the shown one first, the rest by what became of them and size. */
function listTold<T extends Claim>(
  claims: readonly T[],
  shown: readonly T[],
  form: FigureForm<T>,
  context: CaseContext,
): readonly Told[] {
  const isGone = claims.every((claim) => isTakenBack(claim, context));
  const documents = new Set(claims.map(({ document }) => document));
  const standingFor = (claim: T): Standing => {
    if (!isGone && isTakenBack(claim, context)) return "withdrawn";
    if (shown.includes(claim)) return "shown";
    const by = context.takenBack.correctedBy(claim.document);
    return by.some((one) => documents.has(one)) ? "corrected" : "told";
  };
  const byForm = new Map<string, T[]>();
  for (const claim of claims) {
    const key = `${standingFor(claim)}\n${form.words(claim)}`;
    byForm.set(key, [...(byForm.get(key) ?? []), claim]);
  }
  return [...byForm]
    .flatMap(([, told]) => {
      const [claim] = told;
      if (claim === undefined) return [];
      const figure = form.read(claim);
      return [{ figure, words: form.words(claim), claims: told, standing: standingFor(claim) }];
    })
    .sort(
      (a, b) =>
        ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) ||
        Number(isExact(b.figure)) - Number(isExact(a.figure)) ||
        figureValue(a.figure) - figureValue(b.figure) ||
        compareText(a.words, b.words),
    );
}
