// Who made a claim: a rule of the program, people, or a program outside. People are followed, rules are
// measured, and what a program outside says is never more than a hint with a quote.
import type { Claim } from "./claim.js";

/** The extractor that stands on what people claim. */
export const PEOPLE = "external";

const MACHINE = "machine.";

/** The extractor and rule that stand on what a program outside claims. */
export const machineRule = (extractor: string): string => `${MACHINE}${extractor}`;

type Made = Pick<Claim, "extractor">;

export const isByPeople = ({ extractor }: Made): boolean => extractor === PEOPLE;

export const isByMachine = ({ extractor }: Made): boolean => extractor.startsWith(MACHINE);

/**
 * The extractors that some rules belong to, sorted, where nobody else says the same; empty where a rule of
 * the program or a person does.
 */
export function machinesAlone(rules: readonly string[]): readonly string[] {
  const names = rules.flatMap((rule) =>
    rule.startsWith(MACHINE) ? [rule.slice(MACHINE.length)] : [],
  );
  return names.length === rules.length ? [...new Set(names)].sort() : [];
}
