import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAddress } from '../time/use-time';
import { Button } from './button';
import { type Counting, FacetValues } from './facet-values';
import { Field } from './field';
import { type FilterChoice, wordOf } from './filter-choice';
import styles from './filters.module.css';

interface Props {
  choices: FilterChoice[];
  /** The filter that is changed; left out: one is chosen first. */
  of?: FilterChoice;
  counting?: Counting;
  close: () => void;
}

/** One filter: by the values that rows have, by a short list of words, or by what is typed. */
export function FilterForm({ choices, of, counting, close }: Props) {
  const t = useTranslations('parts');
  const shell = useTranslations('shell');
  const { search, change } = useAddress();
  const [name, setName] = useState((of ?? choices[0]!).name);
  const choice = choices.find((one) => one.name === name)!;
  const { values, facet, hint = shell('rangeHint') } = choice;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('value');
    if (typeof value !== 'string' || value.trim() === '') return;
    change({ [name]: value.trim() });
    close();
  };
  const isCounted = facet && counting !== undefined;
  const isTyped = !values;
  return (
    <form className={styles.form} onSubmit={send}>
      {!of && (
        <label className={styles.label}>
          {t('filterField')}
          <select value={name} onChange={({ target }) => setName(target.value)}>
            {choices.map((one) => (
              <option key={one.name} value={one.name}>
                {one.title}
              </option>
            ))}
          </select>
        </label>
      )}
      {isCounted && (
        <FacetValues
          key={name}
          counting={counting}
          of={name}
          title={choice.title}
          wordOf={(value) => wordOf(choice, value)}
          filter={search[name]}
          without={search.without}
          set={change}
        />
      )}
      {!isCounted && values && (
        <label className={styles.label}>
          {t('filterValue')}
          <select name="value" defaultValue={search[name]}>
            {values.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
      )}
      {isTyped && (
        <Field
          key={`typed ${name}`}
          name="value"
          label={t('filterValue')}
          hint={hint}
          defaultValue={search[name]}
          autoComplete="off"
        />
      )}
      {(isTyped || !isCounted) && (
        <Button type="submit" look="main">
          {t('apply')}
        </Button>
      )}
    </form>
  );
}
