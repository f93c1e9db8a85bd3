// Companies by the form of their names alone, whatever stands beside them: a legal form of any country behind the name
// ("Químicos del Humaya, S.A. de C.V.", "Baltika Trade OOO"), and a head of another language in front of it
// ("Comercializadora Azul", "Transportes del Norte").
import { type Candidate, tokenText } from "./candidate.js";
import { inList, type MentionContext } from "./mention-context.js";
import { nameAt, nameBefore } from "./name-span.js";
import { isCapital, type SentenceTokens } from "./sentence-tokens.js";

/** Companies of a sentence that their form tells. */
export function companyNames(context: MentionContext, view: SentenceTokens): Candidate[] {
  if (view.shouts) return [];
  return view.tokens.flatMap((_, at) => {
    const found = withLegalForm(context, view, at) ?? withHead(context, view, at);
    return found === null ? [] : [found];
  });
}

const company = (from: number, to: number, rule: string): Candidate => ({
  from,
  to,
  role: "organization",
  rule,
  score: 0.9,
  key: null,
  country: null,
  form: "name",
});

/** A name, perhaps a comma, and a legal form written as such. */
function withLegalForm(
  context: MentionContext,
  view: SentenceTokens,
  at: number,
): Candidate | null {
  const { tokens } = view;
  if (at === 0 || !isCapital(tokens[at])) return null;
  const match = context.pack.words.phrases("legal_forms").longestAt(tokens, at);
  if (match === undefined) return null;
  const end = tokens[at - 1]?.text === "," ? at - 1 : at;
  const form = tokens[at]?.text ?? "";
  const short = form.replaceAll(".", "").length < 3;
  if (short && match.to === at + 1 && form !== form.toUpperCase()) return null;
  const name = nameBefore(context, view, end);
  if (name === null) return null;
  const to = tokens[match.to]?.text === "." ? match.to + 1 : match.to;
  const written = tokenText(context.document.text, tokens, name.from, name.to);
  return end < at
    ? { ...company(name.from, to, "organization.legal-form"), name: written }
    : company(name.from, to, "organization.legal-form");
}

/** "Comercializadora Azul": a head of companies in front, in its own language. */
function withHead(context: MentionContext, view: SentenceTokens, at: number): Candidate | null {
  const { tokens } = view;
  if (!isCapital(tokens[at]) || !inList(context, "company_heads_before", tokens[at])) return null;
  const name = nameAt(context, view, at);
  if (name === null || name.to - name.from < 2 || isCapital(tokens[at - 1])) return null;
  return company(name.from, name.to, "organization.foreign-head");
}
