import type { CypherValue } from "@redthread/core/cypher";
import { Float } from "@redthread/core/graph";
import type {
  DossierIdentity,
  DossierMerge,
  DossierNamesake,
  ToldNaming,
} from "@redthread/core/trace";
import { counted } from "../terminal/counted.js";
import { type Layout, paragraph } from "../terminal/layout.js";
import { nodeText } from "./evidence-text.js";

/** Why an entity is one, for people; of merges for one reason `most` are shown, the rest is counted. */
export function identityLines(
  { merges, apart, open }: DossierIdentity,
  most: number,
  layout: Layout,
): readonly string[] {
  return [
    ...mergeLines(merges, most, layout),
    ...namesakeLines("Held apart from", apart, layout),
    ...namesakeLines("May be the same as", open, layout),
  ];
}

/** Reasons told before the rest is counted. */
const MOST_REASONS = 6;

function mergeLines(
  merges: readonly DossierMerge[],
  most: number,
  layout: Layout,
): readonly string[] {
  if (merges.length === 0) return [];
  const groups = new Map<string, DossierMerge[]>();
  for (const merge of merges) {
    const reason = merge.reasons.join("; ");
    const known = groups.get(reason);
    if (known === undefined) groups.set(reason, [merge]);
    else known.push(merge);
  }
  const mostFirst = [...groups].sort(([, x], [, y]) => y.length - x.length);
  const rest = mostFirst.slice(MOST_REASONS);
  return [
    "",
    `Why it is one (${counted(merges.length, "merge")})`,
    ...mostFirst
      .slice(0, MOST_REASONS)
      .flatMap(([reason, group]) => groupLines(reason, group, most, layout)),
    ...(rest.length > 0
      ? [
          layout.paint.dim(
            `  and ${counted(rest.flatMap(([, group]) => group).length, "more merge")} for ${counted(rest.length, "other reason")}`,
          ),
        ]
      : []),
  ];
}

function groupLines(
  reason: string,
  group: readonly DossierMerge[],
  most: number,
  layout: Layout,
): readonly string[] {
  const { dim } = layout.paint;
  const rest = group.length - most;
  return [
    ...paragraph(`one because: ${reason}, ${scoresOf(group)}`, "  ", layout),
    ...[...group]
      .sort((x, y) => Number(isSpeltAlike(x)) - Number(isSpeltAlike(y)))
      .slice(0, most)
      .flatMap(({ a, b }) =>
        paragraph(`${namingText(a)} = ${namingText(b)}`, "      ", layout).map((line) => dim(line)),
      ),
    ...(rest > 0 ? [dim(`      and ${counted(rest, "more merge")} for this reason`)] : []),
  ];
}

/** Two spellings say more than one spelling twice. */
const isSpeltAlike = ({ a, b }: DossierMerge): boolean => a.name === b.name;

function scoresOf(group: readonly DossierMerge[]): string {
  const scores = group.map(({ score }) => score);
  const [least, most] = [Math.min(...scores).toFixed(2), Math.max(...scores).toFixed(2)];
  return least === most ? least : `${least} to ${most}`;
}

function namesakeLines(
  title: string,
  namesakes: readonly DossierNamesake[],
  layout: Layout,
): readonly string[] {
  if (namesakes.length === 0) return [];
  return [
    "",
    `${title} (${namesakes.length})`,
    ...namesakes.flatMap(({ other, score, reasons, namings }) => [
      ...paragraph(`${nodeText(other)} ${other.id}`, "  ", layout),
      ...paragraph(
        `${reasons.join("; ")}${score === 0 ? "" : `, ${score.toFixed(2)}`}`,
        "      ",
        layout,
      ),
      ...(namings === null
        ? []
        : paragraph(namings.map(namingText).join(" / "), "      ", layout).map((line) =>
            layout.paint.dim(line),
          )),
    ]),
  ];
}

const namingText = ({ name, path, document, date }: ToldNaming): string =>
  `“${name}” in ${path ?? document}${date === null ? "" : ` (${date})`}`;

/** Columns that {@link identityRows} fills. */
export const IDENTITY_COLUMNS = [
  "identity",
  "score",
  "reasons",
  "ownNaming",
  "otherNaming",
] as const;

/** What is known of who is who as rows: one a merge and one an entity that is alike. */
export function* identityRows({ merges, apart, open }: DossierIdentity): Generator<{
  readonly other: DossierNamesake["other"] | null;
  readonly values: readonly CypherValue[];
}> {
  for (const { score, reasons, a, b } of merges)
    yield { other: null, values: ["merged", new Float(score), reasons, naming(a), naming(b)] };
  for (const [outcome, found] of [
    ["apart", apart],
    ["review", open],
  ] as const) {
    for (const { other, score, reasons, namings } of found) {
      const told = namings === null ? [null, null] : namings.map(naming);
      yield { other, values: [outcome, new Float(score), reasons, ...told] };
    }
  }
}

const naming = ({ name, document, path, start }: ToldNaming): CypherValue =>
  new Map<string, CypherValue>([
    ["name", name],
    ["document", document],
    ["path", path],
    ["start", start],
  ]);
