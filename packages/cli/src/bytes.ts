import { InvalidArgumentError } from "commander";

const MEGABYTE = 1_048_576;
const BYTES: Readonly<Record<string, number>> = { MB: MEGABYTE, GB: 1_024 * MEGABYTE };

/** Reads an option that is an amount of memory, in bytes; a plain number is megabytes. */
export function readBytes(text: string): number {
  const [, number = "", unit = "MB"] =
    /^(\d{1,9}(?:\.\d{1,3})?|\.\d{1,3})(MB|GB)?$/i.exec(text) ?? [];
  const bytes = Number(number) * (BYTES[unit.toUpperCase()] ?? 0);
  if (bytes > 0) return bytes;
  throw new InvalidArgumentError(
    "It is an amount above 0: megabytes, such as 512 or 512MB, or 2GB.",
  );
}
