import { type QueryClient, skipToken, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Rows } from '../parts/grid/grid';
import { PAGE } from './asked-early';
import { answered, type Answer } from './client';
import { useTouched } from './touched';

/** Pages that are kept: others are asked for again when somebody scrolls back to them. */
const MOST_PAGES = 30;
/** The longest page that the API gives. */
const MOST_AT_ONCE = 500;
/** A list that nobody looks at is forgotten after this many milliseconds: Back finds it as it was, a later visit asks anew. */
const KEPT_MS = 30_000;

interface Page<Row> {
  items: Row[];
  next: string | null;
  /** Where it stands on both axes, where the list says so. */
  asOf?: string;
  knownAt?: string;
}
type Call<Row> = Parameters<typeof answered<Page<Row>>>[0];
type AskPage<Row> = (page: { cursor?: string; limit: number; signal: AbortSignal }) => Call<Row>;
type Cursors = (string | null | undefined)[];
const FIRST: Cursors = [undefined];

const chainOf = (path: string, asked: Record<string, unknown>): unknown[] => [path, asked, 'cursors'];

/** A page as it is asked for and kept, whoever asks first. Where the next one begins is kept beside it. */
const pageOf = <Row>(
  queries: QueryClient,
  {
    path,
    asked,
    ask,
    page,
    cursor,
  }: {
    path: string;
    asked: Record<string, unknown>;
    ask: AskPage<Row>;
    page: number;
    cursor?: string | null;
  },
) => ({
  queryKey: [path, asked, 'page', page, cursor ?? ''],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Answer<Page<Row>>> => {
    const answer = await answered(ask({ cursor: cursor ?? undefined, limit: PAGE, signal }));
    queries.setQueryData<Cursors>(chainOf(path, asked), (now = FIRST) =>
      now.length > page + 1 ? now : [...now, answer.body.next],
    );
    return answer;
  },
  staleTime: Infinity,
  gcTime: KEPT_MS,
});

/** Asks for the first page of a list that is to be shown in a moment. */
export const askFirstPage = <Row>(
  queries: QueryClient,
  path: string,
  asked: Record<string, unknown>,
  ask: AskPage<Row>,
): Promise<void> => queries.prefetchQuery(pageOf(queries, { path, asked, ask, page: 0 }));

/**
 * A list of the server, page by page as it is scrolled. Every page belongs to the instant of the first: its cursor says so.
 * @param asked filters, order and time: another question is another list
 */
export function useList<Row>(path: string, asked: Record<string, unknown>, ask: AskPage<Row>) {
  const queries = useQueryClient();
  const question = JSON.stringify(asked);
  const [sight, setSight] = useState({ question, from: 0, to: 0 });
  const { from, to } = sight.question === question ? sight : { from: 0, to: 0 };
  const chain = chainOf(path, asked);
  // Where each page begins, as far as anybody has scrolled.
  const { data: cursors = FIRST } = useQuery<Cursors>({
    queryKey: chain,
    queryFn: skipToken,
    initialData: FIRST,
    staleTime: Infinity,
    gcTime: KEPT_MS,
  });
  const known = cursors.filter((cursor) => cursor !== null).length;
  const wanted = between(from, Math.min(to + 1, known - 1));
  const key = (page: number): unknown[] => [path, asked, 'page', page, cursors[page] ?? ''];
  const pages = useQueries({
    queries: wanted.map((page) => pageOf(queries, { path, asked, ask, page, cursor: cursors[page] })),
  });
  useEffect(() => {
    queries.removeQueries({
      type: 'inactive',
      predicate: ({ queryKey: [at, , part, page] }) =>
        at === path && part === 'page' && Math.abs((page as number) - from) > MOST_PAGES / 2,
    });
  }, [queries, path, from]);

  const bodies = new Map(wanted.map((page, at) => [page, pages[at]?.data]));
  const read = (page: number): Answer<Page<Row>> | undefined =>
    bodies.get(page) ?? queries.getQueryData(key(page));
  const last = read(known - 1)?.body;
  const length = (known - 1) * PAGE + (last?.items.length ?? 0);
  const see = useCallback(
    (first: number, end: number) => {
      const seen = { question, from: Math.floor(first / PAGE), to: Math.floor(end / PAGE) };
      setSight((now) => (JSON.stringify(now) === JSON.stringify(seen) ? now : seen));
    },
    [question],
  );
  const rows: Rows<Row> = useMemo(
    () => ({
      length,
      more: cursors.at(-1) !== null,
      at: (index) => read(Math.floor(index / PAGE))?.body.items[index % PAGE],
      see,
    }),
    // Anew whenever a page has come.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [length, cursors, see, pages],
  );
  const first = read(0);
  const error = pages.find((one) => one.error)?.error;
  /** The rows from the first on, so many at most: for paper, which nobody scrolls. */
  const upTo = async (most: number): Promise<Row[]> => {
    const { items, next } = first?.body ?? { items: [], next: null };
    const found = [...items];
    const { signal } = new AbortController();
    for (let cursor = next; cursor !== null && found.length < most;) {
      const { body } = await answered(ask({ cursor, limit: MOST_AT_ONCE, signal }));
      found.push(...body.items);
      cursor = body.next;
    }
    return found.slice(0, most);
  };
  const changed = useTouched(path, asked.knownAt === undefined ? first?.head.position : undefined);
  /** Reads it anew from the first row. */
  const refresh = (): void =>
    void queries.resetQueries({
      predicate: ({ queryKey: [at, , part] }) => at === path && (part === 'page' || part === 'cursors'),
    });
  return { rows, first, error, upTo, changed, refresh, isPending: first === undefined && !error };
}

/** Whole numbers of both ends and between; the first at least. */
const between = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(1, to - from + 1) }, (_nothing, at) => Math.min(from, Math.max(to, 0)) + at);
