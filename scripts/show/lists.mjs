// The lists of what must be seen. Each entry is shown by a story; one that no story shows is a difference. A list may also have
// commands that are checks by themselves: they run after the stories, print as always, and a failure is a difference.
const numbered = (letter, count) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
const bench = (name) => ({
  words: ['npm', 'run', '-s', `bench:${name}`],
  quick: { words: ['--', '--quick'] },
});

export const LISTS = {
  'first-light': { entries: numbered('', 6) },
  engine: {
    entries: numbered('T', 6),
    commands: {
      faults: {
        words: ['npm', 'run', '-s', 'test:faults', '--', '--verbose'],
        quick: { env: { FAULTS: 'short' } },
      },
      seeds: {
        words: ['npm', 'run', '-s', 'test:histories', '--', '--runs', '10000'],
        quick: { words: ['--runs', '200'] },
      },
      commands: bench('commands'),
      lag: bench('lag'),
      read: bench('read'),
      rebuild: bench('rebuild'),
    },
  },
  'mended-doors': {
    entries: [...numbered('A', 4), ...numbered('B', 9), ...numbered('C', 10), ...numbered('D', 8)],
  },
  'mended-files': { entries: [...numbered('A', 10), ...numbered('B', 4)] },
  ground: {
    entries: [
      ...numbered('A', 5),
      'B1',
      ...numbered('C', 4),
      ...numbered('D', 4),
      'E1',
      ...numbered('G', 3),
      'H1',
      ...numbered('H1', 7),
    ],
    commands: {
      house: { words: ['npm', 'run', '-s', 'house'] },
      growth: { words: ['node', 'scripts/show/growth.mjs'] },
      // Installs what it needs, tests and checks: its own table says how long each took.
      gate: { words: ['.ci/run'] },
    },
  },
  life: {
    entries: [
      ...numbered('A', 10),
      ...numbered('B', 14),
      ...numbered('C', 4),
      ...numbered('D', 7),
      'E1',
      ...numbered('F', 6),
      ...numbered('H', 5),
      ...numbered('S', 2),
    ],
  },
  chase: {
    entries: [
      ...[...numbered('A', 3), ...numbered('B', 13)],
      ...['D1', 'D2', 'D4', 'E1', 'E5', 'E6', 'E7', ...numbered('Y', 4)],
    ],
    // Real processes: kills, a restore, changes of the hour, and a mail server that dies.
    commands: {
      faults: {
        words: ['npm', 'run', '-s', 'test:faults', '--', 'f16', 'f17', 'f18'],
        quick: { env: { FAULTS: 'brief' } },
      },
    },
  },
  page: {
    entries: [
      ...numbered('A', 4),
      ...['B1', 'B2', 'B3', 'B4', 'B9', ...['a', 'b', 'c', 'd', 'e', 'f'].map((part) => `B12${part}`)],
      ...['B13', 'B14', ...numbered('B', 28).slice(19)],
      ...numbered('C', 2),
    ],
    commands: {
      flows: {
        words: ['npm', 'run', '-s', 'test:web', '--', '--flows', '--verbose'],
        quick: { words: ['--short'] },
      },
      // PICTURES says into which folder; left out, `pictures`.
      pictures: {
        words: ['npm', 'run', '-s', 'test:web', '--', 'web/pictures.spec', '--verbose'],
        quick: { env: { DEMONSTRATION: '300' } },
      },
      budgets: bench('page'),
    },
  },
};
