import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useMe } from '../api/session';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { ChoiceField } from '../parts/choice-field';
import field from '../parts/field.module.css';
import { fileTaken, layDown } from '../shell/file-taken';
import { Sheet } from '../shell/page';
import styles from './admin.module.css';
import { MappingOf } from './import-mapping';
import { type Kind, sendFile, suggest, type Suggestion } from './upload';

/** A file, what its columns are, and whether it is checked or imported. */
export function ImportForm() {
  const t = useTranslations('imports');
  const id = useId();
  const { roles } = useMe();
  const queries = useQueryClient();
  const [file, setFile] = useState(fileTaken);
  const [isTaken, setTaken] = useState(() => fileTaken() !== undefined);
  const [kind, setKind] = useState<Kind>('invoices');
  const [found, setFound] = useState<Suggestion>();
  const [mapping, setMapping] = useState('');
  const [flags, setFlags] = useState<Record<string, boolean>>({});
  const [error, setError] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const sent = useRef({ what: '', key: '' });

  const show = (suggestion: Suggestion): void => {
    setFound(suggestion);
    setMapping(JSON.stringify(suggestion.mapping, null, 2));
  };
  // Another page took it along: it is looked at as if it were chosen here.
  useEffect(() => {
    const given = fileTaken();
    layDown();
    if (given) void suggest(given, 'invoices').then(show, setError);
  }, []);
  const during = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    await act().catch(setError);
    setBusy(false);
  };
  const look = (chosen: File | undefined, of: Kind): void => {
    setFile(chosen);
    setKind(of);
    setFound(undefined);
    if (!chosen) return;
    void during(async () => show(await suggest(chosen, of)));
  };
  const send = (dryRun: boolean): void => {
    if (!file) return;
    const chosen = Object.entries(flags).filter(([, isSet]) => isSet);
    const fields = {
      ...{ mapping, kind, dryRun: String(dryRun) },
      ...Object.fromEntries(chosen.map(([name]) => [name, 'true'])),
    };
    // Where no answer came, the same again under the same key is the same import.
    const what = JSON.stringify([file.name, file.size, file.lastModified, fields]);
    if (sent.current.what !== what || !error) sent.current = { what, key: crypto.randomUUID() };
    void during(async () => {
      await sendFile(file, fields, sent.current.key);
      await queries.invalidateQueries({ queryKey: ['/v1/imports'] });
    });
  };
  const offered = [
    ...(kind === 'invoices' ? (['creditNotes'] as const) : []),
    ...(roles.includes('importer') ? (['statedAsEffective'] as const) : []),
  ];
  return (
    <Sheet title={t('newOne')}>
      <div className={styles.body}>
        <div className={styles.fields}>
          <div className={field.field}>
            <label htmlFor={id} className={field.label}>
              {t('file')}
            </label>
            <input
              id={id}
              type="file"
              accept=".csv,.txt,text/csv"
              className={field.input}
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => {
                setTaken(false);
                look(target.files?.[0], kind);
              }}
            />
            <span id={`${id}-hint`} className={field.hint}>
              {isTaken && file ? t('taken', { name: file.name }) : t('fileHint')}
            </span>
          </div>
          <ChoiceField
            name="kind"
            label={t('kind')}
            value={kind}
            choices={[
              ['invoices', t('invoices')],
              ['receipts', t('receipts')],
            ]}
            isRequired
            onChoice={(value) => look(file, value as Kind)}
          />
        </div>
        {found && <MappingOf found={found} text={mapping} onText={setMapping} />}
        {found &&
          offered.map((name) => (
            <label key={name} className={styles.flag}>
              <input
                type="checkbox"
                checked={flags[name] ?? false}
                onChange={({ target }) => setFlags({ ...flags, [name]: target.checked })}
              />{' '}
              {name === 'creditNotes' ? t('creditNotes') : t('stated')}
            </label>
          ))}
        {error && <Banner kind="wrong">{error.message}</Banner>}
        {found && (
          <>
            <p className={styles.muted}>{t('before')}</p>
            <div className={styles.acts}>
              <Button isDisabled={isBusy} onPress={() => send(true)}>
                {t('check')}
              </Button>
              <Button look="main" isDisabled={isBusy} onPress={() => send(false)}>
                {t('send')}
              </Button>
              {isBusy && <span role="status">{t('sending')}</span>}
            </div>
          </>
        )}
      </div>
    </Sheet>
  );
}
