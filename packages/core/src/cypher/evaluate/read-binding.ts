import type { Binding } from "../plan/slots.js";
import { type CypherValue, NodeValue, RelationshipValue } from "../values/cypher-value.js";
import type { Evaluate } from "./compile-context.js";
import type { Row } from "./row.js";

/** Reads a variable as a value. */
export function readBinding(binding: Binding): Evaluate {
  const { slot } = binding;
  switch (binding.kind) {
    case "node":
      return (row) => {
        const id = row.ids[slot] ?? -1;
        return id < 0 ? null : new NodeValue(id);
      };
    case "relationship":
      return (row) => {
        const id = row.ids[slot] ?? -1;
        return id < 0 ? null : new RelationshipValue(id);
      };
    case "value":
      return (row) => row.values[slot] ?? null;
  }
}

/** Puts a value into a variable's place; what does not belong into an id slot becomes null there. */
export function writeBinding(row: Row, binding: Binding, value: CypherValue): void {
  switch (binding.kind) {
    case "node":
      row.ids[binding.slot] = value instanceof NodeValue ? value.slot : -1;
      break;
    case "relationship":
      row.ids[binding.slot] = value instanceof RelationshipValue ? value.slot : -1;
      break;
    case "value":
      row.values[binding.slot] = value;
      break;
  }
}
