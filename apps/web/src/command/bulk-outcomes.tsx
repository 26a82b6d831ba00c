import { useTranslations } from 'use-intl';
import { Go } from '../parts/go';
import styles from './command.module.css';
import type { One, Said, Stage } from './use-bulk';
import { readable } from '../parts/readable';
import { useRefusals } from '../words/refusals';

interface Props {
  stage: Stage;
  ones: readonly One[];
  answers: ReadonlyMap<string, Said>;
  /** What the command cannot be given about, and why. */
  cannot: readonly (readonly [title: string, why: string])[];
  correlationId: string;
}

/** Sentences that are shown of those that would be recorded: the others say the same of other things. */
const SHOWN = 3;

/** What became of each, and how many of them: never one sentence for many outcomes. */
export function BulkOutcomes({ stage, ones, answers, cannot, correlationId }: Props) {
  const t = useTranslations('bulk');
  const tell = useRefusals();
  const said = ones.flatMap((one): [One, Said][] => {
    const answer = answers.get(one.id);
    return answer ? [[one, answer]] : [];
  });
  const would = said.flatMap(([, answer]) => ('sentences' in answer ? [answer.sentences] : []));
  const recorded = said.filter(([, answer]) => 'position' in answer).length;
  const refused = said.flatMap(([one, answer]) =>
    'problem' in answer ? [[one, answer.problem] as const] : [],
  );
  const wasSent = stage === 'sending' || stage === 'stopped' || stage === 'done';
  return (
    <section className={styles.records} aria-live="polite" aria-label={t('outcome')}>
      <h3>
        {wasSent
          ? t('recordedOf', { recorded, refused: refused.length })
          : t('wouldRecord', { count: would.length, all: ones.length })}
      </h3>
      {stage === 'typed' && <p className={styles.hint}>{t('checkFirst')}</p>}
      {(stage === 'checking' || stage === 'sending') && (
        <p>{t('onItsWay', { done: said.length, all: ones.length })}</p>
      )}
      {stage === 'stopped' && <p>{t('stopped', { left: ones.length - said.length })}</p>}
      {!wasSent && would.length > 0 && (
        <ul>
          {would.slice(0, SHOWN).map(([sentence], at) => (
            <li key={at}>{readable(sentence ?? '')}</li>
          ))}
          {would.length > SHOWN && <li>{t('andSo', { count: would.length - SHOWN })}</li>}
        </ul>
      )}
      {refused.length + cannot.length > 0 && (
        <ul className={styles.each}>
          {refused.map(([{ id, title }, problem]) => (
            <li key={id}>{t('refused', { title, why: tell(problem).said ?? problem.message })}</li>
          ))}
          {cannot.map(([title, why]) => (
            <li key={title}>{t('cannot', { title, why })}</li>
          ))}
        </ul>
      )}
      {wasSent && recorded > 0 && (
        <p>
          <Go to="/audit" search={{ correlation: correlationId }}>
            {t('showFacts')}
          </Go>
        </p>
      )}
    </section>
  );
}
