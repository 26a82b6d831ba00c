import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMe } from '../api/session';
import { Figure } from '../parts/figure';
import { filtersOf, type Search } from '../time/search';
import { useTime } from '../time/use-time';
import { kindWord } from './work.kinds';
import styles from './work.module.css';

/** How much there is to do in all. */
export function WorkCount({ search }: { search: Search }) {
  const t = useTranslations('work');
  const { time } = useTime();
  const filters = filtersOf(search);
  const query = { ...filters, ...time };
  const { data } = useAsk('/v1/work/summary', query, (signal) =>
    client.GET('/v1/work/summary', { params: { query }, signal }),
  );
  if (!data) return null;
  const { count } = data.body;
  return (
    <span>
      <Figure value={{ count }} explain={{ to: '/work', search: filters }} /> {t('toDo', { count })}
    </span>
  );
}

/** How many of each kind, and of each person. Each count leads to exactly its rows. */
export function WorkCounts({ search }: { search: Search }) {
  const t = useTranslations('work');
  const { time } = useTime();
  const { personId } = useMe();
  const filters = filtersOf(search);
  const query = { ...filters, ...time, of: 'kind,ownerId' };
  const { data } = useAsk('/v1/work/facets', query, (signal) =>
    client.GET('/v1/work/facets', { params: { query }, signal }),
  );
  if (!data) return null;
  const { kind, ownerId } = data.body.facets;
  const wordOf = (value: string): string => {
    const word = kindWord(value);
    return word ? t(`kinds.${word}`) : value;
  };
  const ownerOf = (value: string): string => (value === personId ? t('mine', { person: value }) : value);
  return (
    <div className={styles.counts}>
      <Counts name="kind" label={t('byKind')} values={kind?.values} wordOf={wordOf} filters={filters} />
      <Counts
        name="ownerId"
        label={t('byOwner')}
        values={ownerId?.values}
        wordOf={ownerOf}
        none={t('nobody')}
        filters={filters}
      />
    </div>
  );
}

interface CountsProps {
  name: 'kind' | 'ownerId';
  label: string;
  values?: { value: string | null; count: number }[];
  wordOf: (value: string) => string;
  /** The word of those that have none; left out: each has one. */
  none?: string;
  filters: Record<string, string>;
}

function Counts({ name, label, values = [], wordOf, none, filters }: CountsProps) {
  const counted = values.flatMap(({ value, count }) =>
    value === null
      ? none === undefined
        ? []
        : [{ key: '', count, word: none, search: { ...filters, without: name } }]
      : [{ key: value, count, word: wordOf(value), search: { ...filters, [name]: value } }],
  );
  if (counted.length === 0) return null;
  return (
    <dl className={styles.line}>
      <dt>{label}</dt>
      {counted.map(({ key, count, word, search }) => (
        <dd key={key}>
          {word} <Figure value={{ count }} explain={{ to: '/work', search }} label={word} />
        </dd>
      ))}
    </dl>
  );
}
