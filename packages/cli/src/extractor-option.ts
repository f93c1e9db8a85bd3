import { Option } from "commander";

/** Reads an option that may be given again: each value joins those before. */
export const listed = (value: string, before: readonly string[]): readonly string[] => [
  ...before,
  value,
];

/** The option that takes the answers of an extractor out of a case. */
export const withoutExtractorOption = (): Option =>
  new Option(
    "--without-extractor <name>",
    "drop all that this extractor answered before; may be given again",
  )
    .argParser(listed)
    .default([], "none");
