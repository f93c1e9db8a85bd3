import { Float } from "../../graph/property-value.js";
import { numberArgument } from "./argument.js";
import type { CypherFunction } from "./cypher-function.js";
import { defineStrict } from "./define-function.js";
import { constant, onNumber } from "./numeric-functions.js";

const DEGREES = 180 / Math.PI;

export const TRIGONOMETRIC_FUNCTIONS: readonly CypherFunction[] = [
  onNumber("sin(radians) → the sine", Math.sin),
  onNumber("cos(radians) → the cosine", Math.cos),
  onNumber("tan(radians) → the tangent", Math.tan),
  onNumber("cot(radians) → the cotangent", (value) => 1 / Math.tan(value)),
  onNumber("asin(number) → the angle with that sine, in radians", Math.asin),
  onNumber("acos(number) → the angle with that cosine, in radians", Math.acos),
  onNumber("atan(number) → the angle with that tangent, in radians", Math.atan),
  onNumber("sinh(number) → the hyperbolic sine", Math.sinh),
  onNumber("cosh(number) → the hyperbolic cosine", Math.cosh),
  onNumber("tanh(number) → the hyperbolic tangent", Math.tanh),
  onNumber("coth(number) → the hyperbolic cotangent", (value) => 1 / Math.tanh(value)),
  defineStrict(
    "atan2(y, x) → the angle of the point (x, y), in radians",
    (args) =>
      new Float(Math.atan2(numberArgument("atan2", args, 0), numberArgument("atan2", args, 1))),
    2,
  ),
  onNumber("degrees(radians) → the angle in degrees", (value) => value * DEGREES),
  onNumber("radians(degrees) → the angle in radians", (value) => value / DEGREES),
  onNumber("haversin(radians) → half the versine", (value) => (1 - Math.cos(value)) / 2),
  constant("pi() → half the circumference of a circle of radius 1", Math.PI),
];
