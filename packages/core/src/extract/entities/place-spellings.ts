import type { DomainPack } from "../../packs/domain-pack.js";
import type { MentionGroup } from "./mention-group.js";

/** A group of places with one of its names, bare. */
interface Spelling {
  readonly group: MentionGroup;
  readonly name: string;
  /** State of the place of the gazetteer that has the name. */
  readonly country: string;
}

/** Groups of places by the places of the gazetteer that their names may mean. */
export class PlaceSpellings {
  readonly #pack: DomainPack;
  readonly #order = new Map<MentionGroup, number>();
  readonly #names = new Map<MentionGroup, Set<string>>();
  readonly #byPlace = new Map<string, Spelling[]>();

  constructor(pack: DomainPack) {
    this.#pack = pack;
  }

  /** A group has a name from here on; groups are in the order in which they came. */
  add(group: MentionGroup, name: string): void {
    const names = this.#names.get(group) ?? new Set();
    if (names.has(name)) return;
    this.#names.set(group, names.add(name));
    if (!this.#order.has(group)) this.#order.set(group, this.#order.size);
    for (const { key, country } of this.#pack.gazetteer.find(name)) {
      const known = this.#byPlace.get(key);
      if (known === undefined) this.#byPlace.set(key, [{ group, name, country }]);
      else known.push({ group, name, country });
    }
  }

  /** A group is found no more. */
  drop(group: MentionGroup): void {
    this.#order.set(group, Number.POSITIVE_INFINITY);
  }

  /**
   * The first group one of whose names and this one are names of one place of the gazetteer: `Sulaimani`,
   * `Sulaymaniyah`. Both start with one letter, and lie in one state where it is known.
   */
  find(name: string, state: string | null): MentionGroup | undefined {
    let best: MentionGroup | undefined;
    let first = Number.POSITIVE_INFINITY;
    for (const { key, country } of this.#pack.gazetteer.find(name)) {
      if (state !== null && country !== state) continue;
      for (const spelling of this.#byPlace.get(key) ?? []) {
        const { group } = spelling;
        const order = this.#order.get(group) ?? first;
        const fits = group.country === country && spelling.name.charAt(0) === name.charAt(0);
        if (!fits || order >= first) continue;
        best = group;
        first = order;
      }
    }
    return best;
  }
}
