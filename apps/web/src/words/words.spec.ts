import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import bg from './bg';
import de from './de';
import en from './en';
import it_ from './it';

/** Every message by its path, with the names of what is put into it. */
function messages(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]: [string, string | object]) =>
      typeof value === 'string'
        ? [[`${path}${name}`, argumentsOf(value)] as const]
        : [...messages(value, `${path}${name}.`)],
    ),
  );
}

const argumentsOf = (message: string): string => {
  const names = new Set<string>();
  const walk = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type !== TYPE.literal && element.type !== TYPE.pound) names.add(element.value);
      if ('options' in element) Object.values(element.options).forEach((option) => walk(option.value));
    }
  };
  walk(parse(message));
  return [...names].sort().join(', ');
};

describe('words of the page', () => {
  it.each([
    ['it', it_],
    ['bg', bg],
    ['de', de],
  ])('%s has the messages of English, with the same arguments', (_language, words) => {
    expect(messages(words)).toEqual(messages(en));
  });

  it('calls what is to come and what is late by the words of the trade', () => {
    expect([it_.status.due, it_.status.overdue]).toEqual(['In scadenza', 'Scaduta']);
  });
});
