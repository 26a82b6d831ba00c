import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { asMessage, type Name } from './message.check.js';

/** Whether a choice will come out as it does now: what is late stays late, what is due today will not be so tomorrow. */
const isSettled = (name: string, value: string | number): boolean => name !== 'state' || value === 'late';

/**
 * The same message for one mail: choices by what is known of it are made, so that a person reads sentences and not their
 * alternatives. Amounts, dates and days stay as names.
 */
export function withChoicesMade(
  text: string,
  values: Readonly<Record<Name, string | number>>,
  locale: string,
): string {
  const rules = new Intl.PluralRules(locale);
  /** @param counted what `#` stands for */
  const written = (message: readonly MessageFormatElement[], counted = ''): string =>
    message
      .map((element) => {
        if (element.type === TYPE.literal) return element.value;
        if (element.type === TYPE.pound) return `{${counted}}`;
        if (element.type !== TYPE.select && element.type !== TYPE.plural) return `{${element.value}}`;
        const { value: name, options } = element;
        const value = values[name as Name];
        const within = element.type === TYPE.plural ? name : counted;
        const keys =
          element.type === TYPE.plural
            ? [`=${value}`, rules.select(Number(value)), 'other']
            : [String(value), 'other'];
        const chosen = keys.map((key) => options[key]).find((option) => option !== undefined);
        if (chosen && isSettled(name, value)) return written(chosen.value, within);
        const all = Object.entries(options).map(
          ([key, option]) => `${key} {${written(option.value, within)}}`,
        );
        return `{${name}, ${element.type === TYPE.plural ? 'plural' : 'select'}, ${all.join(' ')}}`;
      })
      .join('');
  return written(parse(asMessage(text), { ignoreTag: true }));
}
