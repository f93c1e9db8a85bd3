import type { DocumentEntity } from "../../model/document-entity.js";
import type { SeizedAmount } from "../../model/quantity.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { Told } from "../operations/operation-frame.js";
import type { PartialFrame } from "../operations/partial-frame.js";
import type { DocumentView } from "../view/document-view.js";
import type { ActionSlot, ExplainedAction, Words } from "./explanation.js";
import { itemWords } from "./words.js";

/** An action with the words that tell it and what fills its slots. */
export function explainAction(
  view: DocumentView,
  { frame, operation, networks }: OperationFindings,
): ExplainedAction {
  const numberOf = (sentence: number): number =>
    (view.sentences[sentence]?.sentence.index ?? 0) + 1;
  const things = (slot: string, told: readonly Told<DocumentEntity>[]): ActionSlot[] =>
    told.map(({ value, sentence }) => ({
      slot,
      value: value.name,
      thing: value.id,
      sentence: numberOf(sentence),
    }));
  const figure = (slot: string, told: Told<{ readonly value: number }> | null): ActionSlot[] =>
    told === null
      ? []
      : [{ slot, value: `${told.value.value}`, thing: null, sentence: numberOf(told.sentence) }];
  const { date } = frame;
  return {
    id: operation.id,
    name: operation.name,
    kind: frame.kind,
    sentences: [...new Set(frame.parts.map(({ sentence }) => numberOf(sentence)))],
    words: frame.parts.flatMap((part) => actWords(view, part)),
    slots: [
      ...(date === null
        ? []
        : [
            { slot: "date", value: dateText(date), thing: null, sentence: numberOf(date.sentence) },
          ]),
      ...things("by", frame.agencies),
      ...things("with", frame.partners),
      ...things("at", frame.places),
      ...things("against", networks),
      ...frame.targets.flatMap((told) => things(told.role, [told])),
      ...figure("arrested", frame.arrested),
      ...figure("killed", frame.killed),
      ...frame.seized.map(({ value, sentence }) => ({
        slot: "seized",
        value: [amountText(value.amount), value.goods?.name ?? ""].filter(Boolean).join(" "),
        thing: value.goods?.id ?? null,
        sentence: numberOf(sentence),
      })),
    ],
  };
}

const dateText = ({
  value: { value, from, to },
}: NonNullable<OperationFindings["frame"]["date"]>) => value ?? `${from} to ${to}`;

const amountText = (amount: SeizedAmount | null): string =>
  amount === null ? "" : `${amount.value ?? "an unknown number"} ${amount.unit}`;

/** The verbs and nouns of a part that say what was done. */
function actWords({ document }: DocumentView, { view, range, acts, fates }: PartialFrame): Words[] {
  if (acts.size === 0 && fates.length === 0) return [];
  const inside = view.triggers.filter(({ from }) => from >= range.from && from < range.to);
  const words = [...inside, ...fates.map(({ at }) => ({ from: at, to: at + 1 }))]
    .map(({ from, to }) => itemWords(document.text, view, from, to))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return words.filter((one, at) => one.start >= (words[at - 1]?.end ?? -1));
}
