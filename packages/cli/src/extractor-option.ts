import { Option } from "commander";

/** Reads an option that may be given again: each value joins those before. */
const listed = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** An option that may be given again, with nothing unless told. */
export const repeatedOption = (flags: string, description: string): Option =>
  new Option(flags, `${description}; may be given again`).argParser(listed).default([], "none");

/** The option that takes the answers of an extractor out of a case. */
export const withoutExtractorOption = (): Option =>
  repeatedOption("--without-extractor <name>", "drop all that this extractor answered before");
