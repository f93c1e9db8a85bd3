const CHAIN = 6_000;
const THICKET = 60;

/** JSON lines of a graph: a long chain of NEXT, and a few nodes that are all linked with each other. */
export function bombGraph(): string {
  const lines: string[] = [];
  for (let no = 0; no < CHAIN; no += 1) {
    lines.push(
      JSON.stringify({ type: "node", id: `n${no}`, labels: ["Node"], properties: { no } }),
    );
  }
  const link = (label: string, from: number, to: number): void => {
    lines.push(
      JSON.stringify({
        type: "relationship",
        id: `r${lines.length}`,
        label,
        start: { id: `n${from}`, labels: ["Node"] },
        end: { id: `n${to}`, labels: ["Node"] },
      }),
    );
  };
  for (let no = 1; no < CHAIN; no += 1) link("NEXT", no - 1, no);
  for (let a = 0; a < THICKET; a += 1) for (let b = a + 1; b < THICKET; b += 1) link("LINK", a, b);
  return `${lines.join("\n")}\n`;
}
