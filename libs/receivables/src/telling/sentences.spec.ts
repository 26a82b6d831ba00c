import { factsIn, frozenHistories } from '../../../../test/histories/recorded-history.js';
import { FACTS, isFactType } from '../features.js';
import { say, SENTENCES } from './say.js';
import { languageOf, paramsOf, Sentence } from './sentences.js';

interface Frozen {
  type: string;
  data: object;
}
const frozen = frozenHistories()
  .flatMap(factsIn<Frozen>)
  .filter(({ type }) => isFactType(type));
const languages = Object.keys(SENTENCES) as (keyof typeof SENTENCES)[];

describe('sentences in other languages', () => {
  it.each(languages)('%s: every type of fact has one', (language) => {
    expect(Object.keys(FACTS).filter((type) => !Object.hasOwn(SENTENCES[language], type))).toEqual([]);
  });

  it.each(languages)('%s: name only what the fact has', (language) => {
    for (const [type, text] of Object.entries(SENTENCES[language])) {
      const declared = FACTS[type];
      if (!declared) continue;
      const fields = Object.keys(declared.fields);
      const known = (name: string): boolean =>
        name === 'actor' || fields.some((field) => name === field || name.startsWith(field));
      expect([type, [...new Sentence(text, language).names].filter((name) => !known(name))]).toEqual([
        type,
        [],
      ]);
    }
  });

  it.each(languages)('%s: say every frozen fact, without a gap', (language) => {
    for (const { type, data } of frozen) {
      const sentence = say(language, type, paramsOf(data, 'anna'));
      expect([type, sentence]).toEqual([
        type,
        expect.not.stringMatching(/[{}[\]]|undefined|\bnull\b|NaN|\bnone\b/),
      ]);
    }
  });

  it('count what a list holds', () => {
    const params = (allocations: object[]) =>
      paramsOf({ amount: '9.00', currency: 'EUR', receivedOn: '2026-05-02', allocations }, 'system:reactor');
    const told = (allocations: object[]) => say('it', 'PaymentReceived', params(allocations));
    expect(told([])).toBe('Quittance ha registrato 9.00 EUR ricevuti il 2026-05-02, per nessuna fattura');
    expect(told([{}, {}])).toMatch(/per 2 fatture$/);
  });

  it('are English where the language has none, and hold nothing personal', () => {
    expect(say('it', 'NoSuchFact', {})).toBeUndefined();
    const data = { number: '1', work: { project: 'Mill' }, personal: { subject: 'c', name: 'Rossi' } };
    expect(paramsOf(data, 'anna')).toEqual({ number: '1', workProject: 'Mill', actor: 'anna' });
  });
});

describe('the language of an answer', () => {
  it.each([
    [undefined, 'en'],
    ['it-IT,it;q=0.9,en;q=0.8', 'it'],
    ['fr, de;q=0.5, bg;q=0.7', 'bg'],
    ['it;q=0, de', 'de'],
    ['*', 'en'],
    [';;,q=,=', 'en'],
  ])('%s: %s', (accepted, language) => expect(languageOf(accepted)).toBe(language));
});
