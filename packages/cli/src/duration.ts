import { InvalidArgumentError } from "commander";

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

/** Reads an option that is a length of time, in milliseconds; a plain number is seconds. */
export function readDuration(text: string): number {
  const [, number = "", unit = "s"] =
    /^(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(ms|s|m)?$/.exec(text) ?? [];
  const milliseconds = Number(number) * (MILLISECONDS[unit] ?? 0);
  if (milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError(
    "It is a time above 0: seconds, such as 30 or 1.5s, or 500ms, or 2m.",
  );
}
