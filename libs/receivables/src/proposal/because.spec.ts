import { LANGUAGES, type Params } from '../telling/sentences.js';
import { type Because, becauseIn } from './because.js';

const found = { free: '250.00', open: '300.00', currency: 'EUR', numbers: 'R-1, R-2' };
const SAID: readonly Because[] = [
  ...(['ProposedByReference', 'ProposedBySum', 'ProposedAll'] as const).map((says) => ({
    says,
    params: found,
  })),
  { says: 'ProposedByAmount', params: { ...found, number: 'R-1' } },
  { says: 'ProposedByAge', params: { ...found, count: 2 } },
  { says: 'ProposedByAccount', params: { customerId: 'C-1', times: '3', of: '4' } },
];
const full: Params = { moreNumbers: 3, others: 2, strange: 'yes', part: 'yes', notAll: 'yes', more: 'yes' };

describe('why something is proposed', () => {
  it('is said in every language, each its own, without a gap', () => {
    for (const one of SAID.flatMap(({ says, params }) => [
      { says, params },
      { says, params: { ...params, ...full } },
    ])) {
      const sentences = LANGUAGES.map((language) => becauseIn(language, [one]));
      expect(new Set(sentences).size).toBe(LANGUAGES.length);
      for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined|none| {2}/);
    }
  });

  it('names the numbers of the invoices, and says how many more there are', () => {
    const params = { ...found, moreNumbers: 4 };
    expect(becauseIn('en', [{ says: 'ProposedAll', params }])).toBe(
      'It is exactly all that is open: 250.00 EUR of R-1, R-2 and 4 more',
    );
    expect(becauseIn('de', [{ says: 'ProposedAll', params }])).toBe(
      'Es ist genau alles, was offen ist: 250.00 EUR von R-1, R-2 und 4 weiteren',
    );
  });

  it('is one sentence after the other', () => {
    const account = SAID.at(-1)!;
    expect(becauseIn('en', [account, SAID[2]!])).toBe(
      'Money of this account number was applied for C-1 in 3 of 4 payments. ' +
        'It is exactly all that is open: 250.00 EUR of R-1, R-2',
    );
  });
});
