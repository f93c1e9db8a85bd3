// Graphs drawn from a seed for every format: each kind of value, odd names, texts that would end a
// string, a tag, a row or a formula where a writer forgot to escape them, parallel links, loops.
import {
  DateTimeValue,
  DateValue,
  DurationValue,
  Float,
  LocalDateTimeValue,
  LocalTimeValue,
  PointValue,
  PropertyGraph,
  type PropertyValue,
  type ScalarValue,
  TimeValue,
} from "@redthread/core/graph";

type Random = () => number;

/** Texts that end what they stand in where a writer does not escape them. */
export const HOSTILE_TEXTS: readonly string[] = [
  "",
  " leading and trailing ",
  "two\nlines\r\nand\ttabs",
  `"double" 'single' \`tick\``,
  "]]> <!-- & &amp; </data></node>",
  "=1+1",
  "'=already guarded",
  "+SUM(A1:A9)",
  "@cmd|' /C calc'!A0",
  "-2+3",
  "\t=tab first",
  "a;b,c|d:e",
  "back\\slash \\u0041 \\' \\\\",
  "\\u0027}) DETACH DELETE n //",
  "'}) DETACH DELETE n //",
  "line\u2028separator\u2029 \u0085",
  "[[wiki]] {{{braces}}} $`cost` #tag %%",
  "نص عربي ‏ 漢字 😀",
  "é".normalize("NFD"),
  "[1,2]",
  "true",
  "007",
  "null",
  "x".repeat(500),
];

/** Characters that XML and some names cannot hold at all. */
const CONTROL_TEXTS: readonly string[] = [
  "nul\u0000here",
  "\u0001\u001f\u007f",
  "\ufffe",
  "half \ud800 of a pair",
];

const LABELS = ["Person", "Official", "Place", "odd `label`", "semi;colon", "[", "a:b", "<&>"];
const TYPES = ["KNOWS", "LEADS", "odd `type`", "]]>", "a|b", ":T"];
const KEYS = [
  "name",
  "quotes",
  "amount",
  "key with `tick`",
  "amount:int",
  "labels",
  "type",
  "start",
  "__proto__",
  "=key",
  "",
  '<&">',
];

const pick = <T>(random: Random, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T;
const whole = (random: Random, below: number): number => Math.floor(random() * below);

const SCALARS: readonly ((random: Random) => ScalarValue)[] = [
  (random) => pick(random, HOSTILE_TEXTS),
  (random) => pick(random, HOSTILE_TEXTS) + pick(random, HOSTILE_TEXTS),
  (random) => (random() < 0.2 ? pick(random, CONTROL_TEXTS) : "plain"),
  (random) => whole(random, 1e6) - 5e5,
  (random) => (random() < 0.5 ? 2n ** 63n - 1n : -(2n ** 63n)),
  (random) => new Float(random() < 0.3 ? 3 : random() * 100),
  (random) =>
    new Float(
      pick(random, [
        Number.NaN,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        -0,
        1e21,
        5e-324,
        1.5e300,
      ]),
    ),
  (random) => random() < 0.5,
  (random) => new DateValue(whole(random, 40_000) - 10_000),
  (random) => new LocalTimeValue(whole(random, 86_400e9)),
  (random) => new TimeValue(whole(random, 86_400e9), (whole(random, 20) - 10) * 900),
  (random) => new LocalDateTimeValue(19_000, whole(random, 86_400e9)),
  () => new DateTimeValue(19_000, 7, -18_000, null),
  () => new DurationValue(1, -2, 3, 4),
  () => new DurationValue(-14, 0, -3, 500_000_000),
  () => new PointValue(4326, 12.5, 41.25, null),
  () => new PointValue(9157, 1, 2, -3.5),
];

const scalar = (random: Random): ScalarValue => pick(random, SCALARS)(random);

function drawValue(random: Random): PropertyValue {
  if (random() < 0.75) return scalar(random);
  const draw = pick(random, SCALARS);
  const isMixed = random() < 0.1;
  return Array.from({ length: whole(random, 4) }, () => (isMixed ? scalar(random) : draw(random)));
}

const properties = (random: Random): [string, PropertyValue][] =>
  KEYS.filter(() => random() < 0.35).map((key) => [key, drawValue(random)]);

/** An id of its own most of the time; now and then one that another has too, an odd one, or none. */
function drawId(random: Random, at: number): [string, PropertyValue][] {
  if (random() < 0.8) return [["id", `thing:${at}`]];
  if (random() < 0.5) return [["id", `odd id <${at}> & "${at}"\n\u0001`]];
  return pick<[string, PropertyValue][]>(random, [[], [["id", "twin"]], [["id", at]]]);
}

/** A graph of up to about `size` nodes; every seventh seed or so gives one without any. */
export function drawGraph(random: Random, size: number): PropertyGraph {
  const graph = new PropertyGraph();
  const count = random() < 0.07 ? 0 : 1 + whole(random, size);
  const slots = Array.from({ length: count }, (_, at) =>
    graph.createNode(
      LABELS.filter(() => random() < 0.3),
      [...drawId(random, at), ...properties(random)],
    ),
  );
  const links = count === 0 ? 0 : whole(random, size * 2);
  for (let at = 0; at < links; at += 1) {
    const [start, end] = [pick(random, slots), pick(random, slots)];
    const type = pick(random, TYPES);
    graph.createRelationship(type, start, end, [...drawId(random, at), ...properties(random)]);
  }
  return graph;
}
