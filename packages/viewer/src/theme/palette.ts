/** Colours of paper and ink; red is the followed thread and nothing else. */
export interface Palette {
  readonly paper: string;
  /** Regions of an overview, under the grounds of their states. */
  readonly region: string;
  readonly land: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly edge: string;
  readonly thread: string;
  readonly onThread: string;
  readonly card: string;
  readonly mark: string;
}

export const LIGHT: Palette = {
  paper: "#FBFAF6",
  region: "#F5F3EC",
  land: "#EFECE2",
  ink: "#1B1B1A",
  soft: "#5F5D57",
  rule: "#DCD8CE",
  edge: "#8B877C",
  thread: "#C2102E",
  onThread: "#FFFFFF",
  card: "#FFFFFF",
  mark: "#FBE9A9",
};

export const DARK: Palette = {
  paper: "#15161A",
  region: "#1B1D23",
  land: "#202229",
  ink: "#ECEAE4",
  soft: "#A9A79F",
  rule: "#34363E",
  edge: "#7B7F8A",
  thread: "#FF5A6E",
  onThread: "#15161A",
  card: "#1A1B20",
  mark: "#5C4A14",
};
