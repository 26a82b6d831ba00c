import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { ChoiceField } from '../parts/choice-field';
import { STEP_KINDS, useChaseWords } from '../parts/chase-words';
import { Field } from '../parts/field';
import { useTones } from './mail.words';
import { keyOf, ofKind, type StepDraft, wholeOf } from './policy-draft';
import styles from './write-policy.module.css';

interface Props {
  at: number;
  step: StepDraft;
  /** Keys of texts that are written. */
  templates: string[];
  wrong: Record<string, string>;
  set: (change: Partial<StepDraft>) => void;
  /** Left out: it is the only one. */
  remove?: () => void;
}

/** One step: its fields are named by what they fill in the command, so that its errors find them. */
export function StepFields({ at, step, templates, wrong, set, remove }: Props) {
  const t = useTranslations('policy');
  const words = useChaseWords();
  const tones = useTones();
  const { key, keyFollows, days, kind, template, tone, approval, minGapDays, to } = step;
  const nameOf = (field: keyof StepDraft): string => `/steps/${at}/${field}`;
  const choice = (field: keyof StepDraft) => ({ name: nameOf(field), wrong: wrong[nameOf(field)] });
  const number = (text: string, isNeeded: boolean): string | undefined =>
    (isNeeded || text !== '') && wholeOf(text) === undefined ? t('write.wholeDays') : undefined;
  return (
    <fieldset className={styles.step}>
      <legend>{t('write.step', { number: String(at + 1) })}</legend>
      <Field
        name={nameOf('days')}
        label={t('write.days')}
        value={days}
        onChange={(typed) => set({ days: typed, ...(keyFollows && { key: keyOf(typed) }) })}
        wrong={number(days, true)}
        inputMode="text"
        autoComplete="off"
        isRequired
      />
      <Field
        name={nameOf('key')}
        label={t('write.key')}
        value={key}
        onChange={(typed) => set({ key: typed, keyFollows: false })}
        autoComplete="off"
        isRequired
      />
      <ChoiceField
        {...choice('kind')}
        label={t('what')}
        value={kind}
        choices={Object.keys(STEP_KINDS).map((one) => [one, words.kind(one)])}
        onChoice={(chosen) => set(ofKind(chosen as StepDraft['kind']))}
        isRequired
      />
      {kind === 'remind' && (
        <>
          <Field
            name={nameOf('template')}
            label={t('write.template')}
            value={template}
            onChange={(typed) => set({ template: typed })}
            offered={templates.map((value) => ({ value }))}
            autoComplete="off"
          />
          <ChoiceField
            {...choice('tone')}
            label={t('tone')}
            value={tone}
            choices={Object.entries(tones)}
            none={t('byHistory')}
            onChoice={(chosen) => set({ tone: chosen as StepDraft['tone'] })}
          />
          <ChoiceField
            {...choice('approval')}
            label={t('approval')}
            value={approval}
            choices={[
              ['always', t('always')],
              ['high-value', t('write.special')],
              ['never', t('never')],
            ]}
            onChoice={(chosen) => set({ approval: chosen as StepDraft['approval'] })}
            isRequired
          />
          <Field
            name={nameOf('minGapDays')}
            label={t('write.gap')}
            value={minGapDays}
            onChange={(typed) => set({ minGapDays: typed })}
            wrong={number(minGapDays, false)}
            inputMode="numeric"
            autoComplete="off"
          />
        </>
      )}
      {kind === 'escalate' && (
        <ChoiceField
          {...choice('to')}
          label={t('told')}
          value={to}
          choices={[['lead', t('lead')]]}
          none={t('manager')}
          onChoice={(chosen) => set({ to: chosen as StepDraft['to'] })}
        />
      )}
      <Button
        look="quiet"
        aria-label={t('write.remove', { number: String(at + 1) })}
        isDisabled={!remove}
        onPress={remove}
      >
        ✕
      </Button>
    </fieldset>
  );
}
