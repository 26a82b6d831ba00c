import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Button } from '../parts/button';
import { useColumnWord } from '../parts/column-word';
import { Empty, Waiting } from '../parts/empty';
import { type Cell, explainText } from '../parts/explanation';
import { Go } from '../parts/go';
import { Here } from '../parts/here';
import { Timeline } from '../parts/timeline';
import { Trouble } from '../parts/trouble';
import { useTime } from '../time/use-time';
import styles from './explain.module.css';
import type { ExplainedLine } from './lines';
import { splitCell } from './use-explained';

const FEW = 50;
const MANY = 500;

/** One invoice of a figure: every fact that counts at this place, with who and why. */
export function Line({ cell, line }: { cell: Cell; line: ExplainedLine | undefined }) {
  const t = useTranslations('explain');
  const parts = useTranslations('parts');
  const shell = useTranslations('shell');
  const word = useColumnWord();
  const { time } = useTime();
  const [limit, setLimit] = useState(FEW);
  const id = cell.line!;
  const { asOf = time.asOf, knownAt = time.knownAt } = cell;
  const path = { id };
  const query = { ...time, ...(asOf && { asOf }), ...(knownAt && { knownAt }), sort: '-position', limit };
  const { data, error, refetch } = useAsk('/v1/invoices/{id}/timeline', { ...path, ...query }, (signal) =>
    client.GET('/v1/invoices/{id}/timeline', { params: { path, query }, signal }),
  );
  const { line: _line, ...whole } = cell;
  return (
    <>
      <nav aria-label={t('trail')}>
        <Here change={{ _explain: explainText(whole) }}>‹ {word(splitCell(cell).column)}</Here>
      </nav>
      <h3>
        <Go to="/invoices/$id" params={{ id }}>
          {t('invoice', { number: line?.number ?? id })}
        </Go>
      </h3>
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={shell('loading')} />}
      {data && data.body.items.length === 0 && <Empty title={t('noFacts')} />}
      {data && (
        <div className={styles.facts}>
          <Timeline entries={data.body.items} label={t('facts')} />
        </div>
      )}
      {data?.body.next && limit === FEW && (
        <p>
          <Button onPress={() => setLimit(MANY)}>{parts('factsMore')}</Button>
        </p>
      )}
    </>
  );
}
