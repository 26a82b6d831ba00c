import { useLocale, useTranslations } from 'use-intl';
import { Pairs } from '../parts/pairs';
import { Table } from '../parts/table';
import { Sheet } from '../shell/page';
import { dayText } from '../words/formats';
import styles from './customer.module.css';
import type { CustomerDetails } from './use-customer';

/** In this order. */
const KNOWN = ['purpose', 'name', 'email', 'phone'] as const;

/** Where letters go, to whom, and in which language. */
export function CustomerContacts({ customer }: { customer: CustomerDetails }) {
  const t = useTranslations('customer');
  const locale = useLocale();
  const { address = {}, contacts = [], terms } = customer;
  const { street, postalCode, city, country, ...rest } = address;
  const place = [postalCode, city].filter(Boolean).join(' ');
  const lines = [street, place, country, ...Object.values(rest)].filter(Boolean).join(', ');
  const said = new Set([...KNOWN, ...contacts.flatMap((contact) => Object.keys(contact))]);
  const columns = [...said].filter((column) => contacts.some((contact) => contact[column] !== undefined));
  return (
    <>
      <Sheet title={t('tabs.contacts')}>
        <div className={styles.fields}>
          <Pairs
            pairs={[
              [t('email'), customer.email],
              [t('phone'), customer.phone],
              [t('address'), lines],
              [t('language'), customer.language],
              [t('currency'), customer.currency],
              [t('vatId'), customer.vatId],
              [t('terms'), terms && t(`termsOf.${terms.type}`, { days: terms.days ?? 0 })],
              [t('registeredOn'), dayText(customer.registeredOn, locale)],
            ]}
          />
        </div>
      </Sheet>
      {contacts.length > 0 && (
        <Sheet title={t('contactsFor')}>
          <Table label={t('contactsFor')} heads={columns.map((column) => wordOf(column, t))}>
            {contacts.map((contact, at) => (
              <tr key={at}>
                {columns.map((column) => (
                  <td key={column}>{contact[column]}</td>
                ))}
              </tr>
            ))}
          </Table>
        </Sheet>
      )}
    </>
  );
}

/** Of what a contact may have. What is not known here stands as the API calls it. */
function wordOf(column: string, t: ReturnType<typeof useTranslations<'customer'>>): string {
  const one = KNOWN.find((name) => name === column);
  return one ? t(one) : column;
}
