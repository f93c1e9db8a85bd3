import type { Claim } from "../../model/claim.js";
import type { RuleId } from "../../packs/engine-rules.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { type Item, type MentionItem, wordAt } from "../stream/item.js";
import type { DocumentView } from "../view/document-view.js";
import { is } from "../words/read-tokens.js";

/** Property claims `age` and `nationality` of people, where a description right beside the name tells. */
export function findDetails(view: DocumentView, maker: ClaimMaker): Claim[] {
  return view.sentences.flatMap(({ items }, sentence) =>
    items.flatMap((item, at) => {
      if (item.kind !== "mention" || !PEOPLE.has(item.entity.role)) return [];
      const age = ageOf(view, items, at);
      const nationality = nationalityOf(items, at);
      const ground = (rule: RuleId) => ({ rule, sentences: [sentence] });
      return [
        ...(age === null ? [] : [maker.property(item.entity, "age", age, ground("person.age"))]),
        ...(nationality === null
          ? []
          : [
              maker.property(item.entity, "nationality", nationality, ground("person.nationality")),
            ]),
      ];
    }),
  );
}

const PEOPLE: ReadonlySet<string> = new Set(["person", "official"]);
const YOUNGEST = 10;
const OLDEST = 110;
const NUMBER_ENDS: ReadonlySet<string> = new Set([",", ".", ")", ";"]);

/** `X, 31,`, `X (31)`, `X, aged 31`, `X, a 31-year-old trader`, `31-year-old X`. */
function ageOf(view: DocumentView, items: readonly Item[], at: number): number | null {
  const opened = wordAt(items, at + 1);
  if (opened === "," || opened === "(") {
    const start = is(items[at + 2], "age_leads") ? at + 3 : at + 2;
    const years = yearsAt(view, items, start);
    if (years === null) return before(view, items, at);
    if (is(items[at + 2], "indefinite_article"))
      return years.old && !isThing(view, items, years.to) ? years.age : null;
    const ends = years.to >= items.length || NUMBER_ENDS.has(wordAt(items, years.to));
    // `X, 31, 32 and 33`: figures of a list.
    const list = items[years.to + 1]?.kind === "quantity";
    return ends && !list && !years.old ? years.age : null;
  }
  return before(view, items, at);
}

/** The age that stands right in front of a name: `31-year-old X`. */
function before(view: DocumentView, items: readonly Item[], at: number): number | null {
  for (let start = at - 1; start >= at - 3; start -= 1) {
    if (items[start]?.kind !== "quantity") continue;
    const years = yearsAt(view, items, start);
    return years?.old === true && years.to === at ? years.age : null;
  }
  return null;
}

/** A whole number of years that a life can have, alone or as `31-year-old`. */
function yearsAt(view: DocumentView, items: readonly Item[], at: number) {
  const item = items[at];
  if (item?.kind !== "quantity") return null;
  const { value, low, high, unit } = item.quantity;
  if (value === null || low !== high || !Number.isInteger(value)) return null;
  if (value < YOUNGEST || value > OLDEST) return null;
  if (unit === null) return { age: value, old: false, to: at + 1 };
  const written = view.document.text.slice(item.start, item.end).toLowerCase();
  if (!written.endsWith("-year") && !written.endsWith(" year")) return null;
  const dash = wordAt(items, at + 1) === "-" ? 1 : 0;
  return is(items[at + 1 + dash], "old_word") ? { age: value, old: true, to: at + 2 + dash } : null;
}

/** `a 20-year-old company` is no person. */
function isThing(view: DocumentView, items: readonly Item[], from: number): boolean {
  for (let at = from; at < from + 4; at += 1) {
    const word = wordAt(items, at);
    if (is(items[at], "not_nationals") || view.book.nouns("network").has(word)) return true;
    if (items[at]?.kind === "mark") return false;
  }
  return false;
}

/** `X, a Syrian national`, `a Syrian national X`: the state's alpha-2 code. */
function nationalityOf(items: readonly Item[], at: number): string | null {
  if (is(items[at - 1], "nationals")) return codeAt(items, at - 2);
  if (wordAt(items, at + 1) !== "," || !is(items[at + 2], "indefinite_article")) return null;
  return is(items[at + 4], "nationals") ? codeAt(items, at + 3) : null;
}

function codeAt(items: readonly Item[], at: number): string | null {
  const state = items[at] as MentionItem | undefined;
  if (state?.kind !== "mention" || state.entity.role !== "country") return null;
  // `a Syrian-Lebanese national` has two.
  const joined = ["-", "/"].includes(wordAt(items, at - 1)) || is(items[at - 1], "additive");
  return joined ? null : (state.entity.attributes.iso2 ?? null);
}
