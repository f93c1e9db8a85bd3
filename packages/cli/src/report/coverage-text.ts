import type { CypherValue } from "@redthread/core/cypher";
import { COVERAGE_KINDS, type FileCoverage } from "../case/read-coverage.js";
import { counted } from "../terminal/counted.js";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";

/** What each kind of characters is called in a sentence. */
const WORDS: Readonly<Record<(typeof COVERAGE_KINDS)[number], string>> = {
  read: "read",
  headings: "in headings and captions, for names and links alone",
  furniture: "left out as furniture",
  table: "left out in tables whose columns nobody knows",
  quotation: "left out as older messages, which are read by themselves",
  struck: "left out as struck out",
  repeated: "left out as repeated",
};

/** One line a file: how much of it was read, how much was not, and why. */
export function coverageText(name: string, files: readonly FileCoverage[], layout: Layout): string {
  const lines = files.flatMap(({ path, characters, kinds, notes, event }) => {
    const parts = COVERAGE_KINDS.filter((kind) => kinds[kind] > 0).map(
      (kind) => `${kinds[kind]} ${WORDS[kind]}`,
    );
    const told =
      characters === 0 ? STATES[event] : `${counted(characters, "character")}: ${parts.join(", ")}`;
    const noted = notes.map(visibleText).join(" ");
    return [
      layout.paint.bold(visibleText(path)),
      ...paragraph([told, noted].filter(Boolean).join(". "), "  ", layout),
    ];
  });
  return [`Coverage of \`${visibleText(name)}\`: ${sums(files)}.`, "", ...lines, ""].join("\n");
}

const STATES = { read: "no text of its own", failed: "not read", skipped: "skipped" } as const;

function sums(files: readonly FileCoverage[]): string {
  const characters = files.reduce((sum, one) => sum + one.characters, 0);
  const read = files.reduce((sum, { kinds }) => sum + kinds.read, 0);
  const unread = files.filter(({ event }) => event === "failed").length;
  const share = characters === 0 ? 0 : Math.round((read / characters) * 100);
  return `${counted(files.length, "file")}, ${counted(unread, "file")} not read, ${counted(characters, "character")}, ${share} % of them read for what happened`;
}

export const COVERAGE_COLUMNS: readonly string[] = [
  "path",
  "event",
  "characters",
  ...COVERAGE_KINDS,
  "notes",
];

/** A row a file. */
export function* coverageRows(files: readonly FileCoverage[]): Generator<readonly CypherValue[]> {
  for (const { path, event, characters, kinds, notes } of files)
    yield [path, event, characters, ...COVERAGE_KINDS.map((kind) => kinds[kind]), [...notes]];
}
