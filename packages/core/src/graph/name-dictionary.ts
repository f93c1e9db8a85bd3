/** Strings by small integer, in the order they were first seen: relationship types, labels, property keys. */
export class NameDictionary {
  readonly #names: string[] = [];
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.#names.length;
  }

  /** -1 when the name was never seen. */
  find(name: string): number {
    return this.#ids.get(name) ?? -1;
  }

  intern(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) {
      return known;
    }
    const id = this.#names.length;
    this.#names.push(name);
    this.#ids.set(name, id);
    return id;
  }

  nameOf(id: number): string {
    const name = this.#names[id];
    if (name === undefined) {
      throw new TypeError(`no name has the id ${id}`);
    }
    return name;
  }

  /** Forgets the name interned last, so that a rolled-back statement leaves no trace in any order. */
  dropLast(): void {
    const name = this.#names.pop();
    if (name !== undefined) {
      this.#ids.delete(name);
    }
  }
}
