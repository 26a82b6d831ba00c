import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
);

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** By WCAG 2.2. */
function ratio(one: string, other: string, scheme: 'light' | 'dark'): number {
  const [high, low] = [one, other].map((name) => luminance(tokens.get(name)![scheme])).sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

const grounds = ['canvas', 'surface', 'sunken', 'row-cursor'];
const statuses = ['draft', 'sent', 'due', 'overdue', 'paid', 'disputed', 'promised', 'held'];
const pairs: [string, string, number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['text', ground, 4.5],
    ['muted', ground, 4.5],
    ['accent', ground, 4.5],
  ]),
  ...statuses.map((status): [string, string, number] => [status, `${status}-fill`, 4.5]),
  ['held', 'surface', 4.5],
  ['overdue', 'surface', 4.5],
  ['violet', 'surface', 4.5],
  ['on-accent', 'accent', 4.5],
  ['field-border', 'surface', 3],
  ...[0, 1, 2, 3, 4].map((step): [string, string, number] => [`aging-${step}`, 'surface', 3]),
];

describe.each(['light', 'dark'] as const)('colours, %s', (scheme) => {
  it.each(pairs)('%s on %s reaches %d', (one, other, least) => {
    expect(ratio(one, other, scheme)).toBeGreaterThanOrEqual(least);
  });
});
