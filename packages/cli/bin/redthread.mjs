#!/usr/bin/env node
import("../dist/bin.js").catch((error) => {
  if (error?.code === "ERR_MODULE_NOT_FOUND" && String(error.message).includes("dist")) {
    process.stderr.write("Redthread is not built yet. Run `npm run build` in its folder first.\n");
    process.exitCode = 1;
    return;
  }
  throw error;
});
