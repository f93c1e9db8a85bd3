import { featureFiles, runFeature } from "../tests/tck/run-tck.js";
import { findTck } from "../tests/tck/tck-location.js";

/**
 * Prints how many scenarios of the openCypher TCK pass and where the gaps are. With words as
 * arguments: only features whose path contains one of them, and why each scenario fails.
 */
function report(words: readonly string[]): void {
  const folder = findTck();
  if (folder === null) {
    process.stdout.write("The openCypher TCK is not here. Set REDTHREAD_TCK to its folder.\n");
    return;
  }
  const features = featureFiles(folder).filter(
    (path) => words.length === 0 || words.some((word) => path.includes(word)),
  );
  const outcomes = features.flatMap((feature) => runFeature(folder, feature));
  const gaps = new Map<string, number>();
  let failed = 0;
  for (const { id, feature, failure } of outcomes) {
    if (failure === null) {
      continue;
    }
    failed += 1;
    const parent = feature.slice(0, feature.lastIndexOf("/"));
    gaps.set(parent, (gaps.get(parent) ?? 0) + 1);
    if (words.length > 0) {
      process.stdout.write(`${id}\n    ${failure.replaceAll("\n", "\n    ")}\n`);
    }
  }
  for (const [parent, count] of [...gaps].sort()) {
    process.stdout.write(`${String(count).padStart(5)}  ${parent}\n`);
  }
  const total = outcomes.length.toLocaleString("en-US");
  process.stdout.write(`${outcomes.length - failed} of ${total} strict\n`);
}

report(process.argv.slice(2));
