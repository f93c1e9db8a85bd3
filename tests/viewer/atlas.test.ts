import { createScene, renderReport, type Scene } from "@redthread/viewer";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleApp, findChromium, launch, NO_CHROMIUM, openReport } from "./browser.js";
import { fieldSchema } from "./fixtures/field-schema.js";
import { wideGraph } from "./fixtures/wide-graph.js";

const executable = findChromium();
const title = "Ninety states, one case";

describe.skipIf(executable === null)(
  `the report of a large case in a browser${executable === null ? ` (${NO_CHROMIUM})` : ""}`,
  () => {
    let browser: Browser;
    let scene: Scene;
    let html: string;

    beforeAll(async () => {
      scene = createScene(wideGraph(1200), { schema: fieldSchema() });
      html = renderReport({ scene, title, appScript: await bundleApp() });
      browser = await launch(executable ?? "", "none");
    });
    afterAll(() => browser?.close());

    const open = (options = {}) => openReport(browser, html, options);

    it("goes from overview to focus and back, asks for nothing and says no error", async () => {
      const { page, faults, close } = await open();
      const state = page.locator(".overviews svg.middle .state, .overviews svg.wide .state");
      await state.locator("visible=true").first().click();
      await page.locator(".stage svg.picture").waitFor();
      expect(await page.locator(".overlay .label").count()).toBeGreaterThan(5);
      await page.keyboard.press("Escape");
      await page.locator(".overviews").waitFor();
      expect(await page.locator(".stage").count()).toBe(0);
      expect(faults).toEqual([]);
      await close();
    });

    it("follows a chain whose every stop is drawn, and leaves it by one step back", async () => {
      const { page, close } = await open();
      await page.locator(".home .chain > summary").first().click();
      const hops = scene.chains[0]?.hops.length ?? 0;
      await expect.poll(() => page.locator(".overlay .stop").count()).toBe(hops);
      await page.goBack();
      await expect.poll(() => page.locator(".stage").count()).toBe(0);
      await close();
    });

    it("shows what is searched for among what stands around it", async () => {
      const { page, close } = await open();
      const actor = scene.nodes.find(({ kind }) => kind === "Network")?.name ?? "";
      await page.keyboard.press("/");
      await page.keyboard.type(actor);
      await page.keyboard.press("Enter");
      const label = page.locator(".overlay .label", { hasText: actor.split(" ")[0] ?? "" });
      await expect.poll(() => label.count()).toBeGreaterThan(0);
      await close();
    });

    it("opens a band with the sentences of its crossings, and keeps it in the address", async () => {
      const { page, close } = await open();
      await page.locator(".ranking [data-open-band]").first().click();
      await expect.poll(() => page.locator("#drawer .view blockquote").count()).toBeGreaterThan(0);
      expect(page.url()).toContain("band=");
      await close();
    });

    it("keeps few elements at rest and brings the lists back where they are asked for", async () => {
      const { page, close } = await open();
      expect(await elements(page)).toBeLessThanOrEqual(5000);
      expect(await page.locator(".entity").count()).toBe(0);
      await page.locator("nav.parts a", { hasText: "List" }).click();
      await expect.poll(() => page.locator(".entity").count()).toBeGreaterThan(1000);
      await close();
    });

    it("shows overview, lists and quotes without a script", async () => {
      const { page, close } = await open({ javaScriptEnabled: false });
      expect(await page.locator(".overviews svg").first().isVisible()).toBe(true);
      expect(await page.locator(".entity").count()).toBeGreaterThan(1000);
      await close();
    });

    it.each([320, 600, 800, 1000, 1240, 1440, 1920])(
      "lays no part over another and no type below 10 px at %i px",
      async (width) => {
        const { page, close } = await open({ viewport: { width, height: 900 } });
        expect(await coveredParts(page)).toEqual([]);
        expect(await smallestType(page)).toBeGreaterThanOrEqual(9.95);
        await close();
      },
    );
  },
);

const elements = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll("*").length);

/** Parts of the board that lie over each other or over what follows. */
function coveredParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const parts = [".atlas .key", ".atlas .plate", ".atlas .drawer", "main"].map((selector) => ({
      selector,
      box: document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(),
    }));
    return parts.flatMap((a, at) =>
      parts
        .slice(at + 1)
        .filter(
          (b) =>
            a.box.left < b.box.right - 1 &&
            b.box.left < a.box.right - 1 &&
            a.box.top < b.box.bottom - 1 &&
            b.box.top < a.box.bottom - 1,
        )
        .map((b) => `${a.selector} ${b.selector}`),
    );
  });
}

/** The smallest type of the overview as it is seen, in CSS pixels. */
function smallestType(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll<SVGSVGElement>(".overviews svg")].find(
      (svg) => svg.getBoundingClientRect().width > 0,
    );
    if (seen === undefined) return 0;
    const scale = seen.getBoundingClientRect().width / seen.viewBox.baseVal.width;
    const sizes = [...seen.querySelectorAll("text")].map((text) =>
      Number.parseFloat(getComputedStyle(text).fontSize),
    );
    return Math.min(...sizes) * scale;
  });
}
