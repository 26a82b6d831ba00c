// Lines of what was agreed or assigned, by the business day that each counts from, then as recorded.

/** The line in force on a day; as known now, without one. */
export const lastOn = <Line extends { on: string }>(
  lines: readonly Line[],
  day?: string,
): Line | undefined => (day === undefined ? lines.at(-1) : lines.findLast(({ on }) => on <= day));

/** The lines with one more, whenever it was recorded. */
export function inOrder<Line extends { on: string }>(lines: readonly Line[], line: Line): Line[] {
  return [...lines.filter(({ on }) => on <= line.on), line, ...lines.filter(({ on }) => on > line.on)];
}
