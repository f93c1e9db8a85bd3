import type { Item } from "../stream/item.js";
import { wordAt } from "../stream/item.js";
import { is } from "../words/read-tokens.js";

const HARD_SIGNS: ReadonlySet<string> = new Set([";", ":", "—", "–", "(", ")"]);

/**
 * The clause of each item, numbered from 0 in text order. A clause ends at a semicolon, colon, dash
 * or bracket, before a subordinator, and before `and` or `but` with a subject and a verb of its own.
 */
export function splitClauses(
  items: readonly Item[],
  speech: ReadonlySet<number>,
  verbs: ReadonlySet<number>,
): number[] {
  const clauses: number[] = [];
  let clause = 0;
  let verb = false;
  let aside = 0;
  for (let at = 0; at < items.length; at += 1) {
    if (at >= aside) aside = asideEnd(items, at);
    if (at >= aside && at > 0 && startsClause(items, at, speech, verb)) {
      clause += 1;
      verb = false;
    }
    verb = verb || verbs.has(at) || is(items[at], "clause_auxiliaries");
    clauses.push(clause);
  }
  return clauses;
}

const LONGEST_ASIDE = 7;

/** Item after a short bracket that starts here, such as `(INSS)`, which parts no clause; else `at`. */
function asideEnd(items: readonly Item[], at: number): number {
  if (wordAt(items, at) !== "(") return at;
  for (let end = at + 1; end <= Math.min(items.length - 1, at + LONGEST_ASIDE); end += 1) {
    if (wordAt(items, end) === ")") return end + 2;
  }
  return at;
}

function startsClause(
  items: readonly Item[],
  at: number,
  speech: ReadonlySet<number>,
  verb: boolean,
): boolean {
  const before = wordAt(items, at - 1);
  if (HARD_SIGNS.has(before)) return true;
  if (before === "-" && isDash(items, at - 1)) return true;
  if (before === "," && is(items[at], "clause_openers")) return true;
  if (is(items[at], "clause_subordinators")) return true;
  if (is(items[at], "that_word") && speech.has(at - 1)) return true;
  // Without a verb so far, `and` joins subjects: "a couple and their driver were arrested".
  if (is(items[at], "additive") || is(items[at], "contrast"))
    return verb && opensClause(items, at + 1);
  return before === "," && opensClause(items, at) && !isListed(items, at);
}

/** A hyphen with blanks around it. */
function isDash(items: readonly Item[], at: number): boolean {
  const [before, dash, after] = [items[at - 1], items[at], items[at + 1]];
  if (before === undefined || dash === undefined || after === undefined) return false;
  return before.end < dash.start && dash.end < after.start;
}

/** After a comma only a pronoun or an article opens a clause; names and figures go on a list. */
const isListed = (items: readonly Item[], at: number): boolean => !is(items[at], "clause_subjects");

/** True where a subject of a few items is followed by an auxiliary before any sign. */
function opensClause(items: readonly Item[], from: number): boolean {
  const first = items[from];
  const subject =
    first?.kind === "mention" || first?.kind === "quantity" || is(items[from], "clause_subjects");
  if (!subject) return false;
  for (let at = from + 1; at < Math.min(items.length, from + 8); at += 1) {
    const item = items[at];
    if (item?.kind === "mark" && item.word !== "'s" && item.word !== "-" && item.word !== '"')
      return false;
    if (is(items[at], "clause_auxiliaries")) return true;
  }
  return false;
}
