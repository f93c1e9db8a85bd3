// The table of labelled pairs: kind, way, verdict, two names, two texts, parted by tabs. docs/identity.md
// describes it.

/** Two names as two reports tell them, and whether they are one thing. */
export interface LabelledPair {
  readonly kind: string;
  readonly how: string;
  readonly same: boolean;
  readonly a: string;
  readonly b: string;
  /** A sentence or a few words about the one; may be empty. */
  readonly textA: string;
  readonly textB: string;
}

const COLUMNS = "kind\thow\tverdict\ta\tb\ttext_a\ttext_b";

/** Kinds a table may name, with the type that a bare name of it gets. */
export const PAIR_KINDS: Readonly<Record<string, string>> = {
  person: "Person",
  body: "Agency",
  group: "Network",
  place: "Place",
  company: "Organization",
  vessel: "Organization",
};

export const encodePairs = (pairs: readonly LabelledPair[]): string =>
  `${[COLUMNS, ...pairs.map(encodePair)].join("\n")}\n`;

const encodePair = ({ kind, how, same, a, b, textA, textB }: LabelledPair): string =>
  [kind, how, same ? "same" : "different", a, b, textA, textB].join("\t");

/**
 * The pairs of a table; empty lines and lines that start with `#` are passed over.
 * @throws RangeError naming the line and what was expected there.
 */
export function parsePairs(file: string, content: string): readonly LabelledPair[] {
  const pairs: LabelledPair[] = [];
  let header = false;
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!header) {
      header = true;
      if (line === COLUMNS) continue;
      throw fault(file, index, `names other columns than \`${COLUMNS.replaceAll("\t", " ")}\``);
    }
    pairs.push(parsePair(file, index, line));
  }
  return pairs;
}

function parsePair(file: string, index: number, line: string): LabelledPair {
  const [kind = "", how = "", verdict = "", a = "", b = "", textA = "", textB = ""] =
    line.split("\t");
  if (PAIR_KINDS[kind] === undefined)
    throw fault(
      file,
      index,
      `has the kind \`${kind}\`; the kinds are ${Object.keys(PAIR_KINDS).join(", ")}`,
    );
  if (verdict !== "same" && verdict !== "different")
    throw fault(
      file,
      index,
      `has the verdict \`${verdict}\` where \`same\` or \`different\` is expected`,
    );
  if (a === "" || b === "") throw fault(file, index, "lacks one of the two names");
  return { kind, how, same: verdict === "same", a, b, textA, textB };
}

const fault = (file: string, index: number, what: string): RangeError =>
  new RangeError(`${file}, line ${index + 1}, ${what}.`);
