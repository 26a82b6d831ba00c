import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../api/session';
import { type Search, stateOf, type Time, timeOf, type TimeState } from './search';

/** The address as texts, and how to change parts of it: undefined takes a parameter out. */
export function useAddress(): { search: Search; change: (parts: Search, how?: 'push' | 'replace') => void } {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (parts: Search, how: 'push' | 'replace' = 'push'): void => {
    const changed = { ...search, ...parts } as never;
    void navigate({ to: '.', search: changed, replace: how === 'replace' });
  };
  return { search, change };
}

/** Where the reader stands, and the day that this means. */
export function useTime(): { time: Time; state: TimeState; day: string } {
  const { search } = useAddress();
  const time = timeOf(search);
  const { today } = useMe().entity;
  return { time, state: stateOf(time), day: time.asOf ?? today };
}
