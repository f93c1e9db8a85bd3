import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AccuracyData, ScoredFigures } from "../score/accuracy.js";

/** What each set is, in the order of the page; the real articles stand apart. */
const OWN: readonly (readonly [set: string, told: string])[] = [
  ["seeds", "seeds"],
  ["dev", "development reports"],
  ["prose", "written reports, seen"],
  ["prose-held", "written reports, held out"],
];

const REAL: readonly (readonly [set: string, told: string])[] = [
  ["real-seen", "real articles, seen"],
  ["real-held", "real articles, held out"],
];

/** The page of figures, from what `npm run score -- --accuracy --write` measured last. */
export function accuracyPage(root: string): string {
  const data = JSON.parse(
    readFileSync(join(root, "scripts/docs/accuracy.json"), "utf8"),
  ) as AccuracyData;
  return `# Accuracy

<!-- Made by \`npm run docs\` from scripts/docs/accuracy.json, which \`npm run score -- --accuracy --write\` measures. -->

How much of what reports say is read, and how much of what is read they say. Each report is built as a
case of its own, with no reader's judgement, and its graph compared with what its readers wrote down. A
figure is **F1**, and in brackets how many of a hundred told are right (precision) and how many of a
hundred that the report has are told (recall). What the readers left open counts neither way.

**Invented and real are apart**: the reports of the first table were written for this project. They flatter,
and do not say how an article is read that somebody else wrote.

## Invented reports

${tableOf(data, OWN)}

- *Seeds* are the five reports that the project began with, *development reports* those that the rules were
  made on: both are seen, and flatter.
- *Written reports* are of the kinds that news has, with invented names; half of them, drawn by a hash of
  their names, are *held out*: nobody who writes rules looks at them or at what goes wrong in them.

## Real articles

${data.sets["real-seen"] === undefined ? NOT_MEASURED : `${tableOf(data, REAL)}\n\n${REAL_TOLD}`}

## What the figures mean

- *entities*: things with their type, found by any of their names.
- *relations*: links between them; *that tell*: all but AGENCY_OF and LOCATED_IN, which anybody could say
  without the report.
- *operations*: actions that share most of their slots with one of the report; *slots*: kind, day, who did
  it and helped, place, group, people, goods and amounts.
- *ties*: who leads, supplies, owns, protects, fights or is kin to whom; *people in operations*: the named
  ones whom an action concerns; *their roles*: arrested, charged, convicted and so on, of those found.
- *statistics*: totals with value, unit and period; *doubt marked*: links found that are alleged, planned
  or denied in the report and are marked so.

A dash: the readers of that set wrote down none.

## What bands promise, and what they held

${calibrationOf(data)}
`;
}

const REAL_TOLD = `Press releases, news and court papers that others wrote, from all regions of the world. Their texts are kept
nowhere, only what their readers wrote down: \`npm run score -- --set real --texts DIR\` scores those whose text
is the one that was read. About a quarter, drawn by a hash of their names, is *held out* as above.`;

const NOT_MEASURED = `Not measured when this page was made: the texts of the real articles are kept nowhere, only what their
readers wrote down. \`npm run score -- --set real --texts DIR\` scores those whose text is the one that was read,
says how many of them there are, and fails under eight in ten.`;

function tableOf(data: AccuracyData, sets: readonly (readonly [string, string])[]): string {
  const shown = sets.flatMap(([set, told]) => {
    const figures = data.sets[set];
    return figures === undefined ? [] : [{ told, figures }];
  });
  const names = [...new Set(shown.flatMap(({ figures }) => Object.keys(figures.scores)))];
  return [
    `| | ${shown.map(({ told, figures }) => `${told} (${figures.reports})`).join(" | ")} |`,
    `|---|${shown.map(() => "---|").join("")}`,
    ...names.map(
      (name) => `| ${name} | ${shown.map(({ figures }) => cellOf(figures, name)).join(" | ")} |`,
    ),
  ].join("\n");
}

function cellOf({ scores }: ScoredFigures, name: string): string {
  const figure = scores[name];
  if (figure === undefined || figure.gold === 0) return "–";
  const { f, p, r } = figure;
  return `**${short(f)}** (${hundred(p)} / ${hundred(r)})`;
}

const short = (share: number): string => share.toFixed(2).replace(/^0/, "");
const hundred = (share: number): string => String(Math.round(share * 100));

function calibrationOf({ calibration }: AccuracyData): string {
  const { bands, sets, reports, folds, told, area, areaAll } = calibration;
  const rows = bands.map(
    ({ band, from, promise, n, right, low, high, holds }) =>
      `| ${band} | ${from} | ${short(promise)} | ${n} | ${right} | ${n === 0 ? "–" : short(right / n)} | ${short(low)} to ${short(high)} | ${holds ? "yes" : "no"} |`,
  );
  return `All ${reports} reports (${sets}) as one case. The weights that say how likely a link was read right were
fitted anew for each of ${folds} parts of them, without that part, so that no link is judged by weights that
have seen its report. A band holds where its share lies within .05 of what it promises, or where the promise
lies in the interval that so few links leave open (Wilson, 95 %).

| band | from | promises | links | right | share | interval | holds |
|---|---|---|---|---|---|---|---|
${rows.join("\n")}

Of two links that tell, one right and one wrong, the right one is said to be likelier in ${hundred(area)} of a hundred cases
(area under the curve, ${told} links; of all links ${hundred(areaAll)}). The goal is 80.`;
}
