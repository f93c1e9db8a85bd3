// npm run bench -- --resolve MENTIONS [--seed N]: who is who among invented things, in processor time and
// memory; three tenths as many things as mentions, a third of them people with Arabic names. A quarter of
// the mentions is measured first, so that growth is told beside the figure.
import { loadPackOnce, readPackFiles } from "@redthread/cli";
import { resolve } from "@redthread/core/build";
import type { DocumentEntity, Extraction } from "@redthread/core/model";
import type { DomainPack } from "@redthread/core/packs";
import { seededRandom } from "../../benches/seeded-random.js";
import type { Part, PartOptions, PartResult } from "../runner.js";

const MENTIONS = 200_000;
const THINGS_A_MENTION = 0.3;
const MENTIONS_A_REPORT = 20;
const QUARTER = 4;

export const resolveThings: Part = {
  name: "resolve",
  title: "who is who among many mentions: processor time, memory, growth",
  run: (options): PartResult => {
    const count = options.count ?? (Number(options.option("--resolve")) || MENTIONS);
    const pack = loadPackOnce(readPackFiles());
    const small = measure(Math.floor(count / QUARTER), options, pack);
    const large = measure(count, options, pack);
    const growth = large.seconds / (small.seconds * QUARTER);
    return {
      lines: [line(small), line(large), `growth: ${growth.toFixed(2)} times linear`],
      json: { small, large, growth },
      failed: false,
    };
  },
};

interface Figures {
  readonly mentions: number;
  readonly entities: number;
  readonly merges: number;
  readonly offers: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const line = ({ mentions, entities, merges, offers, seconds, megabytes }: Figures): string =>
  `${mentions} mentions: ${entities} entities, ${merges} merges, ${offers} offers, ${seconds.toFixed(1)} s of processor time, ${megabytes} MB`;

function measure(count: number, { seed }: PartOptions, pack: DomainPack): Figures {
  const extractions = invent(count, seed, pack);
  const before = process.cpuUsage();
  const { entities, decisions } = resolve(extractions, [], pack);
  const { user, system } = process.cpuUsage(before);
  return {
    mentions: count,
    entities: entities.length,
    merges: decisions.filter(({ outcome }) => outcome === "merged").length,
    offers: decisions.filter(({ outcome }) => outcome === "review").length,
    seconds: (user + system) / 1e6,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

const SYLLABLES =
  "ba da fa ga ha ja ka la ma na qa ra sa ta wa za bi di fi hi ji ki li mi ni ri si ti bu du fu hu ju ku lu mu nu ru su tu".split(
    " ",
  );
const ENDINGS = "d r n m l s b f".split(" ");

function invent(count: number, seed: number, pack: DomainPack): readonly Extraction[] {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const word = (at: number): string => {
    const [one, two, end] = [
      at % SYLLABLES.length,
      Math.floor(at / SYLLABLES.length) % SYLLABLES.length,
      at % ENDINGS.length,
    ];
    const text = `${SYLLABLES[one]}${SYLLABLES[two]}${ENDINGS[end]}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const states = [...pack.countries.keys()];
  const things = Array.from({ length: Math.ceil(count * THINGS_A_MENTION) }, (_, at) => {
    const state = states[below(states.length)] ?? "iq";
    const names = [word(below(150)), word(below(400)), word(below(1_600))];
    if (at % 3 === 0)
      return { type: "Person", name: `${names[0]} ${names[1]} al-${names[2]}`, state: null };
    if (at % 3 === 1) return { type: "Agency", name: `${names[2]} ${names[1]} Directorate`, state };
    return at % 2 === 0
      ? { type: "Network", name: `${names[2]} ${names[1]} network`, state: null }
      : { type: "Place", name: `${names[2]} ${names[1]}`, state };
  });
  return Array.from({ length: Math.ceil(count / MENTIONS_A_REPORT) }, (_, at): Extraction => {
    const id = `doc:${at}`;
    const entities = new Map<string, DocumentEntity>();
    while (entities.size < MENTIONS_A_REPORT) {
      const thing = things[below(things.length)];
      if (thing === undefined) break;
      const name =
        thing.type === "Person" && random() < 0.3 ? thing.name.replace("al-", "Al ") : thing.name;
      const entity = `${id}#${thing.type}:${name}`;
      entities.set(entity, {
        id: entity,
        document: id,
        type: thing.type,
        role: pack.schema.roleOf(thing.type) ?? "organization",
        name,
        aliases: [],
        mentions: [],
        key: null,
        attributes: thing.state === null ? {} : { country: thing.state },
      });
    }
    return { document: emptyReport(id), entities: [...entities.values()], claims: [] };
  });
}

const emptyReport = (id: string): Extraction["document"] => ({
  id,
  sha256: id,
  path: `${id}.txt`,
  title: null,
  publisher: null,
  date: null,
  language: "en",
  text: "",
  blocks: [],
  sentences: [],
  dateOrder: null,
  notices: [],
});
