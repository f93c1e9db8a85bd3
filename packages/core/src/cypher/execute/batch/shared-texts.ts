import { grownArray } from "../../../graph/typed-growth.js";
import type { AggregatePlan } from "../../plan/plan.js";
import type { Binding } from "../../plan/slots.js";
import type { BuildContext } from "../build-context.js";
import type { GroupKeys } from "../group-keys.js";
import { columnOf, propertyOfElement } from "./column-kernel.js";

/** Finds groups by a text that several elements may share, by the numbers its column gives to texts. */
export interface SharedTexts {
  /** The group of an element that is met for the first time in a run; -1 where only its key tells. */
  readonly groupOf: (element: number) => number;
  readonly clear: () => void;
}

/** For groups whose only key is one property of an element. */
export function sharedTexts(
  context: BuildContext,
  plan: AggregatePlan,
  keys: GroupKeys,
  element: Binding,
): SharedTexts | null {
  const [item] = plan.keyItems;
  const property =
    plan.keys.length === 1 && item !== undefined
      ? propertyOfElement(item.expression, plan.scope)
      : null;
  if (property === null) {
    return null;
  }
  /** As known when the run began: groups found by number and by key do not mix. */
  let codes: Int32Array | null | undefined;
  let met = 0;
  let byCode = new Int32Array(0);
  return {
    groupOf: (id) => {
      const column = columnOf(context, element, property.key);
      codes = codes === undefined ? (column?.codesOfText(0) ?? null) : codes;
      met += 1;
      if (codes === null || column?.presence.has(id) !== true) {
        return -1;
      }
      const code = codes[id] ?? 0;
      byCode = grownArray(byCode, code + 1);
      const known = (byCode[code] ?? 0) - 1;
      const group = known >= 0 ? known : keys.addLate(id, -1);
      byCode[code] = group + 1;
      return group;
    },
    clear: () => {
      columnOf(context, element, property.key)?.codesOfText(met);
      codes = undefined;
      met = 0;
      byCode = new Int32Array(0);
    },
  };
}
