import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { filtersOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { Button } from './button';
import { Popover } from './dialog';
import type { Counting } from './facet-values';
import { type FilterChoice, wordOf } from './filter-choice';
import { FilterForm } from './filter-form';
import styles from './filters.module.css';

interface Props {
  choices: FilterChoice[];
  /** By the name of a filter, what the API says against it. */
  refused: Record<string, string>;
  /** Parameters that something else shows. */
  apart?: string[];
  /** How many rows have which value. */
  counting?: Counting;
}

/** What restricts the list, one chip each: changed by a press, taken out by another. One that the API refuses is red, and the rest stays. */
export function Filters({ choices, refused, apart = [], counting }: Props) {
  const t = useTranslations('parts');
  const { search, change } = useAddress();
  const filters = Object.entries(filtersOf(search)).filter(([name]) => name !== 'q' && !apart.includes(name));
  // Its values are names of other filters.
  const without = (names: string): string => {
    const titles = names.split(',').map((of) => choices.find(({ name }) => name === of)?.title ?? of);
    return `${t('without')}: ${titles.join(', ')}`;
  };
  return (
    <ul className={styles.filters} data-screen-only>
      {filters.map(([name, value]) => {
        const choice = choices.find((one) => one.name === name);
        const said =
          name === 'without' ? without(value) : `${choice?.title ?? name}: ${wordOf(choice, value)}`;
        const wrong = refused[`/${name}`];
        const shown = wrong === undefined ? said : `${said} · ${t('refusedFilter', { hint: wrong })}`;
        return (
          <li key={name} className={styles.chip} data-wrong={wrong !== undefined || undefined}>
            {choice ? (
              <DialogTrigger>
                <Button look="quiet" aria-label={t('changeFilter', { filter: shown })}>
                  {shown}
                </Button>
                <Popover title={choice.title}>
                  {(close) => <FilterForm of={choice} {...{ choices, counting, close }} />}
                </Popover>
              </DialogTrigger>
            ) : (
              <span>{shown}</span>
            )}
            <Button
              look="quiet"
              aria-label={t('removeFilter', { filter: said })}
              onPress={() => change({ [name]: undefined })}
            >
              ✕
            </Button>
          </li>
        );
      })}
      <li>
        <DialogTrigger>
          <Button>+ {t('addFilter')}</Button>
          <Popover title={t('addFilter')}>
            {(close) => <FilterForm {...{ choices, counting, close }} />}
          </Popover>
        </DialogTrigger>
      </li>
    </ul>
  );
}
