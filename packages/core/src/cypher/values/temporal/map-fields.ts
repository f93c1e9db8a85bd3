import type { CypherMap, CypherValue } from "../cypher-value.js";
import { isInteger } from "../is-value.js";
import { badArgument, typeMismatch } from "../value-error.js";

/** Fields of the map given to a temporal function; null counts as absent. */
export class MapFields {
  readonly #function: string;
  readonly #map: CypherMap;

  /** @throws CypherError when the map has a field that is not among `allowed` */
  constructor(functionName: string, map: CypherMap, allowed: ReadonlySet<string>) {
    this.#function = functionName;
    this.#map = map;
    for (const key of map.keys()) {
      if (!allowed.has(key)) {
        throw badArgument(
          `\`${functionName}\` has no field \`${key}\`. It takes ${[...allowed].join(", ")}.`,
        );
      }
    }
  }

  has(...keys: readonly string[]): boolean {
    return keys.some((key) => this.value(key) !== undefined);
  }

  value(key: string): Exclude<CypherValue, null> | undefined {
    return this.#map.get(key) ?? undefined;
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
