// npm run pictures: builds the example case, opens its report in Chromium and writes what a reader sees
// after one click on a chain to docs/pictures/, on a desktop and a phone, in light and dark.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readPackFiles } from "@redthread/cli";
import { buildCase, type CaseDocument } from "@redthread/core/build";
import { loadPack } from "@redthread/core/packs";
import { createScene, renderReport } from "@redthread/viewer";
import { type Browser, chromium } from "playwright-core";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUT = join(ROOT, "docs/pictures");
const EXAMPLE = join(ROOT, "examples/captagon-route");

interface Shot {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
}

const SHOTS: readonly Shot[] = [
  { name: "report", width: 1440, height: 860, colorScheme: "light" },
  { name: "report-dark", width: 1440, height: 860, colorScheme: "dark" },
  { name: "phone", width: 390, height: 844, colorScheme: "light" },
  { name: "phone-dark", width: 390, height: 844, colorScheme: "dark" },
];

function filesBelow(folder: string, prefix = ""): readonly (readonly [string, Uint8Array])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory()
      ? filesBelow(path, `${prefix}${entry.name}/`)
      : [[`${prefix}${entry.name}`, readFileSync(path)] as const];
  });
}

function exampleReport(appScript: string): string {
  const pack = loadPack(readPackFiles());
  const reports = filesBelow(join(EXAMPLE, "reports"));
  const { title } = JSON.parse(readFileSync(join(EXAMPLE, "tour.json"), "utf8"));
  const { graph, documents } = buildCase(
    reports.map(([path, bytes]) => ({ path, bytes })),
    { pack },
  );
  const scene = createScene(graph, {
    schema: pack.schema.data,
    paragraphOf: paragraphsOf(documents),
  });
  return renderReport({ scene, title, appScript });
}

function paragraphsOf(documents: readonly CaseDocument[]) {
  const blocks = new Map(documents.map(({ document }) => [document.id, document.blocks]));
  return (id: string, offset: number): number | null => {
    const block = blocks.get(id)?.find(({ start, end }) => start <= offset && offset < end);
    return block?.paragraph ?? null;
  };
}

async function bundle(): Promise<string> {
  const configFile = join(ROOT, "packages/viewer/vite.config.ts");
  const bundles = await build({ configFile, logLevel: "error", build: { write: false } });
  const [first] = Array.isArray(bundles) ? bundles : [bundles];
  if (first === undefined || !("output" in first)) throw new Error("the bundle has no output");
  return first.output[0].code;
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const phone = shot.width < 760;
  const context = await browser.newContext({
    viewport: { width: shot.width, height: shot.height },
    colorScheme: shot.colorScheme,
    deviceScaleFactor: 2,
    isMobile: phone,
    hasTouch: phone,
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".home .chain").first().click();
  await page.locator(".overlay .stop").first().waitFor();
  await page.locator(".stage.live").waitFor();
  if (phone) await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await page.screenshot({ path: join(OUT, `${shot.name}.png`) });
  await context.close();
}

const folder = mkdtempSync(join(tmpdir(), "pictures-"));
const file = join(folder, "report.html");
writeFileSync(file, exampleReport(await bundle()));
mkdirSync(OUT, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["REDTHREAD_CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader"],
});
for (const shot of SHOTS) await take(browser, pathToFileURL(file).href, shot);
await browser.close();
rmSync(folder, { recursive: true });
process.stdout.write(
  `Wrote ${SHOTS.map(({ name }) => `${name}.png`).join(", ")} to docs/pictures.\n`,
);
