import type { DocumentEntity } from "../../model/document-entity.js";
import type {
  AskedSide,
  JudgedThing,
  Judgement,
  JudgementOutcome,
  JudgementSource,
  JudgementStatus,
} from "../../model/judgement.js";
import type { Attacher } from "./attach-thing.js";
import type { AttachedPair } from "./judged-links.js";
import { compareSources } from "./lines-in-force.js";

const NOWHERE: JudgementSource = { file: "", line: 0 };

/** Collects what becomes of each judgement; the graver of two things said of one stands. */
export interface OutcomeBook {
  readonly tell: (
    judgement: Judgement,
    status: JudgementStatus,
    says: string,
    withdraws?: readonly string[],
  ) => void;
  /** Tells that a side may be any of some things, one of which a person has to choose. */
  readonly ask: (judgement: Judgement, says: string, asks: AskedSide) => void;
  /** Adds claims that a judgement withdraws beside what is told of it. */
  readonly withdraw: (judgement: Judgement, claims: readonly string[]) => void;
  readonly anchor: (judgement: Judgement, anchors: JudgementOutcome["anchors"]) => void;
  /** In order of file and line. */
  readonly all: () => readonly JudgementOutcome[];
}

const GRAVITY: readonly JudgementStatus[] = [
  "holds",
  "replaced",
  "undone",
  "waits",
  "asked",
  "disputed",
  "faulty",
];

/** What was said first stands where both are as grave. */
const graverThan = (known: JudgementStatus, said: JudgementStatus): boolean =>
  GRAVITY.indexOf(known) >= GRAVITY.indexOf(said);

export function createOutcomeBook(): OutcomeBook {
  const book = new Map<Judgement, JudgementOutcome>();
  const anchored = new Map<Judgement, JudgementOutcome["anchors"]>();
  const put = (
    judgement: Judgement,
    told: Omit<JudgementOutcome, "source" | "judgement">,
  ): void => {
    const known = book.get(judgement);
    if (known !== undefined && graverThan(known.status, told.status)) return;
    const { source = NOWHERE } = judgement;
    const { status, says, ...more } = told;
    book.set(judgement, { status, source, judgement, says, ...more });
  };
  return {
    tell: (judgement, status, says, withdraws = []) => {
      const drawn = withdraws.length === 0 ? {} : { withdraws: [...new Set(withdraws)].sort() };
      put(judgement, { status, says, ...drawn });
    },
    ask: (judgement, says, asks) => put(judgement, { status: "asked", says, asks }),
    withdraw: (judgement, claims) => {
      const known = book.get(judgement);
      if (known === undefined) return;
      const all = [...new Set([...(known.withdraws ?? []), ...claims])].sort();
      book.set(judgement, { ...known, withdraws: all });
    },
    anchor: (judgement, anchors) => {
      anchored.set(judgement, { ...anchored.get(judgement), ...anchors });
    },
    all: () =>
      [...book]
        .map(([judgement, outcome]) => {
          const anchors = anchored.get(judgement);
          return anchors === undefined ? outcome : { ...outcome, anchors };
        })
        .sort((x, y) => compareSources(x.source, y.source)),
  };
}

/** A thing as a judgement names it. */
export const thingName = (thing: JudgedThing): string =>
  typeof thing === "string" ? thing : thing.name;

/** Things of reports in words, each with the report that it stands in. */
export function tellThings(things: readonly DocumentEntity[], attacher: Attacher): string {
  const told = things.map(({ name, document }) => {
    const path = attacher.extraction(document)?.document.path ?? document;
    return `${name} (${path})`;
  });
  const distinct = [...new Set(told)].sort();
  const shown = distinct.slice(0, MOST_TOLD).join(" and ");
  return distinct.length > MOST_TOLD ? `${shown} and ${distinct.length - MOST_TOLD} more` : shown;
}

const MOST_TOLD = 4;

/** Where a line stands, with who wrote it and what it says. */
export function tellLine({ by, verdict, source }: Judgement): string {
  const place = source === undefined ? "" : ` (line ${source.line} of ${source.file})`;
  return `${by} says ${verdict}${place}`;
}

/** A chain of judgements that lead from one thing to another. */
export function tellChain(chain: readonly { readonly pair: AttachedPair }[]): string {
  const told = chain.map(({ pair: { judgement } }) => {
    const [a, b] =
      "b" in judgement ? [judgement.a, judgement.b] : ["a" in judgement ? judgement.a : "", ""];
    return `${thingName(a)} and ${thingName(b)}: ${tellLine(judgement)}`;
  });
  return [...new Set(told)].join("; ");
}

/** Tells of a judgement about an id that nothing has: what bears its name is put before a person. */
export function tellMissing(
  judgement: Judgement,
  { side, id }: { readonly side: "a" | "b"; readonly id: string },
  attacher: Attacher,
  book: OutcomeBook,
): void {
  const fits = attacher.byIdName(id);
  if (fits.length === 0) {
    book.tell(judgement, "waits", `nothing in the reports has the id \`${id}\` or its name`);
  } else {
    const things = tellThings(fits, attacher);
    const says = `nothing has the id \`${id}\`; by its name it may be ${things}`;
    book.ask(judgement, says, { side, fits: fits.map((one) => one.id) });
  }
}
