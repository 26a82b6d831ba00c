import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMe } from '../api/session';
import { Button } from '../parts/button';
import { ChoiceField } from '../parts/choice-field';
import { DateField } from '../parts/date-field';
import { useAddress } from '../time/use-time';
import styles from './simulation.module.css';

/** Which policy, over which days, beside which other one: what is chosen goes into the address. */
export function SimulationForm({ refused }: { refused: Record<string, string> }) {
  const t = useTranslations('simulation');
  const { search, change } = useAddress();
  const { today } = useMe().entity;
  const [policyId, setPolicyId] = useState(search.policyId ?? 'gentle');
  const [beside, setBeside] = useState(search.besidePolicyId ?? '');
  const [from, setFrom] = useState(search.from ?? `${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(search.to ?? today);
  const { data } = useAsk('/v1/policies', {}, (signal) => client.GET('/v1/policies', { signal }));
  const policies = (data?.body.policies ?? []).map(({ policyId: id, name }) => [id, name] as const);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    change({ policyId, besidePolicyId: beside || undefined, from, to });
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <ChoiceField
        name="policyId"
        label={t('policy')}
        value={policyId}
        choices={policies}
        onChoice={setPolicyId}
        wrong={refused['/policyId']}
        isRequired
      />
      <ChoiceField
        name="besidePolicyId"
        label={t('beside')}
        hint={t('besideHint')}
        value={beside}
        choices={policies}
        onChoice={setBeside}
        wrong={refused['/besidePolicyId']}
      />
      <DateField
        label={t('from')}
        day={from}
        onDay={(day) => setFrom(day ?? from)}
        wrong={refused['/from']}
        isRequired
      />
      <DateField
        label={t('to')}
        day={to}
        onDay={(day) => setTo(day ?? to)}
        wrong={refused['/to']}
        isRequired
      />
      <Button type="submit" look="main">
        {t('simulate')}
      </Button>
    </form>
  );
}
