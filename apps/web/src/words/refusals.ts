import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'use-intl';
import type { Problem } from '../api/problem';
import type italian from './it/refusal';
import type { RefusalCode, RefusalWords } from './refusal-words';

/** The same codes and rules in each. */
type Words = { [K in keyof typeof italian]: Record<keyof (typeof italian)[K], string> };

/** The API refuses in English. The others come with the first refusal that somebody reads in them. */
const LOADERS: Record<string, () => Promise<{ default: Words }>> = {
  it: () => import('./it/refusal'),
  bg: () => import('./bg/refusal'),
  de: () => import('./de/refusal'),
};

export interface Refusal {
  /** In the reader's language; undefined: what the API says is all there is. */
  said?: string;
  /** What is wrong, by the JSON pointer of its field. */
  byField: Record<string, string>;
}

/** A refusal as the reader is told it. The API's own sentence, in English, has the figures and stands beside it. */
export function useRefusal(problem: Problem | undefined): Refusal {
  const tell = useRefusals();
  return problem ? tell(problem) : { byField: {} };
}

/** The same of several refusals. */
export function useRefusals(): (problem: Problem) => Refusal {
  const language = useLocale().slice(0, 2);
  const load = LOADERS[language];
  const { data } = useQuery({
    queryKey: ['refusals', language],
    queryFn: async (): Promise<RefusalWords> => (await load!()).default,
    enabled: load !== undefined,
    staleTime: Infinity,
  });
  return ({ code, body }) => ({
    said: data?.codes[code as RefusalCode],
    byField: Object.fromEntries(
      body.errors.map(({ field, hint, rule }) => [field, data?.rules[rule] ?? hint ?? rule]),
    ),
  });
}
