import { join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { NOTES } from '@quittance/importing';
import { ENDS } from '../../libs/receivables/src/import/import.notes.js';

/** The page's own words, which no code imports: they are looked at as a reader of the page does. */
const { noteWords } = jest.requireActual<{ default: { noteWords: Record<string, string> } }>(
  join(__dirname, '../../apps/web/src/words/en/imports.ts'),
).default;

/** Values that a sentence brings beside those that its English names: the first of its examples, and forms without a word between. */
const BESIDE: Record<string, string[]> = {
  'wrong-cells': ['value', 'line'],
  'wrong-rows': ['value', 'line'],
  'date-forms-fit': ['list'],
};

const wordOf = (code: string): string =>
  code.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());

it('the page says every note of an import, with values that the note brings', () => {
  const notes = Object.entries({ ...NOTES, ...ENDS });
  expect(Object.keys(noteWords).sort()).toEqual(notes.map(([code]) => wordOf(code)).sort());
  for (const [code, english] of notes) {
    const brings = [...english.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const names = parse(noteWords[wordOf(code)]!).flatMap((part) =>
      part.type === TYPE.literal || part.type === TYPE.pound ? [] : [part.value],
    );
    expect([code, names.filter((name) => ![...brings, ...(BESIDE[code] ?? [])].includes(name))]).toEqual([
      code,
      [],
    ]);
  }
});
