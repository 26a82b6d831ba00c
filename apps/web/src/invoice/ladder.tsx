import { useLocale, useTranslations } from 'use-intl';
import { Became } from '../parts/became';
import { useChaseWords } from '../parts/chase-words';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { dayText } from '../words/formats';
import styles from './reminders.module.css';
import type { Explained, PartExplained } from './use-reminders';

interface Props {
  part: PartExplained;
  of: Explained;
  statusOf: (step: { status: string; mailId: string | null }) => string;
}

/** The steps of an invoice, or of one of its instalments: when each comes, and what became of it. */
export function Ladder({ part, of, statusOf }: Props) {
  const t = useTranslations('dunning');
  const locale = useLocale();
  const words = useChaseWords();
  const title = t('ladder', { day: dayText(part.agreedDueOn, locale) });
  const name = of.parts.length > 1 ? `${t('instalment', { number: String(part.part) })} · ${title}` : title;
  return (
    <Sheet title={name}>
      <Table label={name} heads={[t('step'), t('tone'), t('comesOn'), t('outcome'), t('decidedOn')]}>
        {part.steps.map(({ step, kind, days, on, tone, status, decidedOn, code, mailId }) => (
          <tr key={step} className={part.next?.step === step ? styles.next : undefined}>
            <td>
              {words.kind(kind)}, {words.step(step, days)}
            </td>
            <td>{tone === null ? '–' : words.tone(tone)}</td>
            <td data-short>{dayText(on, locale)}</td>
            <td>
              <Became
                status={
                  status === null ? (code === null ? 'waits' : 'skipped') : statusOf({ status, mailId })
                }
                code={code}
              />
            </td>
            <td data-short>{decidedOn === null ? '–' : dayText(decidedOn, locale)}</td>
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}
