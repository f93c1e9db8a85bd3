import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { build } from "vite";

const PLACES = [
  process.env["REDTHREAD_CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Path of the Chromium to test with, or null; a machine that must have one says so in REDTHREAD_REQUIRE. */
export function findChromium(): string | null {
  const found = PLACES.find((path) => path !== undefined && path !== "" && existsSync(path));
  const required = (process.env["REDTHREAD_REQUIRE"] ?? "").split(",").includes("chromium");
  if (found === undefined && required) {
    throw new Error(
      "REDTHREAD_REQUIRE names chromium, but none was found. Install Chromium, or set REDTHREAD_CHROMIUM to its path.",
    );
  }
  return found ?? null;
}

/** Sentence for a suite that is not run. */
export const NO_CHROMIUM = "needs Chromium, and none was found here";

/** Whether pages get WebGL: from software, or not at all. */
export type Graphics = "webgl" | "none";

export async function launch(executablePath: string, graphics: Graphics): Promise<Browser> {
  const software = "--enable-unsafe-swiftshader";
  return chromium.launch({
    executablePath,
    // How long a page takes says how busy the machine is, and nothing about the page.
    timeout: 0,
    args:
      graphics === "webgl"
        ? ["--no-sandbox", software, "--use-angle=swiftshader"]
        : ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"],
    ignoreDefaultArgs: graphics === "webgl" ? [] : [software],
  });
}

/** The page's script, bundled from the sources as they are now. */
export async function bundleApp(): Promise<string> {
  const config = fileURLToPath(new URL("../../packages/viewer/vite.config.ts", import.meta.url));
  const bundles = await build({ configFile: config, logLevel: "error", build: { write: false } });
  const [first] = Array.isArray(bundles) ? bundles : [bundles];
  if (first === undefined || !("output" in first)) throw new Error("the bundle has no output");
  return first.output[0].code;
}

/** A page opened from disk, with all it said and asked for while a test ran. */
export interface OpenPage {
  readonly page: Page;
  /** Console errors, uncaught faults, requests beyond the file and breaches of the policy. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Writes a report to disk and opens it from there. */
export async function openReport(
  browser: Browser,
  html: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenPage> {
  const { hash = "", ...rest } = options;
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  const path = join(folder, "report.html");
  writeFileSync(path, html);
  const context = await browser.newContext({ viewport: { width: 1440, height: 860 }, ...rest });
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("file:") || !request.url().includes(path)) {
      faults.push(`request: ${request.url()}`);
    }
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await page.goto(`${pathToFileURL(path).href}${hash}`);
  return {
    page,
    faults,
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
