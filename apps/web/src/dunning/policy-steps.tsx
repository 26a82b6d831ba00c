import { useTranslations } from 'use-intl';
import { useChaseWords } from '../parts/chase-words';
import { Table } from '../parts/table';
import { useTones } from './mail.words';
import type { PolicyStep } from './use-policies';

/** The same steps in words: the twin of the picture. */
export function PolicySteps({ name, steps }: { name: string; steps: PolicyStep[] }) {
  const t = useTranslations('policy');
  const words = useChaseWords();
  const tones = useTones();
  const approvals = { always: t('always'), 'high-value': t('highValue'), never: t('never') };
  return (
    <Table
      label={t('stepsOf', { name })}
      heads={[t('when'), t('what'), t('tone'), t('approval'), t('gap'), t('told')]}
    >
      {steps.map(({ key, days, kind, tone, approval, minGapDays, to }) => (
        <tr key={key}>
          <td data-short>{words.step(key, days)}</td>
          <td>{words.kind(kind)}</td>
          <td>{kind !== 'remind' ? '–' : tone ? tones[tone] : t('byHistory')}</td>
          <td>{kind === 'remind' ? approvals[approval] : '–'}</td>
          <td>{minGapDays === undefined ? '–' : t('gapDays', { days: minGapDays })}</td>
          <td>{kind === 'escalate' ? t(to ?? 'manager') : '–'}</td>
        </tr>
      ))}
    </Table>
  );
}
