import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { AmountField } from '../parts/amount-field';
import { ChoiceField } from '../parts/choice-field';
import { Field } from '../parts/field';
import type { PolicyDraft } from './policy-draft';
import styles from './write-policy.module.css';

interface Props {
  draft: PolicyDraft;
  wrong: Record<string, string>;
  set: (change: Partial<PolicyDraft>) => void;
}

/** What holds for all steps: the least amount, days and hours on which nothing leaves, how many mails. */
export function RulesFields({ draft, wrong, set }: Props) {
  const t = useTranslations('policy');
  const { businessDays, target, daysOff, quietFrom, quietTo, grouping } = draft;
  return (
    <div className={styles.rules}>
      <Least {...draft} set={set} />
      <fieldset className={styles.group}>
        <legend>{t('comesOn')}</legend>
        <label className={styles.flag}>
          <input
            type="checkbox"
            checked={businessDays}
            onChange={({ target: box }) => set({ businessDays: box.checked })}
          />
          {t('write.businessDays')}
        </label>
        <label className={styles.flag}>
          <input
            type="checkbox"
            checked={target}
            onChange={({ target: box }) => set({ target: box.checked })}
          />
          {t('write.target')}
        </label>
        <Field
          name="/holidays"
          label={t('write.daysOff')}
          hint={t('write.daysOffHint')}
          value={daysOff}
          onChange={(typed) => set({ daysOff: typed })}
          long
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('quietHours')}</legend>
        <Field
          name="/quietHours/from"
          label={t('write.quietFrom')}
          type="time"
          value={quietFrom}
          onChange={(typed) => set({ quietFrom: typed })}
        />
        <Field
          name="/quietHours/to"
          label={t('write.quietTo')}
          type="time"
          value={quietTo}
          onChange={(typed) => set({ quietTo: typed })}
        />
      </fieldset>
      <ChoiceField
        name="/grouping"
        label={t('grouping')}
        value={grouping}
        choices={[
          ['customer', t('oneACustomer')],
          ['invoice', t('oneAnInvoice')],
        ]}
        onChoice={(chosen) => set({ grouping: chosen as PolicyDraft['grouping'] })}
        wrong={wrong['/grouping']}
        isRequired
      />
    </div>
  );
}

/** One amount a currency that is asked for less, as far as somebody has named it. */
function Least({ least, set }: Pick<PolicyDraft, 'least'> & Pick<Props, 'set'>) {
  const t = useTranslations('policy');
  const { currencies } = useMe().entity;
  const rest = currencies.filter(({ code }) => !(code in least));
  return (
    <fieldset className={styles.group}>
      <legend>{t('least')}</legend>
      {Object.entries(least).map(([currency, amount]) => (
        <AmountField
          key={currency}
          name={`/minAmount/${currency}`}
          label={currency}
          currency={currency}
          decimals={currencies.find(({ code }) => code === currency)?.decimals ?? 2}
          initial={amount || undefined}
          onAmount={(typed) => set({ least: { ...least, [currency]: typed } })}
        />
      ))}
      {rest.length > 0 && (
        <ChoiceField
          name="currency"
          label={t('write.currency')}
          value=""
          choices={rest.map(({ code }) => [code, code])}
          onChoice={(code) => set({ least: { ...least, [code]: '' } })}
        />
      )}
    </fieldset>
  );
}
