import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Commands } from '../command/commands';
import { Go } from '../parts/go';
import { PartsOf } from '../parts/parts-of';
import { NotThere } from '../shell/not-there';
import { Page, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { CustomerContacts } from './contacts.tab';
import styles from './customer.module.css';
import { CUSTOMER_COMMANDS } from './customer.commands';
import { Exposure } from './exposure';
import { Holds } from './holds';
import { CustomerOpenItems } from './open-items.tab';
import { CustomerPayments } from './payments.tab';
import { CustomerTimeline } from './timeline.tab';
import { type CustomerDetails, useCustomer } from './use-customer';

/** Each lists what it needs of the customer. */
const TABS = {
  open: CustomerOpenItems,
  payments: CustomerPayments,
  timeline: CustomerTimeline,
  contacts: CustomerContacts,
} as const;
type TabKey = keyof typeof TABS;

export function Customer() {
  const t = useTranslations('customer');
  const { id } = useParams({ from: '/customers/$id' });
  const { data, error, refetch } = useCustomer(id);
  // The API may know the customer by an id that looks alike.
  const customer = data?.body;
  useAnswerOf(customer && { ...customer, hash: data?.head.hash });
  if (!customer)
    return (
      <NotThere
        title={t('list')}
        error={error}
        retry={() => void refetch()}
        unknown={t('notYet')}
        hint={t('notYetHint')}
      />
    );
  const tabs = (Object.keys(TABS) as TabKey[]).map((key): [TabKey, string] => [key, t(`tabs.${key}`)]);
  return (
    <Page
      title={customer.name ?? customer.id}
      more={<Who customer={customer} seen={data.head.etag} />}
      actions={<Commands commands={CUSTOMER_COMMANDS} first={2} subject={customer} seen={data.head.etag} />}
    >
      <Standing head={data.head} />
      <Sheet>
        <Exposure customer={customer} />
      </Sheet>
      <PartsOf label={t('tabList')} tabs={tabs}>
        {(shown) => {
          const Shown = TABS[shown];
          return <Shown customer={customer} />;
        }}
      </PartsOf>
    </Page>
  );
}

/** Id, owner, and what holds for all that they owe. */
function Who({ customer, seen }: { customer: CustomerDetails; seen?: string }) {
  const { id, ownerId, segment, highValue, mergedInto } = customer;
  const t = useTranslations('customer');
  const said = [id, ownerId && t('ownedBy', { owner: ownerId }), segment, highValue && t('highValue')];
  return (
    <span className={styles.more}>
      <span className={styles.muted}>{said.filter(Boolean).join(' · ')}</span>
      <Holds id={id} seen={seen} />
      {mergedInto !== undefined && (
        <span>
          {t('mergedInto')}{' '}
          <Go to="/customers/$id" params={{ id: mergedInto }}>
            {mergedInto}
          </Go>
        </span>
      )}
    </span>
  );
}
