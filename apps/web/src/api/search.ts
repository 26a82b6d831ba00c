import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answered, client } from './client';

/** Milliseconds after the last key until it is asked. */
const PAUSE = 200;

/** What the search finds by the beginning of a number, name or id. */
export function useSearchOf(typed: string) {
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useQuery({
    queryKey: ['/v1/search', { q }],
    queryFn: ({ signal }) => answered(client.GET('/v1/search', { params: { query: { q } }, signal })),
    enabled: q !== '',
    staleTime: 30_000,
  });
  return data?.body.items ?? [];
}
