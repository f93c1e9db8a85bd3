import { createScene, renderReport, type Scene } from "@redthread/viewer";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  bundleApp,
  findChromium,
  type Graphics,
  launch,
  NO_CHROMIUM,
  openReport,
} from "./browser.js";
import { fieldSchema } from "./fixtures/field-schema.js";
import { harbourGraph } from "./fixtures/harbour-graph.js";

const executable = findChromium();
const title = "The harbours: who moved against whom";

describe.skipIf(executable === null).each<Graphics>(["webgl", "none"])(
  `the report in a browser with graphics: %s${executable === null ? ` (${NO_CHROMIUM})` : ""}`,
  (graphics) => {
    let browser: Browser;
    let scene: Scene;
    let html: string;

    beforeAll(async () => {
      scene = createScene(harbourGraph(), { schema: fieldSchema() });
      html = renderReport({ scene, title, appScript: await bundleApp() });
      browser = await launch(executable ?? "", graphics);
    });
    afterAll(() => browser?.close());

    const open = (options = {}) => openReport(browser, html, options);

    it("asks for nothing and says no error while it is used", async () => {
      const { page, faults, close } = await open();
      await page.locator(".home .chain").first().click();
      await page.keyboard.press("/");
      await page.keyboard.type("rotterdam");
      await page.keyboard.press("Enter");
      await page.locator(".legend button").first().click();
      await settled(page);
      expect(faults).toEqual([]);
      await close();
    });

    it("draws with Sigma over the picture exactly where there is WebGL", async () => {
      const { page, close } = await open();
      await settled(page);
      const canvases = await page.locator(".sigma-layer canvas").count();
      expect(canvases > 0).toBe(graphics === "webgl");
      expect(await page.locator(".stage.live").count()).toBe(graphics === "webgl" ? 1 : 0);
      await close();
    });

    it("opens a link's quote after one click on its line", async () => {
      const { page, close } = await open();
      const edge = scene.edges.find(({ line, type }) => line !== null && type === "CONDUCTED");
      const quote = scene.evidence[(edge?.evidence[0] ?? 1) - 1]?.quote ?? "";
      const point = await pointOfLine(page, edge?.line ?? 0);
      await page.mouse.click(point.x, point.y);
      await expect.poll(() => page.locator("#drawer").innerText()).toContain(quote.slice(0, 60));
      expect(await page.locator("#drawer mark:not(.aside)").count()).toBeGreaterThan(0);
      await close();
    });

    it("opens a node from its label and from its row", async () => {
      const { page, close } = await open();
      await page.locator(".overlay .label", { hasText: "Estuary ring" }).click();
      await expect.poll(() => drawerTitle(page)).toBe("Estuary ring");
      await page.locator(".entity h4", { hasText: "Strait crew" }).click();
      await expect.poll(() => drawerTitle(page)).toBe("Strait crew");
      await close();
    });

    it("follows a chain: a red line with the same numbers in picture and drawer", async () => {
      const { page, close } = await open();
      await page.locator(".home .chain").first().click();
      const hops = scene.chains[0]?.hops.length ?? 0;
      const numbers = Array.from({ length: hops }, (_, at) => String(at + 1));
      await expect
        .poll(() => page.locator(".overlay .stop text").allTextContents())
        .toEqual(numbers);
      expect(await page.locator("#drawer .view .stop-number").allTextContents()).toEqual(numbers);
      await page.keyboard.press("Escape");
      await expect.poll(() => page.locator(".overlay .stop").count()).toBe(0);
      await close();
    });

    it("finds a chain between two names of the reader's choice", async () => {
      const { page, close } = await open();
      await page.locator(".home .thread-form input").first().fill("wout claesens");
      await page.keyboard.press("Enter");
      await page.locator(".home .thread-form input").last().fill("polder");
      await page.keyboard.press("Enter");
      await expect.poll(() => drawerTitle(page)).toBe("Wout Claessens to Polder laboratory");
      expect(await page.locator(".overlay .stop").count()).toBeGreaterThan(1);
      await close();
    });

    it("hides a kind by its row in the legend and brings it back", async () => {
      const { page, close } = await open();
      const seen = () => page.locator(".picture .node:visible").count();
      const all = await seen();
      const places = scene.kinds.find(({ kind }) => kind === "Place")?.drawn ?? 0;
      await page.locator(".legend button", { hasText: "Places" }).click();
      await expect.poll(seen).toBe(all - places);
      expect(await page.locator(".filter-note").innerText()).toBe("Hidden: places.");
      await page.locator(".legend button", { hasText: "Places" }).click();
      await expect.poll(seen).toBe(all);
      await close();
    });

    it("shows labels that overlap neither each other nor a node", async () => {
      const { page, close } = await open();
      expect(await overlaps(page)).toEqual([]);
      await page.locator(".controls button", { hasText: "Zoom in" }).click();
      await settled(page);
      expect(await overlaps(page)).toEqual([]);
      await close();
    });

    it("leaves the wheel to the page and zooms with Ctrl", async () => {
      const { page, close } = await open();
      const box = await page.locator(".stage").boundingBox();
      await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
      const before = await page.locator(".picture").getAttribute("viewBox");
      await page.mouse.wheel(0, 400);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
      expect(await page.locator(".picture").getAttribute("viewBox")).toBe(before);
      await page.mouse.wheel(0, -400);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -200);
      await page.keyboard.up("Control");
      await expect.poll(() => page.locator(".picture").getAttribute("viewBox")).not.toBe(before);
      await close();
    });

    it("walks by arrow keys, opens with Enter and tells where it is", async () => {
      const { page, close } = await open();
      await page.locator(".stage").focus();
      await page.keyboard.press("ArrowRight");
      const first = await page.locator(".live-region").innerText();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => page.locator(".live-region").innerText()).not.toBe(first);
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator("#drawer .view h2").count()).toBe(1);
      await close();
    });

    it("restores a state from its address and names what is gone", async () => {
      const first = await open();
      await first.page.locator(".home .chain").first().click();
      await first.page.locator(".legend button", { hasText: "Persons" }).click();
      const hash = await first.page.evaluate(() => location.hash);
      await first.close();
      const again = await open({ hash });
      await expect.poll(() => again.page.locator(".overlay .stop").count()).toBeGreaterThan(1);
      expect(await again.page.locator(".filter-note").innerText()).toBe("Hidden: persons.");
      await again.close();
      const gone = await open({ hash: "#?at=agency%3Anobody" });
      expect(await gone.page.locator(".notice").innerText()).toContain("agency:nobody");
      await gone.close();
    });

    it("goes one step back to what was open before, not out of the report", async () => {
      const { page, close } = await open();
      await page.locator(".home .chain").first().click();
      await page.locator(".entity h4", { hasText: "Strait crew" }).click();
      await expect.poll(() => drawerTitle(page)).toBe("Strait crew");
      await page.locator(".entity a[href^='#e']").first().click();
      expect(page.url()).toMatch(/#e\d+$/);
      await page.goBack();
      expect(await drawerTitle(page)).toBe("Strait crew");
      await page.goBack();
      await expect.poll(() => page.locator(".overlay .stop").count()).toBeGreaterThan(1);
      await page.goBack();
      await expect.poll(() => page.locator(".home").isVisible()).toBe(true);
      await close();
    });

    it("adds nothing to the history of a page that frames it", async () => {
      const { page, close } = await open();
      await page.setContent("<iframe width='1300' height='800'></iframe>");
      await page.evaluate((text) => {
        document.querySelector("iframe")?.setAttribute("srcdoc", text);
      }, html);
      const frame = page.frameLocator("iframe");
      await frame.locator(".home .chain").first().waitFor();
      const before = await page.evaluate(() => history.length);
      for (const part of ["List", "Links", "Sources", "Method", "Picture"]) {
        await frame.locator("nav.parts a", { hasText: part }).click();
      }
      await frame.locator(".home .chain").first().click();
      await expect.poll(() => frame.locator(".overlay .stop").count()).toBeGreaterThan(1);
      expect(await page.evaluate(() => history.length)).toBe(before);
      await close();
    });

    it.each(["#%E0%A4%A", `#?at=${"x".repeat(90_000)}`, "#?hide=%3Cscript%3E&months=..%2F"])(
      "starts as ever under a bad address",
      async (hash) => {
        const { page, faults, close } = await open({ hash });
        await settled(page);
        expect(faults).toEqual([]);
        expect(await page.locator(".home").isVisible()).toBe(true);
        await close();
      },
    );

    it("fits a phone: no sideways scroll, targets large enough, list in reach", async () => {
      const { page, close } = await open({
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
      });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(390);
      const heights = await page
        .locator(".legend button")
        .evaluateAll((made) => made.map((one) => one.getBoundingClientRect().height));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      await close();
    });

    it("prints picture, quotes and no controls", async () => {
      const { page, close } = await open({ colorScheme: "dark" });
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      expect(await page.locator("form.find").isVisible()).toBe(false);
      expect(await page.locator(".controls").isVisible()).toBe(false);
      expect(await page.locator(".picture .lines").isVisible()).toBe(true);
      expect(await page.locator(".quotes > li").first().isVisible()).toBe(true);
      expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(20_000);
      await close();
    });
  },
);

