// Figures of several rounds: medians, ranges, ratios; as a table for people and as JSON for machines.
import { writeFileSync } from 'node:fs';

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);

/** Of a sorted or unsorted list; `share` 0.5 is the median. */
export function quantile(numbers, share) {
  const ordered = sorted(numbers);
  if (ordered.length === 0) return NaN;
  const at = (ordered.length - 1) * share;
  const low = Math.floor(at);
  return ordered[low] + (ordered[Math.min(low + 1, ordered.length - 1)] - ordered[low]) * (at - low);
}

/** `{ p50, p99, max }` in milliseconds. */
export function latencies(milliseconds) {
  const of = (share) => round(quantile(milliseconds, share));
  return { p50: of(0.5), p99: of(0.99), max: of(1) };
}

export const round = (number, decimals = 2) => Number(number.toFixed(decimals));

/** `median (least to most)` of what the rounds gave. */
export function spread(numbers, decimals = 0) {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const text = (number) => number.toFixed(decimals);
  return `${text(quantile(numbers, 0.5))} (${text(least)} to ${text(most)})`;
}

/** A Markdown table. */
export function table(columns, rows) {
  const cells = [columns, ...rows].map((row) => row.map((cell) => String(cell ?? '')));
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

/** One line a goal: what was asked, what was seen, whether it was met. */
export function goals(list) {
  return list.map(({ goal, seen, met }) => `${met ? 'met   ' : 'MISSED'}  ${goal}: ${seen}`).join('\n');
}

/** Prints the sections, and writes everything to the file of `--json`. */
export function publish({ title, settings, sections, goals: reached = [], json }, figures) {
  process.stdout.write(`\n## ${title}\n\n`);
  for (const [name, value] of Object.entries(settings)) process.stdout.write(`- ${name}: ${value}\n`);
  for (const section of sections) process.stdout.write(`\n${section}\n`);
  if (reached.length > 0) process.stdout.write(`\n${goals(reached)}\n`);
  if (json)
    writeFileSync(json, `${JSON.stringify({ title, settings, goals: reached, ...figures }, null, 2)}\n`);
}
