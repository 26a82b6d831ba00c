import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { Go } from '../parts/go';

/** Mails that are counted; of more it is said that there are more. */
const MOST = 500;

/** How many mails wait for somebody to look at them. */
export function MailsWaiting() {
  const t = useTranslations('mail');
  const query = { status: 'draft', limit: MOST };
  const { data } = useAsk('/v1/mails', query, (signal) =>
    client.GET('/v1/mails', { params: { query }, signal }),
  );
  const { items = [], next = null } = data?.body ?? {};
  if (items.length === 0) return null;
  return (
    <p>
      <Go to="/reminders/approvals">
        {next === null ? t('wait', { count: items.length }) : t('manyWait', { count: String(items.length) })}
      </Go>
    </p>
  );
}
