import { foldName } from "../../text/fold.js";
import type {
  ExplainedClaim,
  ExplainedRejection,
  ExplainedSentence,
  Explanation,
  LostName,
  ThingRef,
} from "./explanation.js";

/** One end of a question, with what the report has for it. */
export interface AskedEnd {
  readonly asked: string;
  /** The things of that name; several where the report has several. */
  readonly things: readonly ThingRef[];
  /** Readings of such words as a name that lost, by number of the sentence. */
  readonly lost: readonly (LostName & { readonly sentence: number })[];
  /** Numbers of the sentences in which the words stand, where no thing has the name. */
  readonly sentences: readonly number[];
}

/** An action that both ends have part in. */
interface SharedAction {
  readonly action: ThingRef;
  readonly claims: readonly ExplainedClaim[];
}

/** Why two things are linked, or why they are not. */
export interface WhyAnswer {
  readonly from: AskedEnd;
  readonly to: AskedEnd;
  /** Claims of the one and the other, either way round. */
  readonly links: readonly ExplainedClaim[];
  readonly shared: readonly SharedAction[];
  /** Readings between the two that came to nothing, and in sentences that name both those of either. */
  readonly rejected: readonly (ExplainedRejection & { readonly sentence: number })[];
  /** Numbers of the sentences that name both; else of the nearest two that name one each. */
  readonly nearest: readonly number[];
  /** True where each of the nearest sentences names both. */
  readonly together: boolean;
}

/** Every link between two names with the reading that made it; where there is none, what stood in its way. */
export function whyLinked(explanation: Explanation, from: string, to: string): WhyAnswer {
  const [a, b] = [askedEnd(explanation, from), askedEnd(explanation, to)];
  const [left, right] = [idsOf(a), idsOf(b)];
  const { claims, sentences } = explanation;
  const joins = ({ subject, object }: ExplainedClaim): boolean =>
    object !== null &&
    ((left.has(subject.id) && right.has(object.id)) ||
      (right.has(subject.id) && left.has(object.id)));
  const links = claims.filter(joins);
  const both = sentences.filter((one) => isNamed(one, a) && isNamed(one, b));
  const near = both.length > 0 ? both : nearestTwo(sentences, a, b);
  // Where a link was found, what else its sentence rejected answers another question.
  const asked = new Set(links.length > 0 ? [] : both);
  return {
    from: a,
    to: b,
    links,
    shared: sharedActions(explanation, left, right),
    rejected: sentences.flatMap((sentence) =>
      sentence.rejected
        .filter((one) => isBetween(one, left, right, asked.has(sentence)))
        .map((one) => ({ ...one, sentence: sentence.number })),
    ),
    nearest: near.map(({ number }) => number),
    together: both.length > 0,
  };
}

const idsOf = ({ things }: AskedEnd): ReadonlySet<string> => new Set(things.map(({ id }) => id));

function askedEnd({ things, sentences }: Explanation, asked: string): AskedEnd {
  const wanted = foldName(asked);
  const called = (test: (name: string) => boolean) =>
    things.filter(({ id, name, aliases }) => id === asked || [name, ...aliases].some(test));
  const exact = called((name) => foldName(name) === wanted);
  const found =
    exact.length > 0 || wanted === ""
      ? exact
      : called((name) => ` ${foldName(name)} `.includes(` ${wanted} `));
  const stands = (text: string): boolean =>
    wanted !== "" && ` ${foldName(text)} `.includes(` ${wanted} `);
  return {
    asked,
    things: found.map(({ id, name, type }) => ({ id, name, type })),
    lost: sentences.flatMap((sentence) =>
      sentence.lostNames
        .filter(({ text }) => foldName(text) === wanted)
        .map((one) => ({ ...one, sentence: sentence.number })),
    ),
    sentences:
      found.length > 0 ? [] : sentences.filter(({ text }) => stands(text)).map((one) => one.number),
  };
}

/** Whether a sentence names a thing of an end, or holds its words where they are no name. */
const isNamed = ({ names, number }: ExplainedSentence, end: AskedEnd): boolean =>
  end.sentences.includes(number) ||
  names.some(({ thing }) => thing !== null && end.things.some(({ id }) => id === thing));

/** The two sentences nearest to each other of which one names the one end and one the other. */
function nearestTwo(
  sentences: readonly ExplainedSentence[],
  left: AskedEnd,
  right: AskedEnd,
): readonly ExplainedSentence[] {
  let best: readonly [ExplainedSentence, ExplainedSentence] | null = null;
  let [a, b]: [ExplainedSentence | null, ExplainedSentence | null] = [null, null];
  for (const sentence of sentences) {
    if (isNamed(sentence, left)) a = sentence;
    if (isNamed(sentence, right)) b = sentence;
    if (a === null || b === null) continue;
    if (best === null || distance(a, b) < distance(...best)) best = [a, b];
  }
  return best === null ? [] : best.toSorted((one, other) => one.number - other.number);
}

const distance = (a: ExplainedSentence, b: ExplainedSentence): number =>
  Math.abs(a.number - b.number);

/** A reading that found both ends, or one of them in a sentence that names both. */
function isBetween(
  { subjects, objects, idle }: ExplainedRejection,
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  namesBoth: boolean,
): boolean {
  const ends = [...subjects, ...objects];
  const [hasLeft, hasRight] = [left, right].map((ids) => ends.some(({ id }) => ids.has(id)));
  if (hasLeft === true && hasRight === true) return true;
  return namesBoth && !idle && (ends.length === 0 || hasLeft === true || hasRight === true);
}

function sharedActions(
  { actions, claims }: Explanation,
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): SharedAction[] {
  return actions.flatMap(({ id, name }) => {
    const own = claims.filter(({ subject, object }) => subject.id === id || object?.id === id);
    const of = (ids: ReadonlySet<string>) =>
      own.filter(({ subject, object }) => ids.has(subject.id) || ids.has(object?.id ?? ""));
    const [ofLeft, ofRight] = [of(left), of(right)];
    if (ofLeft.length === 0 || ofRight.length === 0) return [];
    const action = own[0]?.subject.id === id ? own[0].subject : { id, name, type: "" };
    return [{ action, claims: [...new Set([...ofLeft, ...ofRight])] }];
  });
}