describe.skipIf(executable === null)("the report whose graphics card is taken away", () => {
  it("shows the same picture and goes on answering", async () => {
    const scene = createScene(harbourGraph(), { schema: fieldSchema() });
    const browser = await launch(executable ?? "", "webgl");
    const html = renderReport({ scene, title, appScript: await bundleApp() });
    const { page, faults, close } = await openReport(browser, html);
    await page.locator(".stage.live").waitFor();
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll("canvas")) {
        canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
      }
    });
    await expect.poll(() => page.locator(".stage.live").count()).toBe(0);
    const opacity = () =>
      page
        .locator(".picture .shape")
        .first()
        .evaluate((made) => getComputedStyle(made).opacity);
    expect(await opacity()).toBe("1");
    await page.locator(".overlay .label", { hasText: "Estuary ring" }).click();
    await expect.poll(() => drawerTitle(page)).toBe("Estuary ring");
    expect(faults).toEqual([]);
    await close();
    await browser.close();
  });
});

describe.skipIf(executable === null)("the report without a script", () => {
  it("holds picture, lists and numbered quotes", async () => {
    const scene = createScene(harbourGraph(), { schema: fieldSchema() });
    const browser = await launch(executable ?? "", "none");
    const html = renderReport({ scene, title, appScript: "document.title = 'ran'" });
    const { page, faults, close } = await openReport(browser, html, { javaScriptEnabled: false });
    expect(await page.title()).toBe(title);
    const drawn = scene.nodes.filter(({ at }) => at !== null).length;
    const reports = scene.documents.length;
    expect(await page.locator(".picture .node").count()).toBe(drawn);
    expect(await page.locator(".picture .labels:not(.phone) .label").count()).toBeGreaterThan(40);
    expect(await page.locator(".entity").count()).toBe(scene.nodes.length - reports);
    expect(await page.locator("tr[data-edge]").count()).toBe(scene.counts.edges);
    expect(await page.locator(".quotes > li").count()).toBe(scene.evidence.length);
    expect(await page.locator(".picture a[href^='#l']").count()).toBe(scene.lines.length);
    await page.locator("tr[data-edge] a[href^='#e']").first().click();
    expect(page.url()).toMatch(/#e\d+$/);
    expect(faults).toEqual([]);
    await close();
    await browser.close();
  });
});

/** A point on the middle of a line, in the window. */
async function pointOfLine(page: Page, line: number): Promise<{ x: number; y: number }> {
  return page.evaluate((at) => {
    const path = document.querySelector(`.picture [data-line="${at}"] .line`);
    if (!(path instanceof SVGPathElement)) throw new Error("no such line");
    const matrix = path.getScreenCTM();
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
      const on = path.getPointAtLength(path.getTotalLength() * share);
      const point = new DOMPoint(on.x, on.y).matrixTransform(matrix ?? undefined);
      const hit = document.elementFromPoint(point.x, point.y);
      if (hit?.closest(`[data-line="${at}"]`)) return { x: point.x, y: point.y };
    }
    throw new Error("the line lies under something else");
  }, line);
}

/** Waits until what a page starts on its own, such as a canvas, has had its turn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    }
  });
}

async function drawerTitle(page: Page): Promise<string> {
  return page.locator("#drawer .view h2").innerText();
}

/** Pairs of labels, and of labels and nodes, whose boxes on the screen overlap. */
async function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxes = (selector: string) =>
      [...document.querySelectorAll(selector)].map((made) => ({
        box: made.getBoundingClientRect(),
        of: made.closest("[data-node]")?.getAttribute("data-node"),
        text: made.textContent ?? "",
      }));
    const labels = boxes(".overlay .labels .label");
    const nodes = boxes(".picture .node .shape");
    const touch = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 0.5 &&
      b.left < a.right - 0.5 &&
      a.top < b.bottom - 0.5 &&
      b.top < a.bottom - 0.5;
    const found: string[] = [];
    labels.forEach((a, at) => {
      for (const b of labels.slice(at + 1))
        if (touch(a.box, b.box)) found.push(`${a.text} / ${b.text}`);
      for (const b of nodes)
        if (a.of !== b.of && touch(a.box, b.box)) found.push(`${a.text} on ${b.of}`);
    });
    return found;
  });
}
