import type { AggregatePlan } from "../../plan/plan.js";
import type { Binding } from "../../plan/slots.js";
import type { BuildContext } from "../build-context.js";
import { columnOf, propertyOfElement } from "./column-kernel.js";

/**
 * Tells, once so many rows more have been asked for, which elements are told from all others by the
 * grouping keys, so that their groups need not be looked for by key. Null where none is known to be.
 */
type OwnKey = (rows: number) => OwnKeyTest;
export type OwnKeyTest = ((element: number) => boolean) | null;

const EVERY = (element: number): boolean => element >= 0;

/** By the element itself, or by a property that no two elements share. */
export function ownKeyOf(
  context: BuildContext,
  { keys, keyItems, scope }: AggregatePlan,
  element: Binding,
): OwnKey {
  if (keys.some(({ kind, slot }) => kind === element.kind && slot === element.slot)) {
    return () => EVERY;
  }
  const properties = keyItems.flatMap(({ expression }) => {
    const property = propertyOfElement(expression, scope);
    return property?.binding.slot === element.slot && property.binding.kind === element.kind
      ? [property.key]
      : [];
  });
  return (rows) => {
    for (const key of properties) {
      const column = columnOf(context, element, key);
      if (column?.isKnownUnique(rows) === true) {
        return (slot) => column.presence.has(slot);
      }
    }
    return null;
  };
}
