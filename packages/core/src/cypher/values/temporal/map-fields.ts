import type { CypherMap, CypherValue } from "../cypher-value.js";
import { isInteger } from "../is-value.js";
import { badArgument, typeMismatch } from "../value-error.js";

/** Fields of the map given to a temporal function, named in any case; null counts as absent. */
export class MapFields {
  readonly #function: string;
  readonly #map: CypherMap;

  /** @throws CypherError when the map has a field that is not among `allowed` */
  constructor(functionName: string, map: CypherMap, allowed: ReadonlySet<string>) {
    this.#function = functionName;
    const known = new Map([...allowed].map((name) => [name.toLowerCase(), name]));
    const fields = new Map<string, CypherValue>();
    for (const [key, value] of map) {
      const name = known.get(key.toLowerCase());
      if (name === undefined) {
        throw badArgument(
          `\`${functionName}\` has no field \`${key}\`. It takes ${[...allowed].join(", ")}.`,
        );
      }
      fields.set(name, value);
    }
    this.#map = fields;
  }

  has(...keys: readonly string[]): boolean {
    return keys.some((key) => this.value(key) !== undefined);
  }

  value(key: string): Exclude<CypherValue, null> | undefined {
    return this.#map.get(key) ?? undefined;
  }

  /** A value that other fields are put in place of; null cannot be one. */
  base(key: string): Exclude<CypherValue, null> | undefined {
    const value = this.#map.get(key);
    if (value !== null) return value;
    throw badArgument(
      `\`${this.#function}\` was given null as \`${key}\`. Leave the field out, or give it a value.`,
    );
  }

  integer(key: string): number | undefined {
    const value = this.value(key);
    if (value === undefined) {
      return undefined;
    }
    if (!isInteger(value)) {
      throw typeMismatch(`The field \`${key}\` of \`${this.#function}\``, "an integer", value);
    }
    return Number(value);
  }

  text(key: string): string | undefined {
    const value = this.value(key);
    if (value !== undefined && typeof value !== "string") {
      throw typeMismatch(`The field \`${key}\` of \`${this.#function}\``, "a string", value);
    }
    return value;
  }

  /** @throws CypherError when a field is there without the one it refines */
  require(key: string, because: string): void {
    if (!this.has(key)) {
      throw badArgument(`\`${this.#function}\` was given \`${because}\` without \`${key}\`.`);
    }
  }
}
