import type { Judgement, JudgementOutcome, JudgementSource } from "../../model/judgement.js";
import { compareText } from "../../text/compare.js";
import type { JudgementLines, UndoLine, WrittenJudgement } from "../judgements.js";

/** What people's files come to before any report is looked at. */
export interface LinesInForce {
  readonly judgements: readonly Judgement[];
  /** Lines that ask nothing of the graph: unreadable, taken back, repeated, and those that take back. */
  readonly others: readonly JudgementOutcome[];
}

/**
 * The judgements that were not taken back, each once. Only who wrote a line takes it back, and a line
 * that takes back may be taken back itself.
 */
export function linesInForce({ written, undone, faulty }: JudgementLines): LinesInForce {
  const undoneBy = new Map<string, UndoLine[]>();
  for (const line of undone) undoneBy.set(line.of, [...(undoneBy.get(line.of) ?? []), line]);
  const takenBack = (id: string, by: string): UndoLine | undefined =>
    undoneBy.get(id)?.find((line) => line.by === by && takenBack(line.id, by) === undefined);
  const first = new Map<string, JudgementSource>();
  const judgements: Judgement[] = [];
  const others: JudgementOutcome[] = [...faulty];
  for (const { id, judgement } of [...written].sort(bySource)) {
    const { source = NOWHERE } = judgement;
    const undo = takenBack(id, judgement.by);
    const before = first.get(id);
    if (undo !== undefined) {
      const says = `was taken back by line ${undo.source.line} of ${undo.source.file}`;
      others.push({ status: "undone", source, judgement, says });
    } else if (before !== undefined) {
      const says = `repeats line ${before.line} of ${before.file}`;
      others.push({ status: "replaced", source, judgement, says });
    } else judgements.push(judgement);
    if (before === undefined) first.set(id, source);
  }
  return {
    judgements,
    others: [...others, ...undone.map((line) => tellUndo(line, written, undone))],
  };
}

const NOWHERE: JudgementSource = { file: "", line: 0 };

function tellUndo(
  line: UndoLine,
  written: readonly WrittenJudgement[],
  undone: readonly UndoLine[],
): JudgementOutcome {
  const { source, of, by } = line;
  const authors = [
    ...written.filter(({ id }) => id === of).map(({ judgement }) => judgement.by),
    ...undone.filter(({ id }) => id === of).map((one) => one.by),
  ];
  const tell = (status: JudgementOutcome["status"], says: string): JudgementOutcome => ({
    status,
    source,
    judgement: null,
    says,
  });
  if (authors.length === 0)
    return tell("waits", `takes back the line \`${of}\`, which no file holds`);
  if (!authors.includes(by)) {
    return tell("disputed", `takes back a line of ${authors[0] ?? ""}, who alone may do that`);
  }
  return tell("undone", "takes a line back");
}

const bySource = (x: WrittenJudgement, y: WrittenJudgement): number =>
  compareSources(x.judgement.source, y.judgement.source);

/** Order of the places of two lines. */
export function compareSources(
  x: JudgementSource | undefined,
  y: JudgementSource | undefined,
): number {
  return compareText(x?.file ?? "", y?.file ?? "") || (x?.line ?? 0) - (y?.line ?? 0);
}
