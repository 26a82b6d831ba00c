import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { type FilterChoice, wordsOf } from '../parts/filter-choice';
import { Here } from '../parts/here';
import { filtersOf, parseSearch, stringifySearch } from '../time/search';
import { useAddress } from '../time/use-time';

/**
 * The filters that were asked for last in this list, until the window is closed: offered, and never applied by themselves.
 * @param isRefused whether the API refuses those of the address: they are not worth coming back to
 */
export function BackTo({ choices, isRefused }: { choices: FilterChoice[]; isRefused: boolean }) {
  const t = useTranslations('shell');
  const parts = useTranslations('parts');
  const { pathname } = useLocation();
  const { search } = useAddress();
  const name = `quittance.asked.${pathname}`;
  const now = stringifySearch(filtersOf(search));
  useEffect(() => {
    if (now !== '' && !isRefused) sessionStorage.setItem(name, now);
  }, [name, now, isRefused]);
  const last = sessionStorage.getItem(name);
  if (now !== '' || last === null) return null;
  const filters = parseSearch(last);
  return (
    <span data-screen-only>
      <Here change={filters}>{t('backTo', { filters: wordsOf(choices, filters, parts('search')) })}</Here>
    </span>
  );
}
