import { Float } from "../../graph/property-value.js";
import { type NumberValue, toDouble } from "./is-value.js";

const sign = (less: boolean, more: boolean): number => (less ? -1 : more ? 1 : 0);

/**
 * Order of two numbers as `<` and `=` see it: an integer meets a float as a float, two integers meet
 * exactly. NaN when either is NaN.
 */
export function compareNumbers(a: NumberValue, b: NumberValue): number {
  if (typeof a === "number" && typeof b === "number") {
    return a - b;
  }
  if (a instanceof Float || b instanceof Float) {
    const left = toDouble(a);
    const right = toDouble(b);
    return Number.isNaN(left) || Number.isNaN(right)
      ? Number.NaN
      : sign(left < right, left > right);
  }
  return sign(a < b, a > b);
}

/**
 * Order of two numbers by their exact value, NaN behind all others and -0.0 before 0.0: the order that
 * ORDER BY uses.
 */
export function orderNumbers(a: NumberValue, b: NumberValue): number {
  if (typeof a === "number" && typeof b === "number") {
    return a - b;
  }
  const left = a instanceof Float ? a.value : a;
  const right = b instanceof Float ? b.value : b;
  const leftIsNaN = Number.isNaN(left);
  const rightIsNaN = Number.isNaN(right);
  if (leftIsNaN || rightIsNaN) {
    return Number(leftIsNaN) - Number(rightIsNaN);
  }
  const order = sign(left < right, left > right);
  return order === 0 ? Number(Object.is(right, -0)) - Number(Object.is(left, -0)) : order;
}
