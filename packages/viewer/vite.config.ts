import { fileURLToPath } from "node:url";
import { defaultClientConditions, defineConfig } from "vite";

/** The page's script: one classic script without imports, so that it runs from disk. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  logLevel: "warn",
  resolve: { conditions: ["@redthread/source", ...defaultClientConditions] },
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    target: "es2022",
    outDir: "dist/app",
    emptyOutDir: false,
    minify: "esbuild",
    lib: {
      entry: fileURLToPath(new URL("src/app/main.ts", import.meta.url)),
      formats: ["iife"],
      name: "redthread",
      fileName: () => "app.js",
    },
  },
});
