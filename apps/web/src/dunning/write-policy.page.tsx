import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { CommandField } from '../command/command';
import { CommandForm } from '../command/command-form';
import { forgetTyped, keepTyped, typedBefore } from '../command/kept';
import { useCommand } from '../command/use-command';
import { Button } from '../parts/button';
import { ChoiceField } from '../parts/choice-field';
import { Empty, Waiting } from '../parts/empty';
import { Field } from '../parts/field';
import { sendByKeys } from '../parts/send-keys';
import { Trouble } from '../parts/trouble';
import { Page, Sheet } from '../shell/page';
import { useTell } from '../shell/told';
import { useAddress, useTime } from '../time/use-time';
import { LadderPicture } from './ladder-picture';
import { addedTo, draftOf, type PolicyDraft, policyIn, type StepDraft, stepsIn } from './policy-draft';
import { RulesFields } from './policy-rules.fields';
import { StepFields } from './policy-step.fields';
import { RemindersNav } from './reminders.nav';
import type { Policy } from './use-policies';
import styles from './write-policy.module.css';

const NAME = 'versionPolicy';
const PATH = '/v1/policies';
/** Fields at which an error of the server is shown; others stand at the top. */
const FIELDS: CommandField[] = [
  'policyId',
  'name',
  'steps',
  'minAmount',
  'holidays',
  'quietHours',
  'grouping',
].map((name) => ({ kind: 'text', name }));

/** How debtors are chased, written: `_of` names the policy of which it is the next version, `_from` what a new one begins as. */
export function WritePolicy() {
  const t = useTranslations('policy');
  const time = useTranslations('time');
  const { search, change } = useAddress();
  const { state } = useTime();
  const { data, error, refetch } = useAsk(PATH, {}, (signal) => client.GET(PATH, { signal }));
  const policies = data?.body.policies ?? [];
  const { _of: of, _from: from = 'standard' } = search;
  const begun = policies.find(({ policyId }) => policyId === (of ?? from));
  const title = of === undefined ? t('write.newOne') : t('write.nextOf', { name: begun?.name ?? of });
  return (
    <Page title={title}>
      <RemindersNav />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={title} lines={12} />}
      {data && !begun && <Empty title={t('write.unknown', { id: of ?? from })} />}
      {begun && state === 'known-at' && (
        <Button onPress={() => change({ asOf: undefined, knownAt: undefined, known: undefined })}>
          {time('actNow')}
        </Button>
      )}
      {begun && state !== 'known-at' && (
        <PolicyForm key={of ?? ''} {...{ begun, policies, isNew: of === undefined }} />
      )}
    </Page>
  );
}

interface FormProps {
  begun: Policy;
  policies: Policy[];
  isNew: boolean;
}

function PolicyForm({ begun, policies, isNew }: FormProps) {
  const t = useTranslations('policy');
  const words = useTranslations('command');
  const tell = useTell();
  const navigate = useNavigate();
  const { change } = useAddress();
  const form = useRef<HTMLFormElement>(null);
  const of = isNew ? '' : begun.policyId;
  const [draft, setDraft] = useState<PolicyDraft>(() => {
    const typed = typedBefore(NAME, of)?.draft;
    if (typeof typed === 'string') return JSON.parse(typed) as PolicyDraft;
    return { ...draftOf(begun), ...(isNew && { policyId: '', name: '' }) };
  });
  const set = (next: Partial<PolicyDraft>): void => {
    const after = { ...draft, ...next };
    keepTyped(NAME, of, { draft: JSON.stringify(after) });
    setDraft(after);
  };
  const leave = (): void => {
    forgetTyped(NAME, of);
    void navigate({ to: '/reminders/policies' });
  };
  const body = policyIn(draft);
  const command = { path: PATH, names: {}, body } as const;
  const sent = useCommand(command, ({ head }) => {
    const { position } = head;
    const text = words('recorded', { what: words(`name.${NAME}`), position: String(position ?? '–') });
    tell({ text, position });
    leave();
  });
  const templates = useTemplateKeys();
  const { steps, name, policyId } = draft;
  const setStep = (at: number, next: Partial<StepDraft>): void =>
    set({ steps: steps.map((step, one) => (one === at ? { ...step, ...next } : step)) });
  return (
    <div onKeyDownCapture={(event) => sendByKeys(event, () => form.current?.requestSubmit())}>
      <CommandForm
        form={form}
        name={NAME}
        sent={sent}
        isWhole={body !== undefined}
        leave={leave}
        refused={{
          ...{ fields: FIELDS, names: {}, path: PATH },
          put: () => undefined,
          applyToNow: () => void sent.submit(),
        }}
      >
        {(wrong) => (
          <>
            <Sheet>
              <div className={styles.whole}>
                {isNew && (
                  <ChoiceField
                    name="_from"
                    label={t('write.beginsAs')}
                    value={begun.policyId}
                    choices={policies.map((one) => [one.policyId, one.name])}
                    onChoice={(id) => {
                      const other = policies.find((one) => one.policyId === id);
                      if (other) set({ ...draftOf(other), policyId, name });
                      change({ _from: id }, 'replace');
                    }}
                    isRequired
                  />
                )}
                {isNew && (
                  <Field
                    name="/policyId"
                    label={t('id')}
                    hint={t('write.idHint')}
                    value={policyId}
                    onChange={(typed) => set({ policyId: typed })}
                    autoComplete="off"
                    isRequired
                  />
                )}
                <Field
                  name="/name"
                  label={words('field.name')}
                  value={name}
                  onChange={(typed) => set({ name: typed })}
                  autoComplete="off"
                  isRequired
                />
              </div>
            </Sheet>
            <Sheet title={t('write.steps')}>
              <div className={styles.steps}>
                <LadderPicture name={name || policyId || begun.name} steps={stepsIn(draft)} />
                {wrong['/steps'] && <p className={styles.wrong}>{wrong['/steps']}</p>}
                {steps.map((step, at) => (
                  <StepFields
                    key={step.row}
                    {...{ at, step, templates, wrong }}
                    set={(next) => setStep(at, next)}
                    remove={
                      steps.length > 1
                        ? () => set({ steps: steps.filter(({ row }) => row !== step.row) })
                        : undefined
                    }
                  />
                ))}
                <Button onPress={() => set({ steps: [...steps, addedTo(steps)] })}>{t('write.add')}</Button>
              </div>
            </Sheet>
            <Sheet title={t('write.rules')}>
              <RulesFields key={begun.policyId} {...{ draft, wrong, set }} />
            </Sheet>
          </>
        )}
      </CommandForm>
    </div>
  );
}

/** Keys of the texts that are there: each in four languages. */
function useTemplateKeys(): string[] {
  const query = { limit: 500 };
  const { data } = useAsk('/v1/templates', query, (signal) =>
    client.GET('/v1/templates', { params: { query }, signal }),
  );
  return [...new Set(['reminder', ...(data?.body.items ?? []).map(({ key }) => key)])];
}
