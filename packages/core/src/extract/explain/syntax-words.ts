import { flat } from "./claim-words.js";
import type {
  ExplainedClause,
  ExplainedCue,
  ExplainedGroup,
  ExplainedName,
  Words,
} from "./explanation.js";

/** A word of doubt with the words it reaches. */
export const cueText = ({ text, modality, scope }: ExplainedCue): string =>
  `“${flat(text)}”: ${modality}, as far as “${flat(scope.text)}”`;

/** What a name was read as and by which rule. */
export function nameText({ text, type, name, rule, inside, thing }: ExplainedName): string {
  const shown = flat(text) === name ? "" : `, “${flat(name)}”`;
  const where = inside ? ", inside a longer name" : "";
  return `“${flat(text)}”: ${type}${shown} by ${rule}${where}${thing === null ? ", became no thing" : ""}`;
}

const list = (words: readonly Words[]): string =>
  words.map(({ text }) => `“${flat(text)}”`).join(", ");

/** What hangs on a noun group; null where nothing does, since its words say it all. */
export function groupText({
  text,
  possessor,
  complements,
  listed,
  apposed,
}: ExplainedGroup): string | null {
  const parts = [
    ...(possessor === null ? [] : [`of “${flat(possessor.text)}”`]),
    ...complements.map((one) => `${one.preposition} “${flat(one.text)}”`),
    ...(listed.length === 0 ? [] : [`in a list with ${list(listed)}`]),
    ...(apposed.length === 0 ? [] : [`is ${list(apposed)}`]),
  ];
  return parts.length === 0 ? null : `“${flat(text)}”: ${parts.join("; ")}`;
}

/** A clause with its phrases: verb, voice, subject, object. */
export function clauseText(clause: ExplainedClause): string {
  const { verb, stand, voice, negated, modal, subject, object, phrases } = clause;
  const kind = [voice, stand, ...(negated ? ["negated"] : []), ...(modal ? ["modal"] : [])];
  const parts = [
    ...(subject === null ? [] : [`subject “${flat(subject.text)}”`]),
    ...(object === null ? [] : [`object “${flat(object.text)}”`]),
    ...phrases.map((one) => `${one.preposition} “${flat(one.text)}”`),
  ];
  return `“${flat(verb.text)}” (${kind.join(", ")})${parts.length === 0 ? "" : `: ${parts.join("; ")}`}`;
}
