import { backtrackingCost } from "./regex/backtracking-cost.js";
import { parseRegex } from "./regex/parse-regex.js";
import { isRegular, RegexAutomaton } from "./regex/regex-automaton.js";
import { regexError } from "./regex/regex-error.js";
import { toJavaScript } from "./regex/to-javascript.js";

/** Steps that a backtracking match may take before the automaton is the better choice. */
const MAX_CHEAP_STEPS = 1e7;
/** Steps beyond which a match that only backtracking can do is refused. */
const MAX_STEPS = 1e9;

/** Whether a Java regular expression matches the whole of a text. */
export type RegexMatcher = (text: string) => boolean;

/**
 * A Java regular expression made ready. A pattern that could run away runs on an automaton, in time
 * O(length × pattern); only references, look-around and atomic parts need backtracking, and are
 * refused where that could take too long.
 * @throws CypherError `InvalidArgumentValue` when the pattern cannot be read
 */
export function compileRegex(pattern: string): RegexMatcher {
  const node = parseRegex(pattern);
  const cost = backtrackingCost(node);
  const hasAutomaton = isRegular(node);
  const expression = toJavaScript(node);
  if (cost.isUnbounded && !hasAutomaton) {
    throw regexError(
      `The regular expression \`${pattern}\` repeats what repeats already and uses references, look-around or possessive parts: it could run without end. Take one of the two out.`,
    );
  }
  const stepsFor = (text: string): number =>
    cost.isUnbounded ? Number.POSITIVE_INFINITY : cost.factor * text.length ** cost.exponent;
  let automaton: RegexAutomaton | null = null;
  return (text) => {
    const steps = stepsFor(text);
    if (hasAutomaton && steps > MAX_CHEAP_STEPS) {
      automaton ??= new RegexAutomaton(node);
      return automaton.matches(text);
    }
    if (steps > MAX_STEPS) {
      throw regexError(
        `The regular expression \`${pattern}\` would take too long on a text of ${text.length} characters.`,
      );
    }
    return expression.test(text);
  };
}

/** Whether a Java regular expression matches the whole text. {@link compileRegex} is for many texts. */
export function matchesRegex(text: string, pattern: string): boolean {
  return compileRegex(pattern)(text);
}
