// Families of texts that grow without end, each one kind of trouble: what is looked through again for each
// thing that is read shows as time that grows faster than the text.
import type { DomainPack } from "@redthread/core/packs";
import { inventedReports, type Names, namesOf } from "./invented-reports.js";
import { seededRandom } from "./seeded-random.js";

/** What a text of a family is made from. */
interface TextOptions {
  readonly pack: DomainPack;
  readonly seed: number;
  readonly characters: number;
}

/** Texts of one kind in any length. */
export interface TextFamily {
  readonly name: string;
  readonly grow: (options: TextOptions) => string;
}

type Piece = (of: Names, at: number) => string;

/** A family of pieces set one behind the other. */
const family = (name: string, between: string, piece: Piece): TextFamily => ({
  name,
  grow: ({ pack, seed, characters }) => {
    const names = namesOf(pack, seededRandom(seed));
    const pieces: string[] = [];
    for (let length = 0, at = 0; length < characters; at += 1) {
      const next = piece(names, at);
      pieces.push(next);
      length += next.length + between.length;
    }
    return pieces.join(between);
  },
});

const INVISIBLE = "\u200b\u200d\ufe0f\u00ad\u2060\u200e";

export const TEXT_FAMILIES: readonly TextFamily[] = [
  {
    name: "reports in one file",
    grow: ({ pack, seed, characters }) =>
      inventedReports(pack, { seed, count: 1, characters }).join(""),
  },
  family("repeated sentences", " ", () => "Police seized cocaine in Rotterdam on Monday."),
  family(
    "one line",
    " ",
    (of) => `${of.person()} met ${of.person()} in ${of.place()}, ${of.state()};`,
  ),
  family("names in a list", " ", (of) => `${of.person()},`),
  family("agencies", " ", (of, at) => {
    const end = at % 5 === 4 ? "." : ",";
    return `${of.agency()} and the ${of.state()} Customs Service work with ${of.agency()}${end}`;
  }),
  family("numbers", " ", (of) => `${of.figure()} kg, ${of.figure()} tonnes and`),
  family("headings", "\n\n", (of) => `${of.agency()} in ${of.place()}`),
  family(
    "one long sentence",
    " ",
    (of) => `and ${of.person()} sold ${of.goods()} to ${of.group()} in ${of.place()}`,
  ),
  family(
    "tables",
    "\n",
    (of) => `| ${of.place()} | ${of.figure()} | ${of.goods()} | ${of.day()} |`,
  ),
  family(
    "invisible characters",
    " ",
    (of, at) =>
      `Po${INVISIBLE}lice sei${INVISIBLE.charAt(at % 6)}zed coc${INVISIBLE}aine in ${of.place()}.`,
  ),
  family("capitals", " ", (of) =>
    `${of.agency()} seized ${of.goods()} from ${of.group()} in ${of.place()}.`.toUpperCase(),
  ),
];
