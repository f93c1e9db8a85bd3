/** Metadata of a page's head, none of it trusted beyond its form. */
export interface PageMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly language: string | null;
}

/** The part of a DOM document that metadata are read from. */
export interface Queryable {
  querySelectorAll(selector: string): Iterable<{
    readonly textContent: string | null;
    getAttribute(name: string): string | null;
  }>;
}

/** Longest JSON-LD block that is parsed, in characters. */
const MOST_JSON = 200_000;
const DATE = /^\d{4}-\d\d-\d\d/;
const DATES = [
  "article:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "pubdate",
  "publish-date",
  "parsely-pub-date",
  "sailthru.date",
];

/** Title, publisher, date and language as the page's head states them. */
export function readMetadata(document: Queryable): PageMetadata {
  const meta = readMetaTags(document);
  const linked = readJsonLd(document);
  const h1 = first(document, "h1");
  const titleTag = first(document, "title");
  const publisher =
    meta.get("og:site_name") ??
    linked.publisher ??
    meta.get("application-name") ??
    meta.get("publisher") ??
    null;
  const date = DATES.map((name) => meta.get(name)).find(
    (value) => value !== undefined && DATE.test(value),
  );
  const time =
    [...document.querySelectorAll("time[datetime]")][0]?.getAttribute("datetime") ?? null;
  const found = date ?? linked.date ?? time;
  const lang = [...document.querySelectorAll("html")][0]?.getAttribute("lang") ?? null;
  return {
    title: meta.get("og:title") ?? h1 ?? stripSite(titleTag, publisher),
    publisher: publisher ?? siteOfTitle(titleTag),
    date: found === null || found === undefined ? null : (DATE.exec(found)?.[0] ?? null),
    language: lang === null ? null : (/^[a-z]{2,3}/i.exec(lang)?.[0].toLowerCase() ?? null),
  };
}

function readMetaTags(document: Queryable): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const tag of document.querySelectorAll("meta")) {
    const name =
      tag.getAttribute("property") ?? tag.getAttribute("name") ?? tag.getAttribute("itemprop");
    const content = tag.getAttribute("content")?.replace(/\s+/g, " ").trim();
    const key = name?.toLowerCase() ?? "";
    if (key !== "" && content !== undefined && content !== "" && !found.has(key)) {
      found.set(key, content.slice(0, 500));
    }
  }
  return found;
}

function readJsonLd(document: Queryable): {
  readonly date: string | null;
  readonly publisher: string | null;
} {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = script.textContent ?? "";
    if (source.length > MOST_JSON) continue;
    const items = flatten(parseJson(source));
    for (const item of items) {
      const date = item["datePublished"];
      if (typeof date !== "string" || !DATE.test(date)) continue;
      const publisher = flatten(item["publisher"])[0]?.["name"];
      return { date, publisher: typeof publisher === "string" ? publisher : null };
    }
  }
  return { date: null, publisher: null };
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

/** Objects of a JSON-LD value: itself, the members of an array, or of `@graph`. */
function flatten(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value))
    return value.slice(0, 50).flatMap((one) => (isRecord(one) ? [one] : []));
  if (!isRecord(value)) return [];
  const graph = value["@graph"];
  return Array.isArray(graph) ? [value, ...graph.slice(0, 50).filter(isRecord)] : [value];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const first = (document: Queryable, selector: string): string | null => {
  const text = [...document.querySelectorAll(selector)][0]?.textContent
    ?.replace(/\s+/g, " ")
    .trim();
  return text === undefined || text === "" ? null : text;
};

const SITE = /^(.*\S)\s+[|–—-]\s+([^|–—]{2,60})$/;

/** `Headline | Site` without the site. */
function stripSite(title: string | null, publisher: string | null): string | null {
  if (title === null) return null;
  const match = SITE.exec(title);
  if (match === null) return title;
  return publisher === null || match[2] === publisher || title.includes("|")
    ? (match[1] ?? title)
    : title;
}

const siteOfTitle = (title: string | null): string | null =>
  title?.includes("|") === true ? (SITE.exec(title)?.[2]?.trim() ?? null) : null;
