import { describe, expect, it } from "vitest";
import { readHtml } from "./html.js";

const lines = (page: string): string[] => readHtml(page).lines.map((line) => line.text);
const STORY =
  "<p>The ferry company closed the old pier on Monday after a crane fell into the basin at dawn.</p>" +
  "<p>No passenger was hurt, and the boats were moved to the new quay before it was dark again.</p>";

describe("readHtml", () => {
  it("keeps the story and leaves the furniture out", () => {
    const page = `<html><body>
      <div class="cookie-banner" role="dialog"><p>${"We and our partners store cookies. ".repeat(40)}</p></div>
      <nav><a href="/">Home</a></nav>
      <main><article><h1>Pier closed</h1>${STORY}
        <aside><p>Read also: museum roof leaks</p></aside>
        <div class="newsletter-box"><p>Sign up to the tide table.</p></div>
        <p>The pier dates from 1902.</p></article></main>
      <section class="comments"><p>Nice crane!</p></section>
      <footer><p>Quay Media</p></footer><script>alert("x")</script></body></html>`;
    expect(lines(page)).toEqual([
      "Pier closed",
      expect.stringContaining("The ferry company"),
      expect.stringContaining("No passenger"),
      "The pier dates from 1902.",
    ]);
  });

  it("picks the article with most text where a page has several", () => {
    const teaser =
      "<article><h2>Other</h2><p>Five boats sank off the cape on Sunday, they say.</p></article>";
    const page = `<body>${teaser}<article><h1>Pier closed</h1>${STORY}</article>${teaser}</body>`;
    expect(lines(page)[0]).toBe("Pier closed");
    expect(lines(page)).toHaveLength(3);
  });

  it("reads title, outlet, date and language from the head", () => {
    const page = `<html lang="en-GB"><head><title>Pier closed | The Quay Gazette</title>
      <meta property="article:published_time" content="2025-02-11T09:20:00+03:00"></head>
      <body>${STORY}</body></html>`;
    expect(readHtml(page)).toMatchObject({
      title: "Pier closed",
      publisher: "The Quay Gazette",
      date: "2025-02-11",
      language: "en",
    });
    expect(lines(page)[0]).toBe("Pier closed");
  });

  it("reads JSON-LD, and passes over what is none", () => {
    const linked = JSON.stringify({
      "@graph": [{ datePublished: "2024-01-02", publisher: { name: "Harbour Wire" } }],
    });
    const page = `<head><script type="application/ld+json">{broken</script>
      <script type="application/ld+json">${linked}</script></head><body>${STORY}</body>`;
    expect(readHtml(page)).toMatchObject({ publisher: "Harbour Wire", date: "2024-01-02" });
  });

  it("gives captions and list items their roles", () => {
    const page = `<body>${STORY}<figure><figcaption>The crane</figcaption></figure><ul><li>one crane</li></ul></body>`;
    expect(readHtml(page).lines.slice(-2)).toEqual([
      { text: "The crane", role: "caption" },
      { text: "one crane", role: "bullet" },
    ]);
  });

  it("reads broken and very deep pages", () => {
    expect(lines(`<p>The pier<b> is <i>old</p><p>and long`)).toEqual([
      "The pier is old",
      "and long",
    ]);
    expect(lines(`${"<div>".repeat(20_000)}<p>deep water under the keel of the boat</p>`)).toEqual([
      "deep water under the keel of the boat",
    ]);
  });

  it("says so where a page holds no story", () => {
    const page = readHtml(
      "<html><head><title>Pier</title></head><body><nav>Home</nav></body></html>",
    );
    expect(page.notices).toHaveLength(1);
    expect(page.lines).toEqual([{ text: "Pier", role: "headline" }]);
  });
});
