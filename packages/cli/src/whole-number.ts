import { InvalidArgumentError } from "commander";

/** Reads an option that counts something. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError("It is a whole number above 0.");
}
