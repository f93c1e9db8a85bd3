import type { CypherValue } from "../values/cypher-value.js";
import type { CypherFunction, FunctionContext } from "./cypher-function.js";

type Call = (args: readonly CypherValue[], context: FunctionContext) => CypherValue;

/** A function of so many arguments; `max` is `min` where it is left out. */
export function defineFunction(
  signature: string,
  call: Call,
  min: number,
  max: number = min,
): CypherFunction {
  return {
    name: signature.slice(0, signature.indexOf("(")),
    minArguments: min,
    maxArguments: max,
    summary: signature,
    call,
  };
}

/** Like {@link defineFunction}, for a function that gives null as soon as one argument is null. */
export function defineStrict(
  signature: string,
  call: Call,
  min: number,
  max: number = min,
): CypherFunction {
  return defineFunction(
    signature,
    (args, context) => (args.includes(null) ? null : call(args, context)),
    min,
    max,
  );
}
