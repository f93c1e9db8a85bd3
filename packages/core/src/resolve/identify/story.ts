// What a report tells around a human being, in the words that few reports use: `fish wholesaler`, `cold store`,
// `613 kilos`. Two reports that share several of them tell one story; kin, trade and service in it say whether it
// has two people of near names.
import type { DocumentEntity } from "../../model/document-entity.js";
import type { Extraction } from "../../model/extraction.js";
import type { NameLists } from "../../packs/name-lists.js";
import { foldName } from "../../text/fold.js";
import { remember } from "../../text/remember.js";
import { setOfFew } from "./few.js";

/** The story around one person. */
export interface Story {
  /** Stems of unusual words, and counts, of the sentences that name the person and those beside them. */
  readonly words: ReadonlySet<string>;
  /** True where kin is spoken of. */
  readonly isOfKin: boolean;
  /** What the person lives by, as the words close to the name say. */
  readonly trades: ReadonlySet<string>;
  /** True where one of those trades is in the service of a state. */
  readonly isServing: boolean;
}

export const NO_STORY: Story = {
  words: setOfFew([]),
  isOfKin: false,
  trades: setOfFew([]),
  isServing: false,
};

/** Sentences beside a name that still speak of one matter, and mentions read at most. */
const CLOSE = 1;
const MENTIONS = 4;
/** Words shorter than this say little, and what is left of longer ones without their endings. */
const SHORTEST = 4;
const STEM = 7;
/** Words between a name and the trade that is said of it. */
const SAID_WITHIN = 8;

interface Passage {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly around: readonly string[];
}

/** Reads the stories around document entities. */
export function createStories(
  extractions: readonly Extraction[],
  names: NameLists,
): (entity: DocumentEntity) => Story {
  const byDocument = new Map(extractions.map((one) => [one.document.id, one]));
  const countries = remember((id) => countryWordsOf(byDocument.get(id)));
  const stemOf = createStems(names);
  const plain = new Set(names.phrases("plain_words").map(stemOf));
  const telling = { names, plain, stemOf };
  return (entity) => {
    const extraction = byDocument.get(entity.document);
    if (extraction === undefined || entity.mentions.length === 0) return NO_STORY;
    const passages = passagesOf(entity, extraction);
    const own = new Set([entity.name, ...entity.aliases].flatMap(wordsOf));
    const states = countries(entity.document);
    const around = passages.flatMap((one) => one.around).filter((word) => !own.has(word));
    const close = passages.flatMap(({ before, after }) => [
      ...before.slice(-SAID_WITHIN),
      ...after.slice(0, SAID_WITHIN),
    ]);
    const trades = close.flatMap((word) => names.standFor("trades", word) ?? []);
    return {
      words: setOfFew(
        around.flatMap((word) => (states.has(word) ? [] : (tellingOf(word, telling) ?? []))),
      ),
      isOfKin: around.some((word) => names.has("kin_words", word)),
      trades: setOfFew(trades),
      isServing: trades.some((trade) => names.has("serving", trade)),
    };
  };
}

function passagesOf({ mentions }: DocumentEntity, { document }: Extraction): readonly Passage[] {
  return mentions.slice(0, MENTIONS).map(({ start, end, sentence }) => {
    const last = document.sentences.length - 1;
    const own = document.sentences[sentence];
    const from = document.sentences[Math.max(0, sentence - CLOSE)]?.start ?? start;
    const to = document.sentences[Math.min(last, sentence + CLOSE)]?.end ?? end;
    return {
      before: wordsOf(document.text.slice(own?.start ?? start, start)),
      after: wordsOf(document.text.slice(end, Math.max(end, own?.end ?? end))),
      around: wordsOf(`${document.text.slice(from, start)} ${document.text.slice(end, to)}`),
    };
  });
}

/** The words that name states in a report, which many reports share. */
const countryWordsOf = (extraction: Extraction | undefined): ReadonlySet<string> =>
  new Set(
    (extraction?.entities ?? [])
      .filter(({ role }) => role === "country")
      .flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf)),
  );

const wordsOf = (text: string): readonly string[] =>
  foldName(text.replaceAll(/[’']s\b/g, " ").replaceAll(/(?<=\d)[.,](?=\d)/g, "d"))
    .split(" ")
    .filter((word) => word !== "");

const YEAR = /^(?:19|20)\d\d$/;

interface TellingWords {
  readonly names: NameLists;
  /** Stems of words that any report has. */
  readonly plain: ReadonlySet<string>;
  readonly stemOf: (word: string) => string;
}

/** The stem of a word or the count that tells one story from others; null for words of any report. */
function tellingOf(word: string, { names, plain, stemOf }: TellingWords): string | null {
  const count = names.standFor("numerals", word) ?? (/^\d/.test(word) ? word : undefined);
  if (count !== undefined) return count.length < 2 || YEAR.test(count) ? null : count;
  if (word.length < SHORTEST || names.has("plain_words", word)) return null;
  const stem = stemOf(word);
  return plain.has(stem) ? null : stem;
}

/** Words from this length on are told by what is left without their endings. */
const ENDED = 6;

/** Gives the stem of a word, cut to a length. */
function createStems(names: NameLists): (word: string) => string {
  const endings = names.phrases("word_endings");
  return remember((word) => {
    const ending = word.length < ENDED ? undefined : endings.find((one) => word.endsWith(one));
    const bare = ending === undefined ? word : word.slice(0, -ending.length);
    return bare.replace(/s$/, "").slice(0, STEM);
  });
}
