/** One Gherkin step with what hangs below it. Placeholders of outlines are filled in. */
export interface Step {
  readonly text: string;
  readonly docString: string | null;
  readonly table: readonly (readonly string[])[] | null;
}

/** A scenario to run: background and own steps; outlines give one for each row of examples. */
export interface Scenario {
  readonly name: string;
  /** 1-based number of the examples row; 0 for a plain scenario. */
  readonly example: number;
  readonly steps: readonly Step[];
}

interface Block {
  readonly name: string;
  readonly steps: Step[];
  readonly examples: Map<string, string>[];
}

/** All scenarios of a feature file, in text order. Understands the part of Gherkin the TCK is written in. */
export function parseFeature(text: string): readonly Scenario[] {
  const lines = text.split(/\r?\n/);
  const background: Step[] = [];
  const blocks: Block[] = [];
  let steps: Step[] = background;
  let inExamples = false;
  let index = 0;
  while (index < lines.length) {
    const line = (lines[index] ?? "").trim();
    const scenario = /^Scenario(?: Outline)?: (.*)$/.exec(line);
    const step = /^(?:Given|When|Then|And|But) (.*)$/.exec(line);
    if (scenario !== null) {
      const block: Block = { name: scenario[1] ?? "", steps: [], examples: [] };
      blocks.push(block);
      steps = block.steps;
      inExamples = false;
    } else if (line.startsWith("Examples:")) {
      inExamples = true;
    } else if (line.startsWith("|") && inExamples) {
      const table = readTable(lines, index);
      blocks.at(-1)?.examples.push(...toRecords(table.rows));
      index = table.end;
      continue;
    } else if (step !== null) {
      const argument = readArgument(lines, index + 1);
      steps.push({ text: step[1] ?? "", docString: argument.docString, table: argument.table });
      index = argument.end;
      continue;
    }
    index += 1;
  }
  return blocks.flatMap((block) => expand(block, background));
}

function readArgument(
  lines: readonly string[],
  from: number,
): { docString: string | null; table: readonly (readonly string[])[] | null; end: number } {
  let index = from;
  while (isBlankOrComment(lines[index])) {
    index += 1;
  }
  const line = (lines[index] ?? "").trim();
  if (line.startsWith('"""')) {
    const docString = readDocString(lines, index);
    return { docString: docString.text, table: null, end: docString.end };
  }
  if (line.startsWith("|")) {
    const table = readTable(lines, index);
    return { docString: null, table: table.rows, end: table.end };
  }
  return { docString: null, table: null, end: from };
}

function isBlankOrComment(line: string | undefined): boolean {
  return line !== undefined && (line.trim() === "" || line.trim().startsWith("#"));
}

/** Lines between the quotes, without the indentation of the opening ones. */
function readDocString(lines: readonly string[], open: number): { text: string; end: number } {
  const indent = (lines[open] ?? "").indexOf('"""');
  const body: string[] = [];
  let index = open + 1;
  while (index < lines.length && (lines[index] ?? "").trim() !== '"""') {
    const line = lines[index] ?? "";
    body.push(line.slice(0, indent).trim() === "" ? line.slice(indent) : line.trimStart());
    index += 1;
  }
  return { text: body.join("\n"), end: index + 1 };
}

function readTable(lines: readonly string[], from: number): { rows: string[][]; end: number } {
  const rows: string[][] = [];
  let index = from;
  while (index < lines.length) {
    const line = (lines[index] ?? "").trim();
    if (line.startsWith("|")) {
      rows.push(readCells(line));
    } else if (!isBlankOrComment(line) || line === "") {
      break;
    }
    index += 1;
  }
  return { rows, end: index };
}

/** Cells between unescaped bars; `\|`, `\\` and `\n` are Gherkin's own escapes. */
function readCells(line: string): string[] {
  const cells: string[] = [];
  let cell = "";
  for (let index = 1; index < line.length; index++) {
    const unit = line[index];
    const next = line[index + 1];
    if (unit === "|") {
      cells.push(cell.trim());
      cell = "";
    } else if (unit === "\\" && (next === "|" || next === "\\" || next === "n")) {
      cell += next === "n" ? "\n" : next;
      index += 1;
    } else {
      cell += unit ?? "";
    }
  }
  return cells;
}

function toRecords(rows: readonly (readonly string[])[]): Map<string, string>[] {
  const [header = [], ...body] = rows;
  return body.map((row) => new Map(header.map((name, index) => [name, row[index] ?? ""])));
}

function expand(block: Block, background: readonly Step[]): Scenario[] {
  if (block.examples.length === 0) {
    return [{ name: block.name, example: 0, steps: [...background, ...block.steps] }];
  }
  return block.examples.map((values, index) => ({
    name: block.name,
    example: index + 1,
    steps: [...background, ...block.steps.map((step) => fillStep(step, values))],
  }));
}

function fillStep(step: Step, values: ReadonlyMap<string, string>): Step {
  const fill = (text: string): string =>
    text.replaceAll(/<([^<>\n]+)>/g, (whole, name: string) => values.get(name) ?? whole);
  return {
    text: fill(step.text),
    docString: step.docString === null ? null : fill(step.docString),
    table: step.table?.map((row) => row.map(fill)) ?? null,
  };
}
