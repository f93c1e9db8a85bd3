// Writes packages/core/packs/world/countries.tsv from the world-countries package (ODbL-1.0),
// with the names news desks use and the source lacks. Run: node scripts/make-countries.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compareText } from "@redthread/core/text";

const require = createRequire(import.meta.url);
const countries = require("world-countries/countries.json");
const target = new URL("../packages/core/packs/world/countries.tsv", import.meta.url);

/** Names and demonyms that the source lacks, by alpha-2 code. */
const MORE = {
  ar: { demonyms: ["Argentine", "Argentinian"] },
  bf: { demonyms: ["Burkinabe", "Burkinabé"] },
  cr: { demonyms: ["Costa Rican"] },
  ec: { demonyms: ["Ecuadorean", "Ecuadorian"] },
  ma: { demonyms: ["Moroccan"] },
  me: { demonyms: ["Montenegrin"] },
  np: { demonyms: ["Nepali"] },
  rs: { demonyms: ["Serb"] },
  sn: { demonyms: ["Senegalese"] },
  sv: { demonyms: ["Salvadorean"] },
  sz: { names: ["Swaziland"], demonyms: [] },
  hk: { demonyms: [] },
  mo: { names: ["Macao"], demonyms: [] },
  ae: { names: ["UAE", "U.A.E.", "the Emirates"], demonyms: ["Emirati"] },
  ba: { names: ["Bosnia", "Bosnia-Herzegovina"], demonyms: ["Bosnian"] },
  bo: { demonyms: ["Bolivian"] },
  br: { demonyms: ["Brazilian"] },
  bw: { demonyms: ["Botswanan"] },
  by: { demonyms: ["Belarusian", "Belarussian"] },
  cd: {
    names: [
      "DR Congo",
      "DRC",
      "Democratic Republic of Congo",
      "Democratic Republic of the Congo",
      "Congo-Kinshasa",
    ],
    demonyms: ["Congolese"],
  },
  cf: { names: ["Central African Republic"], demonyms: ["Central African"] },
  cg: { names: ["Congo-Brazzaville"], demonyms: [] },
  ch: { demonyms: ["Swiss"] },
  ci: { names: ["Cote d'Ivoire", "Côte d'Ivoire"], demonyms: ["Ivorian"] },
  cn: { names: ["mainland China"], demonyms: ["Chinese"] },
  cv: { names: ["Cabo Verde"], demonyms: ["Cape Verdean"] },
  cy: { demonyms: ["Cypriot", "Greek Cypriot"] },
  cz: { names: ["Czech Republic"], demonyms: ["Czech"] },
  de: { demonyms: ["German"] },
  dk: { demonyms: ["Danish", "Dane"] },
  do: { names: ["Dominican Republic"], demonyms: ["Dominican"] },
  dm: { demonyms: [] },
  es: { demonyms: ["Spanish", "Spaniard"] },
  fi: { demonyms: ["Finnish", "Finn"] },
  fr: { demonyms: ["French", "Frenchman"] },
  gb: {
    names: ["UK", "U.K.", "Britain", "Great Britain", "England", "Scotland", "Wales"],
    demonyms: ["British", "Briton", "English", "Scottish", "Welsh", "Brit"],
  },
  gr: { demonyms: ["Greek", "Hellenic"] },
  gw: { names: ["Guinea-Bissau"], demonyms: ["Bissau-Guinean"] },
  hr: { demonyms: ["Croatian", "Croat"] },
  ie: { names: ["Republic of Ireland"], demonyms: ["Irish", "Irishman"] },
  il: { demonyms: ["Israeli"] },
  iq: { demonyms: ["Iraqi"] },
  ir: { names: ["Islamic Republic of Iran"], demonyms: ["Iranian"] },
  is: { demonyms: ["Icelandic", "Icelander"] },
  it: { demonyms: ["Italian"] },
  kg: { demonyms: ["Kyrgyz", "Kyrgyzstani"] },
  kp: { demonyms: ["North Korean"] },
  kr: { names: ["South Korea"], demonyms: ["South Korean", "Korean"] },
  kz: { demonyms: ["Kazakh", "Kazakhstani"] },
  la: { names: ["Lao PDR", "Laos"], demonyms: ["Laotian", "Lao"] },
  ls: { demonyms: ["Basotho"] },
  mg: { demonyms: ["Malagasy"] },
  mk: { names: ["Macedonia", "North Macedonia"], demonyms: ["Macedonian"] },
  mm: { names: ["Burma", "Myanmar"], demonyms: ["Burmese"] },
  na: { demonyms: ["Namibian"] },
  nl: { names: ["the Netherlands", "Holland"], demonyms: ["Dutch", "Dutchman"] },
  no: { demonyms: ["Norwegian"] },
  nz: { demonyms: ["New Zealander"], names: ["Aotearoa"] },
  pg: { names: ["PNG"], demonyms: ["Papua New Guinean"] },
  ph: { names: ["the Philippines"], demonyms: ["Filipino", "Philippine"] },
  pl: { demonyms: ["Polish", "Pole"] },
  pr: { demonyms: ["Puerto Rican"] },
  ps: { names: ["Palestine", "Palestinian Authority"], demonyms: ["Palestinian"] },
  pt: { demonyms: ["Portuguese"] },
  ru: { names: ["Russian Federation"], demonyms: ["Russian"] },
  sa: { names: ["KSA"], demonyms: ["Saudi", "Saudi Arabian"] },
  se: { demonyms: ["Swedish", "Swede"] },
  si: { demonyms: ["Slovenian", "Slovene"] },
  sk: { demonyms: ["Slovak", "Slovakian"] },
  so: { demonyms: ["Somali", "Somalian"] },
  sy: { demonyms: ["Syrian"] },
  td: { demonyms: ["Chadian"] },
  th: { demonyms: ["Thai"] },
  tj: { demonyms: ["Tajik", "Tajikistani"] },
  tl: { names: ["East Timor", "Timor-Leste"], demonyms: ["East Timorese", "Timorese"] },
  tm: { demonyms: ["Turkmen"] },
  tr: { names: ["Türkiye", "Turkiye"], demonyms: ["Turkish", "Turk"] },
  tw: { demonyms: ["Taiwanese"] },
  tz: { demonyms: ["Tanzanian"] },
  ua: { demonyms: ["Ukrainian"] },
  us: {
    names: ["US", "U.S.", "USA", "U.S.A.", "America", "United States of America", "the States"],
    demonyms: ["American"],
  },
  uz: { demonyms: ["Uzbek", "Uzbekistani"] },
  va: { demonyms: [] },
  vn: { names: ["Viet Nam"], demonyms: ["Vietnamese"] },
  xk: { demonyms: ["Kosovar", "Kosovan"] },
  ye: { demonyms: ["Yemeni"] },
  za: { demonyms: ["South African"] },
  zm: { demonyms: ["Zambian"] },
  zw: { demonyms: ["Zimbabwean"] },
};

