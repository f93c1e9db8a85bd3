/** Which form of a verb a word is; `past` is also the participle of regular verbs. */
export type VerbForm = "base" | "third" | "past" | "participle" | "gerund";

/** A word of a verb, with its particle where it has one. */
export interface InflectedVerb {
  readonly text: string;
  readonly form: VerbForm;
}

const VOWEL = /[aeiou]/;

/**
 * Every form of a verb in base form, told before the base where both are one (`come`, `put`), particles kept: `break up` → `broke up`, `breaking up`.
 * Irregular verbs list third person, past, participle and gerund, or three of them where past and
 * participle are one, or two where they also equal the base form.
 */
export function inflect(
  verb: string,
  irregular: Readonly<Record<string, readonly string[]>>,
): InflectedVerb[] {
  const [base = "", ...particles] = verb.split(" ");
  const tail = particles.length === 0 ? "" : ` ${particles.join(" ")}`;
  const forms = irregularForms(base, irregular[base]) ?? regularForms(base);
  return forms.map(({ text, form }) => ({ text: text + tail, form }));
}

function irregularForms(base: string, listed: readonly string[] | undefined) {
  if (listed === undefined) return null;
  const third = listed[0] ?? base;
  const gerund = listed.at(-1) ?? base;
  const past = listed.length >= 3 ? (listed[1] ?? base) : base;
  const participle = listed.length >= 4 ? (listed[2] ?? past) : past;
  return verbForms(base, third, past, participle, gerund);
}

function regularForms(base: string) {
  const stem = base.endsWith("e") ? base.slice(0, -1) : doubled(base);
  if (base.endsWith("y") && !VOWEL.test(base.at(-2) ?? "")) {
    const root = base.slice(0, -1);
    return verbForms(base, `${root}ies`, `${root}ied`, `${root}ied`, `${base}ing`);
  }
  const third = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  return verbForms(base, third, `${stem}ed`, `${stem}ed`, `${stem}ing`);
}

/** `net` → `nett`; `arrest`, `search` and `raid` stay. */
function doubled(base: string): string {
  const [before = "", vowel = "", last = ""] = base.slice(-3);
  const short = base.length <= 4 && !VOWEL.test(before) && VOWEL.test(vowel);
  return short && !/[aeiouwxyhs]/.test(last) ? base + last : base;
}

function verbForms(
  base: string,
  third: string,
  past: string,
  participle: string,
  gerund: string,
): InflectedVerb[] {
  const forms: InflectedVerb[] = [{ text: past, form: "past" }];
  if (participle !== past) forms.push({ text: participle, form: "participle" });
  if (base !== past && base !== participle) forms.push({ text: base, form: "base" });
  forms.push({ text: third, form: "third" }, { text: gerund, form: "gerund" });
  return forms;
}
