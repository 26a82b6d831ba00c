import { beginningWith } from './words.js';

/** Texts in which a word begins so. */
const among = (word: string, ...texts: string[]): string[] =>
  texts.filter((text) => new RegExp(beginningWith(word), 'u').test(text));

describe('a word that is looked for', () => {
  it('begins a word of the text, in small letters or capitals', () => {
    expect(among('ros', 'Rossi S.r.l.', 'Bar ROSSO', 'across')).toEqual(['Rossi S.r.l.', 'Bar ROSSO']);
  });

  it('needs no zeros before a number', () => {
    expect(among('412', '2026-00412', '2026-412', '0412', '2026-004120')).toHaveLength(4);
    expect(among('412', '2026-1412', '2026-40012')).toEqual([]);
    expect(among('inv412', 'INV00412', 'INV-00412')).toEqual(['INV00412']);
  });

  it('has the zeros that are said', () => {
    expect(among('00412', '2026-00412', '2026-412', '2026-0412')).toEqual(['2026-00412']);
    expect(among('100', '2026-100', '2026-1')).toEqual(['2026-100']);
  });
});
