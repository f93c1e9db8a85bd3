import type { JudgementOutcome, PairJudgement } from "@redthread/core/model";
import {
  bytesOf,
  drawJudgements,
  drawReport,
  drawReports,
  type InventedReport,
  type JudgedWorld,
  judgeWorld,
  lineOf,
  type Random,
  undoOf,
  withCommas,
} from "./judged-world.js";

/** What a drawn world breaks, as sentences; empty where every law holds. */
export function brokenLaws(random: Random): readonly string[] {
  const reports = drawReports(random);
  const judgements = drawJudgements(random, reports);
  const lines = judgements.map(lineOf);
  const world = judgeWorld(reports, lines);
  const drawn: Drawn = { reports, judgements, lines, world, random };
  return LAWS.flatMap(([law, check]) => (check(drawn) ? [] : [law]));
}

interface Drawn {
  readonly reports: readonly InventedReport[];
  readonly judgements: readonly PairJudgement[];
  readonly lines: readonly string[];
  readonly world: JudgedWorld;
  readonly random: Random;
}

const LAWS: readonly (readonly [law: string, check: (drawn: Drawn) => boolean])[] = [
  [
    "the order of lines changes nothing",
    ({ reports, lines, world, random }) => {
      const other = judgeWorld(reports, shuffled(lines, random));
      return bytesOf(other) === bytesOf(world) && statusesOf(other) === statusesOf(world);
    },
  ],
  [
    "the order of reports changes nothing",
    ({ reports, lines, world, random }) =>
      bytesOf(judgeWorld(shuffled(reports, random), lines)) === bytesOf(world),
  ],
  [
    "a line that is repeated counts once",
    ({ reports, lines, world }) =>
      bytesOf(judgeWorld(reports, [...lines, ...lines])) === bytesOf(world),
  ],
  [
    "every line is told once, with one status",
    ({ reports, lines, random }) => {
      const faulty = ["{", "<<<<<<< mine", '{"verdict":"twins"}'].filter(() => random() < 0.5);
      const all = [...lines, ...faulty, ...lines.slice(0, 1)];
      const { outcomes } = judgeWorld(reports, all);
      const told = outcomes.map(({ source }) => source.line).sort((x, y) => x - y);
      const unreadable = outcomes.filter(({ status }) => status === "faulty").length;
      return told.join() === all.map((_, at) => at + 1).join() && unreadable === faulty.length;
    },
  ],
  [
    "what is the same by a judgement that holds is one thing",
    ({ world }) => world.outcomes.every((one) => isJoined(one, world)),
  ],
  [
    "what is different by anyone's word is two things",
    ({ world }) => world.outcomes.every((one) => isApart(one, world)),
  ],
  [
    "lines that are taken back leave the bytes as they were without them",
    ({ reports, judgements, random }) => {
      const kept = judgements.filter(() => random() < 0.5);
      const gone = judgements.filter((one) => !kept.includes(one));
      const before = judgeWorld(reports, kept.map(lineOf));
      const undone = shuffled([...judgements.map(lineOf), ...gone.map(undoOf)], random);
      return bytesOf(judgeWorld(reports, undone)) === bytesOf(before);
    },
  ],
  [
    "an edited or renamed report keeps every judgement",
    ({ reports, lines, world, random }) => {
      const edited = reports.map((one) => (random() < 0.5 ? withCommas(one) : one));
      const renamed = reports.map((one, at) =>
        random() < 0.5 ? { ...one, path: `n${at}.txt` } : one,
      );
      const other = judgeWorld(edited, lines);
      return (
        statusesOf(other) === statusesOf(world) &&
        other.outcomes.every((one) => isJoined(one, other) && isApart(one, other)) &&
        bytesOf(judgeWorld(renamed, lines)) === bytesOf(world)
      );
    },
  ],
  [
    "an added report loses no judgement that holds",
    ({ reports, lines, world, random }) => {
      const other = judgeWorld([...reports, drawReport(random, "added.txt")], lines);
      const gone: ReadonlySet<string> = new Set(["waits", "asked"]);
      return other.outcomes.every(
        (one) =>
          !gone.has(one.status) ||
          world.outcomes.some((before) => isSameLine(before, one) && gone.has(before.status)),
      );
    },
  ],
  [
    "a removed report takes no other report's judgement with it, and what waits is told",
    ({ reports, lines, random }) => {
      const gone = reports[Math.floor(random() * reports.length)]?.path ?? "";
      const other = judgeWorld(
        reports.filter(({ path }) => path !== gone),
        lines,
      );
      return other.outcomes.every((one) => {
        const isAbout = pathsOf(one).includes(gone);
        const isLost = one.status === "waits" || one.status === "asked";
        return isAbout || !isLost;
      });
    },
  ],
];

function shuffled<T>(all: readonly T[], random: Random): readonly T[] {
  return all
    .map((one) => [random(), one] as const)
    .sort(([x], [y]) => x - y)
    .map(([, one]) => one);
}

const statusesOf = ({ outcomes }: JudgedWorld): string =>
  outcomes
    .map(({ status, judgement }) => `${judgement === null ? "" : lineOf(judgement)} ${status}`)
    .sort()
    .join("\n");

const isSameLine = (x: JudgementOutcome, y: JudgementOutcome): boolean =>
  x.source.line === y.source.line;

function pathsOf({ judgement }: JudgementOutcome): readonly string[] {
  if (judgement === null || !("b" in judgement)) return [];
  return [judgement.a, judgement.b].flatMap((side) =>
    typeof side === "string" ? [] : side.seen.map(({ path }) => path),
  );
}

/** Ids of the entities that the two sides of a pair are. */
function entitiesOf({ judgement }: JudgementOutcome, world: JudgedWorld): readonly string[] {
  if (judgement === null || !("b" in judgement)) return [];
  return [judgement.a, judgement.b].flatMap((side) => {
    if (typeof side === "string") return [];
    const [sighting] = side.seen;
    // An edited report is another document at the same path.
    const { document } = world.extractions.find((one) => one.document.path === sighting?.path) ?? {
      document: null,
    };
    const member = `${document?.id ?? sighting?.document}#${side.type}:${side.name}`;
    return world.resolution.entities.flatMap(({ id, members }) =>
      members.includes(member) ? [id] : [],
    );
  });
}

function isJoined(outcome: JudgementOutcome, world: JudgedWorld): boolean {
  if (outcome.status !== "holds" || outcome.judgement?.verdict !== "same") return true;
  const [a, b] = entitiesOf(outcome, world);
  return a !== undefined && a === b;
}

function isApart(outcome: JudgementOutcome, world: JudgedWorld): boolean {
  if (outcome.judgement?.verdict !== "different") return true;
  if (outcome.status !== "holds" && outcome.status !== "disputed") return true;
  const [a, b] = entitiesOf(outcome, world);
  return a !== undefined && b !== undefined && a !== b;
}
