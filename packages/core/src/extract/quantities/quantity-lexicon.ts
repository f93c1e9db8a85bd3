import type { Qualifier } from "../../model/quantity.js";
import type { CueSection, UnitRow } from "../../packs/rule-schemas.js";
import { TokenTrie, trieKey } from "../../text/token-trie.js";
import { tokenize } from "../../text/tokenize.js";

/** Units and qualifying words of a pack, ready to match. */
export interface QuantityLexicon {
  readonly units: TokenTrie<UnitRow>;
  /** Words before a figure: `more than`, `some`. */
  readonly before: TokenTrie<Qualifier>;
  /** Words after a figure or its unit: `or more`, `or so`. */
  readonly after: TokenTrie<Qualifier>;
}

export function compileQuantityLexicon(
  units: readonly UnitRow[],
  words: CueSection["quantity"],
): QuantityLexicon {
  const lexicon: QuantityLexicon = {
    units: new TokenTrie(),
    before: new TokenTrie(),
    after: new TokenTrie(),
  };
  for (const row of units) lexicon.units.add(trieKey(tokenize(row.form)), row);
  const add = (trie: TokenTrie<Qualifier>, phrases: readonly string[], qualifier: Qualifier) => {
    for (const phrase of phrases) trie.add(trieKey(tokenize(phrase)), qualifier);
  };
  add(lexicon.before, words.gte, "gte");
  add(lexicon.before, words.lte, "lte");
  add(lexicon.before, words.approx, "approx");
  add(lexicon.after, words.gteAfter, "gte");
  add(lexicon.after, words.approxAfter, "approx");
  return lexicon;
}
