import type { Row } from "../evaluate/row.js";
import type { Binding } from "../plan/slots.js";
import { RelationshipValue } from "../values/cypher-value.js";
import { isList } from "../values/is-value.js";

/** Whether a relationship is none of those that the same MATCH has used already. */
export type IsUnused = (row: Row, relationship: number) => boolean;

const UNUSED: IsUnused = () => true;

export function compileUnlike(bindings: readonly Binding[]): IsUnused {
  const [first] = bindings;
  if (first === undefined) {
    return UNUSED;
  }
  if (bindings.length === 1 && first.kind !== "value") {
    const { slot } = first;
    return (row, relationship) => row.ids[slot] !== relationship;
  }
  const checks = bindings.map(compileOne);
  return (row, relationship) => checks.every((check) => check(row, relationship));
}

function compileOne({ kind, slot }: Binding): IsUnused {
  if (kind !== "value") {
    return (row, relationship) => row.ids[slot] !== relationship;
  }
  return (row, relationship) => {
    const list = row.values[slot] ?? null;
    return !(
      isList(list) &&
      list.some((item) => item instanceof RelationshipValue && item.slot === relationship)
    );
  };
}
