import type { LabelExpression } from "../ast/expression.js";
import type { Pattern } from "../ast/pattern.js";
import type { CreateClause } from "../ast/query.js";
import { parsePattern } from "./parse-pattern.js";
import { syntaxError } from "./syntax-error.js";
import type { TokenCursor } from "./token-cursor.js";

/** `CREATE pattern`, which GQL writes `INSERT pattern`. */
export function parseCreate(cursor: TokenCursor): CreateClause {
  const start = cursor.next();
  const pattern = parsePattern(cursor);
  if (start.keyword === "INSERT") {
    refuseJoinedByColon(pattern, cursor.source);
  }
  return { kind: "CreateClause", pattern, span: cursor.spanFrom(start) };
}

/** GQL joins the labels of a new node by `&` alone; a tree that was joined by `:` looks the same. */
function refuseJoinedByColon({ parts }: Pattern, source: string): void {
  for (const { labels } of parts.flatMap(({ element }) => element.nodes)) {
    const spans = labels === null ? [] : spansOf(labels);
    for (const [at, span] of spans.slice(1).entries()) {
      const between = source.slice(spans[at]?.end, span.start);
      if (between.includes(":")) {
        throw syntaxError("INSERT is given labels that are joined by `:`.", span, {
          hint: "Join them by `&`, or write CREATE.",
        });
      }
    }
  }
}

function spansOf(
  labels: LabelExpression,
): readonly { readonly start: number; readonly end: number }[] {
  switch (labels.kind) {
    case "label":
    case "dynamic":
      return [labels.span];
    case "and":
      return [...spansOf(labels.left), ...spansOf(labels.right)];
    default:
      return [];
  }
}
