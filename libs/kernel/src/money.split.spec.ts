import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenData, story } from '../../../test/support/story.js';
import { Money } from './money.js';

// How an amount is split by weights: in figures of our own, and once more by golden cases that are not ours to keep in the
// repository.

const { path: GOLDEN, told } = givenData('golden');

const split = ([amount, currency]: string[], weights: readonly string[]): string[] =>
  Money.of(amount!, currency!).split(weights).map(String);

const eur = (amount: string): string[] => [amount, 'EUR'];
/** In figures of our own. */
const TOLD: [words: string, amount: string[], weights: string[], parts: string[]][] = [
  ['one part takes all', eur('37.41'), ['8'], ['37.41']],
  ['left over cents go to the largest fractions', eur('10.00'), ['1', '2', '4'], ['1.43', '2.86', '5.71']],
  ['a last part may have the largest', eur('0.10'), ['5', '4', '7'], ['0.03', '0.03', '0.04']],
  ['of equal fractions, to the first', eur('7.15'), ['5', '5'], ['3.58', '3.57']],
  [
    'fewer cents than parts',
    eur('0.03'),
    ['1', '1', '1', '1', '1'],
    ['0.01', '0.01', '0.01', '0.00', '0.00'],
  ],
  [
    'a whole cent does not count as a fraction',
    eur('0.03'),
    ['1', '1', '4', '1'],
    ['0.01', '0.00', '0.02', '0.00'],
  ],
  ['below zero as above it', eur('-50.00'), ['3', '4', '4'], ['-13.64', '-18.18', '-18.18']],
  ['no weight, no part', eur('20.00'), ['1', '0', '2'], ['6.67', '0.00', '13.33']],
  ['weights that are no whole numbers', eur('0.07'), ['0.25', '0.75'], ['0.02', '0.05']],
  ['a currency without cents', ['1000', 'JPY'], ['3', '3', '1'], ['429', '428', '143']],
  ['a currency with a third decimal', ['1.000', 'KWD'], ['2', '2', '3'], ['0.286', '0.286', '0.428']],
];

story('life', 'B14', 'An amount is split to the cent by largest remainder, and nothing is lost', (show) => {
  for (const [words, amount, weights, parts] of TOLD)
    show({
      input: `${words}: ${amount.join(' ')} by ${weights.join(', ')}`,
      right: parts,
      got: split(amount, weights),
    });
});

/** Weights as our fields have them: those of fractions without their denominators. */
function decimals(ratios: readonly string[]): string[] {
  const parts = ratios.map((ratio) => ratio.split('/').map(Number));
  const all = parts.reduce((product, [, below = 1]) => product * below, 1);
  return parts.map(([above, below = 1]) => String((above! * all) / below));
}

told('life', 'B14', 'The golden cases of splitting by largest remainder', (show) => {
  interface Golden {
    id: string;
    in: { amount: string; smallest_unit: string; ratios: string[] };
    expect: { largest_remainder?: string[] };
  }
  const { cases } = JSON.parse(readFileSync(join(GOLDEN, 'allocation.json'), 'utf8')) as { cases: Golden[] };
  // No currency has a smallest unit of five cents.
  const ours = cases.filter(
    ({ in: given, expect: { largest_remainder } }) => largest_remainder && given.smallest_unit === '.01',
  );
  for (const {
    id,
    in: { amount, ratios },
    expect: { largest_remainder: right },
  } of ours)
    show({
      input: `${id}: ${amount} by ${ratios.join(', ')}`,
      right,
      got: split(eur(amount), decimals(ratios)),
    });
});
