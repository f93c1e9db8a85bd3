/** The text with a capital first letter. */
export function capitalised(text: string): string {
  const first = [...text][0] ?? "";
  return first.toUpperCase() + text.slice(first.length);
}