/** Uninhabited dependencies, which no report means by their names. */
const NOT_STATES = new Set("AQ AX BQ BV CC CX GS HM IO NF PN SJ TF TK UM".split(" "));
/** States in reports whatever their standing; other dependencies are places. */
const STATES_TOO = new Set(["TW", "PS", "XK", "EH"]);
/** Capitals that stand for something else than their state, or bear its name. */
const NOT_METONYMS = new Set(
  "Brussels|Victoria|Kingston|Georgetown|Hamilton|Douglas|Stanley|Plymouth|San Juan|Singapore|Monaco|Vatican City|Luxembourg|Djibouti|Kuwait City|San Marino|Guatemala City|Panama City|George Town|City of San Marino|The Valley|Gibraltar|City of Victoria|Jamestown".split(
    "|",
  ),
);
const COMMON = { cd: "Democratic Republic of the Congo", tr: "Turkey" };
/** Seats of government beside the capital, and spellings of it. */
const MORE_CAPITALS = {
  nl: ["The Hague"],
  mm: ["Naypyitaw", "Nay Pyi Taw"],
  bo: ["La Paz"],
  il: ["Tel Aviv"],
  ua: ["Kiev"],
  za: ["Cape Town"],
  co: ["Bogota"],
  ye: ["Sanaa"],
  mr: ["Nouakchott"],
  tz: ["Dar es Salaam"],
};
const NO_DEMONYM = new Set(["mp", "dj", "gi", "cg", "dm", "va", "vg", "vi"]);

