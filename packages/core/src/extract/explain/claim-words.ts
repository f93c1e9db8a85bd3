import type {
  ExplainedClaim,
  ExplainedRejection,
  ExplainedSentence,
  LostName,
  Words,
} from "./explanation.js";

const quoted = (words: readonly Words[]): string =>
  words.map(({ text }) => `“${flat(text)}”`).join(", ");

/** Words of a report on one line. */
export const flat = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** What a claim says: `A ─ LEADS → B`, `A: arrested = 4`. */
export function claimHead({ type, subject, object, value }: ExplainedClaim): string {
  if (object === null) return `${flat(subject.name)}: ${type} = ${String(value)}`;
  return `${flat(subject.name)} ─ ${type} → ${flat(object.name)}`;
}

/** How a claim is put and what is told beside it: `alleged; role arrested`. */
export function claimManner({
  modality,
  stands,
  attributedTo,
  qualifiers,
}: ExplainedClaim): readonly string[] {
  const put = stands ? modality : `${modality}, so no link`;
  return [
    ...(modality === "asserted" ? [] : [put]),
    ...(attributedTo === null ? [] : [`by ${flat(attributedTo)}`]),
    ...Object.entries(qualifiers)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `${key} ${String(value)}`),
  ];
}

/** Which words carry a claim: a predicate with its phrases, an action's words, what stands between. */
export function carrierWords({ carrier, words, slots }: ExplainedClaim): string {
  if (carrier === "names") return "carried by the names alone";
  if (carrier === "sentence") return "carried by the sentence as a whole";
  if (carrier === "between") return `between the names: ${quoted(words)}`;
  if (carrier === "action") return `the action told by ${quoted(words)}`;
  const filled = slots.map(
    (one) => `${one.slot} ${one.words === null ? "in a list below" : `“${flat(one.words.text)}”`}`,
  );
  return `${quoted(words)}: ${filled.join(", ")}`;
}

/** Who read it and how sure that is: `predicates, lead/LEADS; .86 = rule .90 × wording .95`. */
export function ruleWords(claim: ExplainedClaim): string {
  const { extractor, rule, confidence, confidenceRule, confidenceWording } = claim;
  return `${extractor}, ${rule}; ${share(confidence)} = rule ${share(confidenceRule)} × wording ${share(confidenceWording)}`;
}

const share = (value: number): string => value.toFixed(2).replace(/^0(?=\.)/, "");

/**
 * What was rejected in a sentence, a line a word and reason: readings that came to nothing, then words
 * that are no name. Words that found nothing for either end are left out.
 */
export function rejectedTexts({
  rejected,
  lostNames,
}: Pick<ExplainedSentence, "rejected" | "lostNames">): readonly string[] {
  const alike = new Map<string, ExplainedRejection[]>();
  for (const one of rejected) {
    if (one.idle) continue;
    const ends = [one.subjects, one.objects].map((side) => side.map(({ id }) => id).join());
    const key = [one.start, one.end, one.reason, ...ends].join("|");
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const lost = lostNames.map(lostText);
  return [...[...alike.values()].map(rejectedText), ...new Set(lost)];
}

function rejectedText(alike: readonly ExplainedRejection[]): string {
  const first = alike[0] as ExplainedRejection;
  const what = new Set(alike.map(({ type, rule }) => type ?? rule.replace(/^.*\//u, "")));
  const sought = new Set(alike.flatMap((one) => one.sought));
  const where = sought.size === 0 ? "" : ` (looked in ${[...sought].join(", ")})`;
  return `“${flat(first.text)}” tells no ${[...what].join(", ")}: ${because(first)}${where}`;
}

/** Words that are no name, and what won them. */
export function lostText({ text, role, because: reason, by }: LostName): string {
  const winner = by === null ? "" : `: “${flat(by.text)}” by ${by.rule}`;
  return `“${flat(text)}” is no ${role}: ${reason}${winner}`;
}

function because({ because: reason, subjects, objects }: ExplainedRejection): string {
  const named = (side: ExplainedRejection["subjects"]): string =>
    side.map(({ name }) => flat(name)).join(", ");
  const [from, to] = [named(subjects), named(objects)];
  if (from !== "" && to !== "") return `${from} → ${to}: ${reason}`;
  if (from === "" && to === "") return reason;
  return from === "" ? `? → ${to}: ${reason}` : `${from} → ?: ${reason}`;
}
