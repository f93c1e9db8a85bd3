import type { Explanation, ReadCounts } from "./explanation.js";

/** Publisher, day, file and pack. */
export const originParts = ({ document, pack }: Explanation): readonly string[] => [
  document.publisher ?? "publisher unknown",
  document.date?.value ?? "undated",
  document.path,
  `pack ${pack}`,
];

/** How many characters were read, and how many were not with the reason; those of which there are none left out. */
export function countParts({
  read,
  headings,
  leftOut,
  invisible,
}: ReadCounts): readonly (readonly [number, string])[] {
  const parts: readonly (readonly [number, string])[] = [
    [read, "read"],
    [headings, "in headings and captions, for names and links alone"],
    [leftOut.furniture, "left out as furniture"],
    [leftOut.repeated, "left out as repeated"],
    [leftOut.table, "left out in tables whose columns nobody knows"],
    [leftOut.quotation, "left out as older messages, which are read by themselves"],
    [leftOut.struck, "left out as struck out"],
    [leftOut["too-long"], "left out in sentences that are too long"],
    [invisible, "that print nothing"],
  ];
  return parts.filter(([count], at) => at === 0 || count > 0);
}

/** What came of the text. */
export const foundWords = (counts: ReadCounts): string =>
  [
    counted(counts.sentences, "sentence"),
    counted(counts.names, "name"),
    counted(counts.things, "thing"),
    counted(counts.claims, "claim"),
    `${counted(counts.rejected, "reading")} rejected`,
  ].join(", ");

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;