const PLURAL =
  /(an|i|ot|er|ian|ek|ak|ab|un|en|ar|urk|ole|ane|ede|inn|zech|lav|oat|ov|yk|az|ard|on|ine|it|ish)$/i;
const NO_PLURAL = /(ish|Turkmen|Myanmar)$/;
const plural = (word) => {
  if (word.endsWith("man") && !/(Oman|Roman|German|Caiman|Cayman)/.test(word))
    return [word.replace(/man$/, "men")];
  return PLURAL.test(word) && !NO_PLURAL.test(word) ? [`${word}s`] : [];
};
const split = (demonym) =>
  (demonym ?? "")
    .split(/, | or |\//)
    .map((part) => part.trim())
    .filter(Boolean);
const unique = (words) => [...new Set(words)];

/** The names of a state in scripts other than Latin: its own, Arabic and Persian. */
function scriptsOf({ name, translations }) {
  const own = Object.values(name.native ?? {}).map(({ common }) => common);
  const others = ["ara", "per"].flatMap((code) => translations[code]?.common ?? []);
  return unique([...own, ...others])
    .filter((word) => !/\p{Script=Latin}/u.test(word))
    .sort();
}

/** Territories with codes of their own that reports place in the state. */
const TERRITORIES = {
  us: "pr gu vi as mp".split(" "),
  fr: "gp mq gf re yt".split(" "),
  fi: "ax".split(" "),
  no: "sj".split(" "),
};

const rows = countries
  .filter(
    (country) =>
      !NOT_STATES.has(country.cca2) && (country.independent || STATES_TOO.has(country.cca2)),
  )
  .map((country) => {
    const iso2 = country.cca2.toLowerCase();
    const more = MORE[iso2] ?? {};
    const name = COMMON[iso2] ?? country.name.common;
    const names = unique([country.name.official, ...(more.names ?? [])]).filter(
      (other) => other !== name,
    );
    const words = unique([
      ...(NO_DEMONYM.has(iso2) ? [] : split(country.demonyms?.eng?.m)),
      ...(more.demonyms ?? []),
    ]);
    const demonyms = unique(words.flatMap((word) => [word, ...plural(word)])).filter(
      (word) => word !== name,
    );
    const capital = (country.capital?.[0] ?? "").replace("Washington D.C.", "Washington");
    const [latitude, longitude] = country.latlng;
    return [
      name,
      iso2,
      country.cca3.toLowerCase(),
      [NOT_METONYMS.has(capital) ? "" : capital, ...(MORE_CAPITALS[iso2] ?? [])]
        .filter(Boolean)
        .join("|"),
      demonyms.join("|"),
      latitude.toFixed(2),
      longitude.toFixed(2),
      names.join("|"),
      scriptsOf(country).join("|"),
      (TERRITORIES[iso2] ?? []).join("|"),
    ];
  })
  .sort((a, b) => compareText(a[1], b[1]));

writeFileSync(
  target,
  [
    "# States, their demonyms and capitals. Source: world-countries 5.1.0 (mledoze/countries), ODbL-1.0,",
    "# with additions by hand. Generated by scripts/make-countries.mjs; edit that file, not this one.",
    "name\tiso2\tiso3\tcapitals\tdemonyms\tlatitude\tlongitude\taliases\tscripts\tterritories",
    ...rows.map((row) => row.join("\t")),
    "",
  ].join("\n"),
);
