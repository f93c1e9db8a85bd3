/**
 * A drawn query as a tree, so that it can be made smaller without knowing its grammar: a phrase may be
 * left out where it is optional, and give way to a phrase of its own kind inside it.
 */
export interface Phrase {
  /** What it may be exchanged for: `clause`, or the type of an expression. */
  readonly kind: string;
  readonly parts: readonly (string | Phrase)[];
  readonly optional: boolean;
  /** The plainest text of this kind, tried in its place; null where there is none. */
  readonly plain: string | null;
}

/** A phrase of a kind; `plain` is the plainest text that could stand there. */
export function phrase(
  kind: string,
  parts: readonly (string | Phrase)[],
  plain: string | null = null,
): Phrase {
  return { kind, parts, optional: false, plain };
}

/** A phrase that a query can do without. */
export function extra(kind: string, parts: readonly (string | Phrase)[]): Phrase {
  return { kind, parts, optional: true, plain: null };
}

export function textOf(part: string | Phrase): string {
  return typeof part === "string" ? part : part.parts.map(textOf).join("");
}

/** Every tree that is one step smaller: outer phrases before inner ones, so that much goes at once. */
export function* smaller(root: Phrase): Generator<Phrase> {
  const level: { readonly at: readonly number[]; readonly phrase: Phrase }[] = [
    { at: [], phrase: root },
  ];
  for (let next = level.shift(); next !== undefined; next = level.shift()) {
    for (const instead of insteadOf(next.phrase)) yield put(root, next.at, instead);
    for (const [index, part] of next.phrase.parts.entries()) {
      if (typeof part !== "string") level.push({ at: [...next.at, index], phrase: part });
    }
  }
}

function* insteadOf(one: Phrase): Generator<Phrase> {
  if (one.optional && one.parts.length > 0) yield { ...one, parts: [] };
  if (one.plain !== null && textOf(one) !== one.plain) yield { ...one, parts: [one.plain] };
  for (const inner of within(one)) if (inner.kind === one.kind) yield inner;
}

function* within(one: Phrase): Generator<Phrase> {
  for (const part of one.parts) {
    if (typeof part === "string") continue;
    yield part;
    yield* within(part);
  }
}

function put(root: Phrase, at: readonly number[], instead: Phrase): Phrase {
  const [index, ...rest] = at;
  if (index === undefined) return instead;
  const parts = root.parts.map((part, no) =>
    no === index && typeof part !== "string" ? put(part, rest, instead) : part,
  );
  return { ...root, parts };
}
