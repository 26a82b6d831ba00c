import { useLocale, useTranslations } from 'use-intl';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { countText } from '../words/formats';
import styles from './simulation.module.css';
import type { Outcome, SimulationPage, StepCounted } from './simulation.sum';

const SIDES = ['simulated', 'beside'] as const;
type Side = (typeof SIDES)[number];

/** Steps of each month by either policy: a bar each, in the order of the ladder. The figures are the table; the bars only show it. */
export function SimulationChart({ answer, names }: { answer: SimulationPage; names: Record<Side, string> }) {
  const t = useTranslations('simulation');
  const locale = useLocale();
  const months = [...new Set(SIDES.flatMap((side) => answer[side].steps.map(({ month }) => month)))].sort();
  const most = Math.max(1, ...months.flatMap((month) => SIDES.map((side) => total(answer[side], month))));
  const ladder = [...new Set(SIDES.flatMap((side) => answer[side].steps.map(({ days }) => days)))].sort(
    (one, other) => one - other,
  );
  return (
    <Sheet title={t('perMonth')}>
      <Table
        label={t('perMonth')}
        heads={[t('month'), t('picture')]}
        figures={SIDES.map((side) => names[side])}
      >
        {months.map((month) => (
          <tr key={month}>
            <th scope="row" data-short>
              {month}
            </th>
            <td className={styles.bars} aria-hidden="true">
              {SIDES.map((side) => (
                <span key={side} data-side={side}>
                  {answer[side].steps
                    .filter((step) => step.month === month)
                    .map((step) => (
                      <span
                        key={[step.step, step.tone, step.currency].join(' ')}
                        data-bucket={Math.min(ladder.indexOf(step.days), 4)}
                        title={titleOf(step)}
                        style={{ width: `${(step.count / most) * 100}%` }}
                      />
                    ))}
                </span>
              ))}
            </td>
            {SIDES.map((side) => (
              <td key={side} data-figure>
                {countText(total(answer[side], month), locale)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}

const titleOf = ({ step, count }: StepCounted): string => `${step}: ${count}`;

const total = ({ steps }: Outcome, month: string): number =>
  steps.filter((step) => step.month === month).reduce((all, { count }) => all + count, 0);
