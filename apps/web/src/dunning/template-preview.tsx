import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { ChoiceField } from '../parts/choice-field';
import { Empty, Waiting } from '../parts/empty';
import { Trouble } from '../parts/trouble';
import { Sheet } from '../shell/page';
import { useAddress } from '../time/use-time';
import styles from './dunning.module.css';
import { MailText } from './mail-text';
import { type Template, usePreview } from './use-templates';

/** Invoices that can be chosen: those that have been due longest. */
const MOST = 20;

/** A text with what an invoice asks today in it. */
export function TemplatePreview({ template }: { template: Template }) {
  const t = useTranslations('template');
  const { search, change } = useAddress();
  const query = { open: '0.01..', sort: 'agreedDueOn,number', limit: MOST };
  const invoices = useAsk('/v1/invoices', query, (signal) =>
    client.GET('/v1/invoices', { params: { query }, signal }),
  );
  const items = invoices.data?.body.items ?? [];
  const chosen = search._about ?? items[0]?.id;
  const { data, error, refetch } = usePreview(template, chosen);
  return (
    <Sheet title={t('preview')}>
      <div className={styles.policy}>
        {invoices.data && items.length === 0 && <Empty title={t('nothingOpen')} />}
        {items.length > 0 && (
          <ChoiceField
            name="about"
            label={t('about')}
            value={chosen ?? ''}
            choices={items.map(({ id, number, customerName, customerId }) => [
              id,
              t('aboutOne', { number, customer: customerName ?? customerId }),
            ])}
            onChoice={(id) => change({ _about: id === '' ? undefined : id }, 'replace')}
            isRequired
          />
        )}
        {error && <Trouble error={error} retry={() => void refetch()} />}
        {chosen && !data && !error && <Waiting label={t('preview')} />}
        {data && <MailText {...data.body} language={template.language} />}
      </div>
    </Sheet>
  );
}
