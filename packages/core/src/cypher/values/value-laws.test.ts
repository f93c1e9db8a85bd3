import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  TimeValue,
} from "../../graph/property-value.js";
import { compareValues } from "./compare.js";
import { type CypherValue, NodeValue, PathValue, RelationshipValue } from "./cypher-value.js";
import { equals } from "./equals.js";
import { equivalent } from "./equivalent.js";
import { orderValues } from "./order.js";

const small = fc.integer({ min: -3, max: 3 });
const nanoOfDay = fc.constantFrom(0, 1, 86_399_999_999_999);
const offset = fc.constantFrom(0, 3600, -3600);

/** Values close to each other, so that pairs that are equal or nearly so are common. */
const scalar: fc.Arbitrary<CypherValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  small,
  fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, -(2n ** 63n)),
  fc
    .constantFrom(0, -0, 1, 1.5, Number.NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 63))
    .map((value) => new Float(value)),
  fc.constantFrom("", "a", "b", "ab", "é", "😀", "\ufffd"),
  small.map((day) => new DateValue(day)),
  nanoOfDay.map((nanos) => new LocalTimeValue(nanos)),
  fc.tuple(nanoOfDay, offset).map(([nanos, seconds]) => new TimeValue(nanos, seconds)),
  fc.tuple(small, nanoOfDay).map(([day, nanos]) => new LocalDateTimeValue(day, nanos)),
  fc
    .tuple(small, nanoOfDay, offset)
    .map(([day, nanos, seconds]) => new DateTimeValue(day, nanos, seconds, null)),
  fc.tuple(small, small, small).map(([m, d, s]) => new DurationValue(m, d, s, 0)),
  fc.tuple(small, small).map(([x, y]) => new PointValue(7203, x, y, null)),
  fc.integer({ min: 0, max: 2 }).map((slot) => new NodeValue(slot)),
  fc.integer({ min: 0, max: 2 }).map((slot) => new RelationshipValue(slot)),
  fc.constant(new PathValue([new NodeValue(0)], [])),
);

const value: fc.Arbitrary<CypherValue> = fc.letrec<{ value: CypherValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom("k", "l", "__proto__"), tie("value")), { maxLength: 3 })
      .map((entries) => new Map(entries)),
  ),
})).value;

const sign = (order: number): number => (Number.isNaN(order) ? Number.NaN : Math.sign(order) + 0);

describe("equality", () => {
  it("is symmetric", () => {
    fc.assert(fc.property(value, value, (a, b) => equals(a, b) === equals(b, a)));
  });

  it("holds only between equivalent values, wide integers and floats apart", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        fc.pre(typeof a !== "bigint" && typeof b !== "bigint");
        fc.pre(!/\d{16}/.test(String(a)) && !/\d{16}/.test(String(b)));
        return equals(a, b) !== true || equivalent(a, b) || hasWide(a) || hasWide(b);
      }),
    );
  });
});

/** Whether a wide integer is inside: `=` meets it as a float, grouping exactly. */
function hasWide(of: CypherValue): boolean {
  if (typeof of === "bigint") {
    return true;
  }
  if (Array.isArray(of)) {
    return of.some(hasWide);
  }
  return of instanceof Map && [...of.values()].some(hasWide);
}

describe("order", () => {
  it("is antisymmetric", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(sign(orderValues(a, b))).toBe(sign(-orderValues(b, a)));
      }),
    );
  });

  it("is transitive", () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        fc.pre(orderValues(a, b) <= 0 && orderValues(b, c) <= 0);
        expect(orderValues(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("is 0 exactly for equivalent values, but for the two zeros", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        fc.pre(!(holdsMinusZero(a) || holdsMinusZero(b)));
        expect(orderValues(a, b) === 0).toBe(equivalent(a, b));
      }),
    );
    expect(orderValues(new Float(-0), new Float(0))).toBeLessThan(0);
    expect(equivalent(new Float(-0), new Float(0))).toBe(true);
  });
});

function holdsMinusZero(value: CypherValue): boolean {
  if (value instanceof Float) return Object.is(value.value, -0);
  const parts = Array.isArray(value) ? value : value instanceof Map ? [...value.values()] : [];
  return parts.some(holdsMinusZero);
}

describe("comparability", () => {
  it("turns round when its sides do", () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const forth = compareValues(a, b);
        const back = compareValues(b, a);
        expect(back === null ? null : sign(back)).toBe(forth === null ? null : sign(-forth));
      }),
    );
  });
});
