/** Cardinals below twenty and the tens, by folded word. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...[
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen",
  ]
    .join(" ")
    .split(" ")
    .map((word, value): [string, number] => [word, value]),
  ...["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map(
    (word, at): [string, number] => [word, 20 + 10 * at],
  ),
  ["fourty", 40],
]);

/** Words and letters that multiply the number before them. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1_000],
  ["lakh", 100_000],
  ["lakhs", 100_000],
  ["million", 1_000_000],
  ["millions", 1_000_000],
  ["mn", 1_000_000],
  ["mln", 1_000_000],
  ["crore", 10_000_000],
  ["crores", 10_000_000],
  ["billion", 1_000_000_000],
  ["milliard", 1_000_000_000],
  ["milliards", 1_000_000_000],
  ["bn", 1_000_000_000],
  ["trillion", 1_000_000_000_000],
]);

/** Letters that multiply only when written against the digits: `1.2m`, `40k`. */
export const ATTACHED_MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ["k", 1_000],
  ["m", 1_000_000],
  ["mn", 1_000_000],
  ["bn", 1_000_000_000],
  ["b", 1_000_000_000],
]);

/** Parts of a whole, by folded word. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["half", 1 / 2],
  ["third", 1 / 3],
  ["thirds", 1 / 3],
  ["quarter", 1 / 4],
  ["quarters", 1 / 4],
  ["fifth", 1 / 5],
  ["fifths", 1 / 5],
  ["tenth", 1 / 10],
  ["tenths", 1 / 10],
]);
