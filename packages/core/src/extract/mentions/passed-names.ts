// Capitalised words that are no things of the graph: operations, products, what laws and lists are called, and the
// credits of pictures.
import { inList, type MentionContext } from "./mention-context.js";
import { operationNames } from "./operation-names.js";
import { productNames } from "./product-names.js";
import { isCapital, isLower, type SentenceTokens } from "./sentence-tokens.js";

interface TokenRange {
  readonly from: number;
  /** One past the last token. */
  readonly to: number;
}

/** The ranges of a sentence in which no name is read. */
export function passedNames(context: MentionContext, view: SentenceTokens): TokenRange[] {
  return [
    ...operationNames(view),
    ...productNames(context, view),
    ...labels(context, view),
    ...pictureCredits(context, view),
  ];
}

/** "a Specially Designated National", "Harbour Heroes Day": a label, or an event with all that is named in its name. */
function labels(context: MentionContext, view: SentenceTokens): TokenRange[] {
  const { tokens } = view;
  return tokens.flatMap((token, at) => {
    if (!isCapital(token)) return [];
    const label = context.pack.words.phrases("labels").longestAt(tokens, at);
    if (label !== undefined) return [{ from: at, to: label.to }];
    return isEvent(context, view, at) ? [{ from: eventStart(view, at), to: at + 1 }] : [];
  });
}

const isEvent = (context: MentionContext, { tokens, shouts, titled }: SentenceTokens, at: number) =>
  !shouts &&
  !titled &&
  inList(context, "event_heads", tokens[at]) &&
  isCapital(tokens[at - 1]) &&
  !inList(context, "days_and_months", tokens[at - 1]) &&
  !isCapital(tokens[at + 1]);

function eventStart({ tokens, datelineEnd }: SentenceTokens, head: number): number {
  let from = head;
  while (from > datelineEnd && isCapital(tokens[from - 1])) from -= 1;
  return from;
}

/** Words of a credit at most. */
const LONGEST_CREDIT = 10;

/** "(Rita Harbour/HW Photo)", "— Harbour Wire pic": who took a picture. */
function pictureCredits(context: MentionContext, { tokens }: SentenceTokens): TokenRange[] {
  return tokens.flatMap((token, at) => {
    if (!inList(context, "picture_words", token)) return [];
    let from = at;
    while (from > Math.max(0, at - LONGEST_CREDIT) && isCreditPart(context, tokens[from - 1]))
      from -= 1;
    const before = tokens[from - 1];
    const opened =
      before?.text === "(" || before?.text === "[" || /^[—–]$/.test(before?.text ?? "");
    const closed = !isLower(tokens[at + 1]);
    return opened && closed && from < at ? [{ from, to: at + 1 }] : [];
  });
}

const isCreditPart = (
  context: MentionContext,
  token: SentenceTokens["tokens"][number] | undefined,
) =>
  isCapital(token) ||
  /^[/:.,-]$/.test(token?.text ?? "") ||
  inList(context, "picture_words", token) ||
  inList(context, "name_joins", token);
