import { createScene, renderReport, renderSvg } from "@redthread/viewer";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleApp, findChromium, launch, NO_CHROMIUM, openReport } from "./browser.js";
import { fieldSchema } from "./fixtures/field-schema.js";
import { hostileGraph, PAYLOADS } from "./fixtures/hostile-graph.js";

const executable = findChromium();

describe("a report of hostile texts", () => {
  const scene = createScene(hostileGraph(), { schema: fieldSchema() });
  const html = renderReport({
    scene,
    title: PAYLOADS[1] ?? "",
    standfirst: PAYLOADS[2] ?? "",
    method: PAYLOADS,
    appScript: "void 0",
  });

  it("holds no element that a text brought", () => {
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(/<img|<iframe|<b>|<!--/.exec(html)?.[0]).toBeUndefined();
    expect(/<[^>]*\son\w+\s*=/.exec(html)?.[0]).toBeUndefined();
  });

  it("leads nowhere but to its own fragments", () => {
    const targets = [...html.matchAll(/\shref="([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(targets.filter((target) => !/^#[\w-]+$/.test(target))).toEqual([]);
  });

  it("shows what would turn text around", () => {
    expect(html.includes("[U+202E]")).toBe(true);
    expect(/[\u202a-\u202e\u2066-\u2069]/.test(html)).toBe(false);
  });

  it("keeps its data in one script element that reads back as it was", () => {
    const data =
      /<script type="application\/json" id="scene">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
    expect(data).not.toMatch(/[<>&\u2028\u2029]/);
    const read: { nodes: { name: string }[] } = JSON.parse(data);
    expect(read.nodes.map(({ name }) => name)).toEqual(scene.nodes.map(({ name }) => name));
  });

  it("writes an SVG without elements a text brought", () => {
    const svg = renderSvg(scene);
    expect(/<script|<style|<img|<!--|<[^>]*\son\w+=/.exec(svg)?.[0]).toBeUndefined();
    expect(svg.match(/<svg/g)).toHaveLength(1);
  });
});

describe.skipIf(executable === null)(
  `a report of hostile texts in a browser${executable === null ? ` (${NO_CHROMIUM})` : ""}`,
  () => {
    let browser: Browser;
    let html: string;

    beforeAll(async () => {
      const scene = createScene(hostileGraph(), { schema: fieldSchema() });
      html = renderReport({ scene, title: "Hostile", appScript: await bundleApp() });
      browser = await launch(executable ?? "", "webgl");
    });
    afterAll(() => browser?.close());

    it("runs nothing while everything is opened", async () => {
      const { page, faults, close } = await openReport(browser, html);
      for (const text of ["script", "javascript", "onload", "svg"]) {
        await page.locator("form.find input").fill(text);
        await page.keyboard.press("Enter");
        await expect.poll(() => page.locator("#drawer .view h2").count()).toBe(1);
      }
      const rows = page.locator("tr[data-edge]");
      for (const row of (await rows.all()).slice(0, 12)) await row.locator("button").click();
      expect(await page.title()).toBe("Hostile");
      expect(faults).toEqual([]);
      await close();
    });
  },
);
