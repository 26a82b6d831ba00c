import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { Bind, Cut } from '@quittance/reading';
import { published } from '../../libs/receivables/src/manifest/published.js';
import '../../libs/receivables/src/served.js';

/** The page's own words, which no code imports: they are looked at as a reader of the page does. */
const { whyOf } = jest.requireActual<{ default: { whyOf: Record<string, string> } }>(
  join(__dirname, '../../apps/web/src/words/en/work.ts'),
).default;

/** What a message names, each once. */
function namesIn(parts: readonly MessageFormatElement[]): string[] {
  const names = parts.flatMap((part): string[] => {
    if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
    const within =
      'options' in part ? Object.values(part.options).flatMap(({ value }) => namesIn(value)) : [];
    return [part.value, ...within];
  });
  return [...new Set(names)].sort();
}

/** What the relation of a thing to do gives as values. */
const given = (sql: string): string[] => {
  const [, values] = /jsonb_build_object\((.*)\)\) as params/s.exec(sql)!;
  return [...values!.matchAll(/'(\w+)', \(/g)].map(([, name]) => name!).sort();
};

it('the page says why a thing is to be done with the values that the API gives, for each kind', () => {
  const cut = new Cut(new Bind(), { asOf: '2026-06-30' });
  const kinds = published().work;
  expect(kinds.length).toBeGreaterThan(15);
  for (const { kind, relation } of kinds) {
    const word = kind.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
    expect([kind, namesIn(parse(whyOf[word]!))]).toEqual([kind, given(relation(cut))]);
  }
});
