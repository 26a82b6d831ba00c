import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { Button } from '../parts/button';
import { Dialog } from '../parts/dialog';
import { BulkOutcomes } from './bulk-outcomes';
import { bodyOf, type Command, type CommandField, initialOf, type Values } from './command';
import { CommandFields } from './command-fields';
import styles from './command.module.css';
import { keepReason } from './kept';
import { type One, useBulk } from './use-bulk';

/** A thing of the list, as people call it. */
export interface Thing<T> {
  id: string;
  title: string;
  subject: T;
  seen?: string;
}

interface Props<T> {
  command: Command<T>;
  things: readonly Thing<T>[];
  onClose: () => void;
}

/** The same command about many things: looked at for each before, and answered for each after. */
export default function BulkDialog<T>({ command, things, onClose }: Props<T>) {
  const t = useTranslations('bulk');
  const words = useTranslations('command');
  const shell = useTranslations('shell');
  const { personId, roles, entity } = useMe();
  // As they were when the dialog was opened: what is recorded meanwhile does not take them away.
  const [{ can, cannot, fields }] = useState(() => {
    const giver = { personId, roles, today: entity.today };
    const whyNot = things.map((thing) => ({ ...thing, why: command.cannot?.(thing.subject, giver) }));
    const fit = whyNot.filter(({ why }) => !why);
    const each = (fit.length > 0 ? fit : whyNot).map(({ subject }) => command.fields(subject, giver));
    return { can: fit, cannot: whyNot.filter(({ why }) => why), fields: inCommon(each) };
  });
  const [values, setValues] = useState<Values>(() => initialOf(fields));
  const ones: One[] = can.map(({ id, title, subject, seen }) => ({
    ...{ id, title, seen },
    path: command.pathOf?.(subject) ?? command.path,
    names: command.names(subject),
    body: bodyOf(command, fields, values, subject),
  }));
  const bulk = useBulk(ones);
  const { stage, answers } = bulk;
  const isWhole = ones.length > 0 && ones.every(({ body }) => body !== undefined);
  const isOnItsWay = stage === 'checking' || stage === 'sending';
  const refused = ones.filter(({ id }) => 'problem' in (answers.get(id) ?? {})).length;
  const would = ones.length - refused;
  const wasSent = stage === 'stopped' || stage === 'done';
  const record = (): void => {
    if (typeof values.reason === 'string' && values.reason.trim()) keepReason(values.reason.trim());
    void bulk.record();
  };
  return (
    <Dialog
      title={t('title', { name: words(`name.${command.name}`), count: can.length + cannot.length })}
      isOpen
      onClose={isOnItsWay ? () => undefined : onClose}
    >
      <Form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (stage === 'typed' && isWhole) void bulk.check();
          else if (stage === 'checked' && would > 0) record();
        }}
      >
        {!wasSent && stage !== 'sending' && (
          <div className={styles.fields}>
            <CommandFields
              {...{ fields, values, wrong: {} }}
              set={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
            />
          </div>
        )}
        <BulkOutcomes
          {...{ stage, answers, ones }}
          cannot={cannot.map(({ title, why }) => [title, words(`cannot.${why!}`)])}
          correlationId={bulk.correlationId}
        />
        <div className={styles.actions}>
          {isOnItsWay && <Button onPress={bulk.stop}>{t('stop')}</Button>}
          {!isOnItsWay && <Button onPress={onClose}>{wasSent ? t('close') : shell('cancel')}</Button>}
          {stage === 'done' && refused > 0 && (
            <Button onPress={() => void bulk.retry()}>{t('retry', { count: refused })}</Button>
          )}
          {stage === 'stopped' && (
            <Button look="main" onPress={() => void bulk.goOn()}>
              {t('goOn')}
            </Button>
          )}
          {stage === 'typed' && (
            <Button type="submit" look="main" isDisabled={!isWhole}>
              {t('check')}
            </Button>
          )}
          {stage === 'checked' && would > 0 && (
            <Button type="submit" look="main">
              {t('record', { count: would })}
            </Button>
          )}
        </div>
      </Form>
    </Dialog>
  );
}

/** The fields of all; what they begin with is what all begin with, or nothing. */
function inCommon([first = [], ...others]: readonly CommandField[][]): CommandField[] {
  return first.map((field, at) => {
    const isSame = others.every((fields) => fields[at]?.initial === field.initial);
    return isSame ? field : { ...field, initial: undefined };
  });
}
