import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Commands } from '../command/commands';
import { commandAbout } from '../command/command';
import { Empty, Waiting } from '../parts/empty';
import { Here } from '../parts/here';
import { Pairs } from '../parts/pairs';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Page, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { useAddress, useTime } from '../time/use-time';
import { dayText } from '../words/formats';
import styles from './dunning.module.css';
import { useLanguages, useTones } from './mail.words';
import { RemindersNav } from './reminders.nav';
import { TemplatePreview } from './template-preview';
import type { Template } from './use-templates';

const VERSION = commandAbout<Template>()({
  ...{ name: 'versionTemplate', shortcut: 'e', path: '/v1/templates/{key}/{language}', begins: true },
  names: ({ key, language }) => ({ key, language }),
  fields: ({ subject, body }) => [
    { kind: 'text', name: 'subject', long: true, required: true, initial: subject },
    { kind: 'text', name: 'body', long: true, required: true, initial: body, hint: 'messageNames' },
  ],
});

/** Texts of one page: each key in four languages. */
const MOST = 500;

/** What mails say, in each tone and language, and how they would look today. */
export function Templates() {
  const t = useTranslations('template');
  const { time } = useTime();
  const { search } = useAddress();
  const query = { ...time, limit: MOST };
  const { data, error, refetch } = useAsk('/v1/templates', query, (signal) =>
    client.GET('/v1/templates', { params: { query }, signal }),
  );
  useAnswerOf(data && { ...data.body, hash: data.head.hash });
  const items = data?.body.items ?? [];
  const shown = search._text === undefined ? items[0] : items.find(({ id }) => id === search._text);
  return (
    <Page title={t('title')}>
      <RemindersNav />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={t('title')} lines={12} />}
      {data && <Standing head={data.head} />}
      {items.length > 0 && <Texts items={items} shown={shown} />}
      {data && !shown && <Empty title={t('none')} />}
      {shown && (
        <div className={styles.beside}>
          <Text key={shown.id} template={shown} />
          <TemplatePreview key={`${shown.id} ${shown.version}`} template={shown} />
        </div>
      )}
    </Page>
  );
}

/** Each text by its key and language; a link shows it. */
function Texts({ items, shown }: { items: Template[]; shown?: Template }) {
  const t = useTranslations('template');
  const languages = useLanguages();
  const tones = useTones();
  const keys = [...new Set(items.map(({ key }) => key))];
  const cellOf = (key: string, language: string) => {
    const found = items.find((item) => item.key === key && item.language === language);
    if (!found) return '–';
    const { id, version } = found;
    const said = { key: tones[key] ?? key, language: languages[language] ?? language, version };
    return (
      <Here change={{ _text: id, _do: undefined }} isCurrent={id === shown?.id} label={t('show', said)}>
        {t('version', { version })}
      </Here>
    );
  };
  return (
    <Sheet>
      <Table label={t('texts')} heads={[t('tone'), ...Object.values(languages)]}>
        {keys.map((key) => (
          <tr key={key}>
            <th scope="row">{tones[key] ?? key}</th>
            {Object.keys(languages).map((language) => (
              <td key={language} className={styles.text}>
                {cellOf(key, language)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </Sheet>
  );
}

/** The message as it is kept: names in braces stand for what each mail puts there. */
function Text({ template }: { template: Template }) {
  const t = useTranslations('template');
  const locale = useLocale();
  const tones = useTones();
  const languages = useLanguages();
  const { key, language, version, versionedOn, subject, body } = template;
  const title = t('textOf', { key: tones[key] ?? key, language: languages[language] ?? language });
  return (
    <Sheet title={title}>
      <div className={styles.policy}>
        <div className={styles.acts} data-screen-only>
          <Commands commands={[VERSION]} subject={template} />
        </div>
        <Pairs
          pairs={[
            [t('writtenOn'), versionedOn === null ? t('version', { version }) : dayText(versionedOn, locale)],
            [
              t('subject'),
              <span key="subject" lang={language}>
                {subject}
              </span>,
            ],
            [
              t('body'),
              <span key="body" lang={language} className={styles.message}>
                {body}
              </span>,
            ],
          ]}
        />
      </div>
    </Sheet>
  );
}
