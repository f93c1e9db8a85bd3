import type { NamedFacts } from "../../identify/named-facts.js";
import { type Evidence, evidence, sharedMember } from "../evidence.js";

/** One acronym for both, or one that the words of the other's name spell. */
export function acronyms(a: NamedFacts, b: NamedFacts): Evidence | null {
  const shared = sharedMember(a.acronyms, b.acronyms);
  if (shared !== undefined) return evidence("acronym", `same acronym: ${shared}`);
  const spelled = spells(a, b) ?? spells(b, a);
  return spelled === undefined
    ? null
    : evidence("acronym", `the words of the name spell ${spelled}`, 0.5);
}

const LEAST_LETTERS = 3;

/** The acronym of one that has no other name, where the first letters of the other's words are its letters. */
function spells(short: NamedFacts, long: NamedFacts): string | undefined {
  const [form] = short.forms;
  if (form === undefined || short.forms.length > 1 || form.plain.length > 1) return undefined;
  return [...short.acronyms].find(
    (acronym) =>
      acronym.length >= LEAST_LETTERS &&
      long.acronyms.size === 0 &&
      long.forms.some(
        ({ plain }) => plain.map((word) => word.charAt(0)).join("") === acronym.toLowerCase(),
      ),
  );
}
