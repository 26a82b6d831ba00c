// The lists of what must be seen, each with its entries: one that no story shows is a difference.
const numbered = (letter, count) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

export const LISTS = {
  'mended-doors': [...numbered('A', 4), ...numbered('B', 9), ...numbered('C', 10), ...numbered('D', 8)],
  'mended-files': [...numbered('A', 10), ...numbered('B', 4)],
  ground: [
    ...numbered('A', 5),
    'B1',
    'C1',
    'C2',
    'C3',
    'C4',
    'D1',
    'D2',
    'D3',
    'D4',
    'E1',
    'G1',
    'G2',
    'G3',
    'H1',
    ...numbered('H1', 7),
  ],
};
