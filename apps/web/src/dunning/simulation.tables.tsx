import { useLocale, useTranslations } from 'use-intl';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import { sumOf } from '../parts/sums';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { countText } from '../words/formats';
import { byLadder, type CustomerCounted, type SimulationPage, type StepCounted } from './simulation.sum';

const SIDES = ['simulated', 'beside'] as const;
interface Props {
  answer: SimulationPage;
  names: Record<(typeof SIDES)[number], string>;
}

/** Steps of the whole time, by tone and currency, with what was asked. */
export function StepsTable({ answer, names }: Props) {
  const t = useTranslations('simulation');
  const locale = useLocale();
  const rows = new Map<
    string,
    { of: StepCounted; counts: [number, number]; amounts: [string[], string[]] }
  >();
  SIDES.forEach((side, at) => {
    for (const step of answer[side].steps) {
      const key = [step.step, step.kind, step.tone, step.currency].join(' ');
      const row = rows.get(key) ?? { of: { ...step, month: '' }, counts: [0, 0], amounts: [[], []] };
      row.counts[at]! += step.count;
      row.amounts[at]!.push(step.amount);
      rows.set(key, row);
    }
  });
  const sorted = [...rows].sort(([, one], [, other]) => byLadder(one.of, other.of));
  return (
    <Sheet title={t('perStep')}>
      <Table
        label={t('perStep')}
        heads={[t('step'), t('what'), t('tone')]}
        figures={SIDES.flatMap((side) => [names[side], t('amountOf', { policy: names[side] })])}
      >
        {sorted.map(([key, { of, counts, amounts }]) => (
          <tr key={key}>
            <th scope="row">{of.step}</th>
            <td>{t(`kinds.${of.kind}`)}</td>
            <td>{of.tone === null ? '' : t(`tones.${of.tone}`)}</td>
            {SIDES.map((side, at) => [
              <td key={side} data-figure>
                {countText(counts[at]!, locale)}
              </td>,
              <td key={`${side} amount`} data-figure>
                <Amount
                  amount={sumOf(amounts[at]!.length > 0 ? amounts[at]! : ['0.00'])}
                  currency={of.currency}
                />
              </td>,
            ])}
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}

const SHOWN = 50;

/** Who would have been reminded, those who most first. */
export function CustomersTable({ answer, names }: Props) {
  const t = useTranslations('simulation');
  const locale = useLocale();
  const rows = new Map<string, Partial<Record<(typeof SIDES)[number], CustomerCounted>>>();
  for (const side of SIDES)
    for (const row of answer[side].customers) {
      const key = `${row.customerId}\n${row.currency}`;
      rows.set(key, { ...rows.get(key), [side]: row });
    }
  const steps = (row?: CustomerCounted): number =>
    row ? row.reminders + row.escalations + row.alerts + row.collections : 0;
  const sorted = [...rows].sort(
    ([, one], [, other]) =>
      steps(other.simulated) + steps(other.beside) - steps(one.simulated) - steps(one.beside),
  );
  return (
    <Sheet title={t('perCustomer')}>
      <Table
        label={t('perCustomer')}
        heads={[t('customer')]}
        figures={SIDES.flatMap((side) => [names[side], t('mailsOf', { policy: names[side] })])}
      >
        {sorted.slice(0, SHOWN).map(([key, row]) => {
          const { customerId, currency } = (row.simulated ?? row.beside)!;
          return (
            <tr key={key}>
              <th scope="row">
                <Go to="/customers/$id" params={{ id: customerId }}>
                  {customerId}
                </Go>{' '}
                {currency}
              </th>
              {SIDES.map((side) => [
                <td key={side} data-figure>
                  {countText(steps(row[side]), locale)}
                </td>,
                <td key={`${side} mails`} data-figure>
                  {countText(row[side]?.mails ?? 0, locale)}
                </td>,
              ])}
            </tr>
          );
        })}
      </Table>
      {sorted.length > SHOWN && <p>{t('firstOf', { shown: String(SHOWN), all: String(sorted.length) })}</p>}
    </Sheet>
  );
}
