// The full names of a report's people, each with those that are the same name: equal but for articles and
// particles, or with words left out. Whatever is only like it (another vowel, another ending) may be a
// brother's or a stranger's name, and is left to resolution, which offers it to a person.
import { foldName } from "../../text/fold.js";
import { nameTokens } from "../../text/person-name-similarity.js";

/** A full name with its spellings, and the first of the groups it stands in. */
interface FullName {
  readonly folded: string;
  readonly tokens: readonly string[];
  /** The tokens in one text, with blanks around it. */
  readonly joined: string;
  readonly alike: FullName[];
  /** Index of the first group that holds this very name. */
  group: number;
  /** Index of the first group that holds a spelling of it. */
  nearest: number;
}

/** Groups of people by the spellings of their full names; groups are told apart by index. */
export class FullNames {
  readonly #byName = new Map<string, FullName>();
  readonly #byToken = new Map<string, FullName[]>();

  /** The group that holds a name, else the first that holds a spelling of it; infinite where none does. */
  groupOf(name: string): number {
    const { group, nearest } = this.#find(name);
    return Number.isFinite(group) ? group : nearest;
  }

  /** A group holds a name from here on. */
  put(name: string, group: number): void {
    const full = this.#find(name);
    if (full.group <= group) return;
    full.group = group;
    for (const one of [full, ...full.alike]) one.nearest = Math.min(one.nearest, group);
  }

  #find(name: string): FullName {
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const tokens = nameTokens(name);
    const none = Number.POSITIVE_INFINITY;
    const joined = ` ${tokens.join(" ")} `;
    const full = { folded: foldName(name), tokens, joined, alike: [], group: none, nearest: none };
    this.#byName.set(name, full);
    this.#compare(full);
    return full;
  }

  #compare(full: FullName): void {
    const near = new Set<FullName>();
    for (const token of new Set(full.tokens)) {
      for (const other of this.#byToken.get(token) ?? []) near.add(other);
    }
    for (const other of near) {
      if (!isSame(other, full)) continue;
      full.alike.push(other);
      other.alike.push(full);
      full.nearest = Math.min(full.nearest, other.group);
    }
    for (const token of new Set(full.tokens)) {
      const list = this.#byToken.get(token);
      if (list === undefined) this.#byToken.set(token, [full]);
      else list.push(full);
    }
  }
}

/** Whether two full names are equal, or one is the other with words left out at one end. */
function isSame(a: FullName, b: FullName): boolean {
  if (a.folded === b.folded || a.joined === b.joined) return true;
  const [shorter, longer] = a.tokens.length < b.tokens.length ? [a, b] : [b, a];
  if (shorter.tokens.length < 2) return false;
  if (longer.joined.includes(shorter.joined)) return true;
  // `Karim Haddad`, `Karim Ali Haddad`: the first and the last word stay.
  const [first, last] = [shorter.tokens[0], shorter.tokens.at(-1)];
  return (
    shorter.tokens.length < longer.tokens.length &&
    first === longer.tokens[0] &&
    last === longer.tokens.at(-1) &&
    inOrder(shorter.tokens, longer.tokens)
  );
}

function inOrder(shorter: readonly string[], longer: readonly string[]): boolean {
  let at = 0;
  for (const token of longer) if (token === shorter[at]) at += 1;
  return at === shorter.length;
}
