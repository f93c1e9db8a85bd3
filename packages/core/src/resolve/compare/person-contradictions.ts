import type { PersonFacts } from "../identify/person-facts.js";
import { sharedMember } from "./evidence.js";
import { differentFathers } from "./features/fathers.js";
import { differentGenerations } from "./features/generations.js";
import { differentSexes } from "./features/sexes.js";
import type { PersonContext } from "./person-context.js";

/** What reports tell of a human being beside the names. */
export interface ToldPerson {
  readonly facts: PersonFacts;
  readonly context: PersonContext;
}

/** Years that two reports of one person may differ in. */
const YEARS = 2;

/** What cannot be true of one human being, in words, most telling first. */
export function personContradictions(a: ToldPerson, b: ToldPerson): readonly string[] {
  const found = [
    otherStates(a.context, b.context),
    otherAge(a.context, b.context),
    otherTrade(a.context, b.context),
    differentFathers(a.facts, b.facts),
    differentGenerations(a.facts, b.facts),
    differentSexes(a.facts, b.facts),
  ];
  return found.filter((one) => one !== null);
}

function otherStates(a: PersonContext, b: PersonContext): string | null {
  if (a.stated.size === 0 || b.stated.size === 0) return null;
  if (sharedMember(a.countries, b.countries) !== undefined) return null;
  return `different country: ${[...a.stated, ...b.stated].sort().join(", ")}`;
}

function otherAge(a: PersonContext, b: PersonContext): string | null {
  if (a.age === null || b.age === null || Math.abs(a.age - b.age) <= YEARS) return null;
  return `different age: ${[a.age, b.age].sort((x, y) => x - y).join(", ")}`;
}

const otherTrade = (a: PersonContext, b: PersonContext): string | null =>
  (a.isOfficial && !b.isOfficial && b.networks.size > 0) ||
  (b.isOfficial && !a.isOfficial && a.networks.size > 0)
    ? "a post in one report, a network in the other"
    : null;

/** All that can contradict another, as one text. */
export const signClaims = ({ facts, context }: ToldPerson): string =>
  JSON.stringify([
    [...context.countries].sort(),
    [...context.stated].sort(),
    context.age,
    context.isOfficial,
    context.networks.size > 0,
    [...facts.fathers].sort(),
    [...facts.generations].sort(),
    facts.sex,
  ]);
