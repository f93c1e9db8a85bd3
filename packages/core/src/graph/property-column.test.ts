import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PropertyColumn } from "./property-column.js";
import { Float, type PropertyValue } from "./property-value.js";

const filled = (count: number, valueAt: (slot: number) => PropertyValue): PropertyColumn => {
  const column = new PropertyColumn();
  for (let slot = 0; slot < count; slot += 1) {
    column.set(slot, valueAt(slot));
  }
  return column;
};

describe("PropertyColumn", () => {
  it.each<[string, (slot: number) => PropertyValue]>([
    ["int32", (slot) => slot - 20],
    ["integer", (slot) => slot + 2 ** 40],
    ["float", (slot) => new Float(slot)],
    ["boolean", (slot) => slot % 2 === 0],
    ["text", (slot) => `berth ${slot % 7}`],
    ["any", (slot) => (slot % 2 === 0 ? slot : String(slot))],
  ])("keeps enough values of one kind as %s", (kind, valueAt) => {
    const column = filled(100, valueAt);
    expect(column.dense?.kind).toBe(kind);
    for (let slot = 0; slot < 100; slot += 1) {
      expect(column.get(slot)).toEqual(valueAt(slot));
    }
  });

  it("stays a map while few slots of many have a value", () => {
    const column = new PropertyColumn();
    for (let slot = 0; slot < 100_000; slot += 1000) {
      column.set(slot, slot);
    }
    expect(column.dense).toBeNull();
    expect(column.get(3000)).toBe(3000);
  });

  it("gives up the dictionary once most strings differ", () => {
    const column = filled(5000, (slot) => `container ${slot}`);
    expect(column.dense?.kind).toBe("any");
    expect(column.get(4321)).toBe("container 4321");
  });

  it("widens from 32 bits to all integers, then to any value", () => {
    const column = filled(40, (slot) => slot);
    column.set(7, 2 ** 35);
    expect(column.dense?.kind).toBe("integer");
    column.set(8, 2n ** 60n);
    expect(column.dense?.kind).toBe("any");
    expect([column.get(6), column.get(7), column.get(8)]).toEqual([6, 2 ** 35, 2n ** 60n]);
  });

  it("answers like a map, however it is stored", () => {
    const value = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.double().map((number) => new Float(number)),
      fc.boolean(),
      fc.string(),
      fc.array(fc.string()),
    );
    const writes = fc.array(fc.tuple(fc.nat(300), fc.option(value, { nil: undefined, freq: 6 })), {
      maxLength: 400,
      size: "max",
    });
    fc.assert(
      fc.property(writes, (steps) => {
        const column = new PropertyColumn();
        const model = new Map<number, PropertyValue>();
        for (const [slot, given] of steps) {
          if (given === undefined) {
            column.delete(slot);
            model.delete(slot);
          } else {
            column.set(slot, given);
            model.set(slot, given);
          }
        }
        expect(column.count).toBe(model.size);
        for (let slot = 0; slot <= 300; slot += 1) {
          expect(column.get(slot)).toEqual(model.get(slot));
        }
      }),
    );
  });
});

describe("what a column knows of its values", () => {
  const texts = ["pier", "quay", "berth", "quay"];
  const columnOf = (values: readonly (string | number)[]): PropertyColumn => {
    const column = new PropertyColumn();
    Array.from({ length: 40 }, (_, slot) => column.set(slot, values[slot % values.length] ?? ""));
    return column;
  };

  const byFirstLetter = (a: string, b: string): number => a.charCodeAt(0) - b.charCodeAt(0);

  it("ranks texts once enough comparisons are asked for, equal ones alike", () => {
    const column = columnOf(texts);
    expect(column.ranksOfText(1, byFirstLetter)).toBeNull();
    const ranks = column.ranksOfText(1_000, byFirstLetter);
    expect([...(ranks?.subarray(0, 4) ?? [])]).toEqual([1, 2, 0, 2]);
    column.set(0, "wharf");
    expect(column.ranksOfText(1, byFirstLetter)).toBeNull();
    expect(columnOf([1, "pier"]).ranksOfText(1_000, byFirstLetter)).toBeNull();
  });

  it("knows that no two values are equal until one is written", () => {
    const column = new PropertyColumn();
    Array.from({ length: 40 }, (_, slot) => column.set(slot, `berth ${slot}`));
    expect(column.isKnownUnique(1)).toBe(false);
    expect(column.isKnownUnique(100)).toBe(true);
    column.set(3, "berth 4");
    expect(column.isKnownUnique(100)).toBe(false);
    expect(columnOf(texts).isKnownUnique(100)).toBe(false);
  });
});
