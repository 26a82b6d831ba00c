import { useLocale, useTranslations } from 'use-intl';
import { Became } from '../parts/became';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { countText, dayText } from '../words/formats';
import { useLanguages, useTones } from './mail.words';
import type { MailRow } from './use-mail';

export function useMailColumns(): Column<MailRow>[] {
  const t = useTranslations('mail');
  const locale = useLocale();
  const languages = useLanguages();
  const tones = useTones();
  return [
    {
      ...{ id: 'draftedOn', title: t('draftedOn'), width: 120, sorts: true, narrow: 2 },
      cell: ({ draftedOn }) => dayText(draftedOn, locale),
    },
    {
      ...{
        id: 'customerName',
        title: t('customer'),
        filter: 'customerId',
        width: 180,
        sorts: true,
        narrow: 1,
      },
      csv: ['customerId', 'customerName'],
      cell: ({ customerId, customerName }) => (
        <Go to="/customers/$id" params={{ id: customerId }}>
          {customerName ?? customerId}
        </Go>
      ),
    },
    {
      ...{ id: 'status', title: t('status'), width: 200, grows: true, sorts: true, narrow: 2 },
      csv: ['status', 'code'],
      cell: ({ status, code }) => <Became {...{ status, code }} />,
    },
    {
      ...{ id: 'items', title: t('items'), width: 96, align: 'end', sorts: true, narrow: 1 },
      cell: ({ items }) => countText(items, locale),
    },
    {
      ...{ id: 'tone', title: t('tone'), width: 120, sorts: true, spare: true },
      cell: ({ tone }) => tones[tone] ?? tone,
    },
    {
      ...{ id: 'language', title: t('language'), width: 120, sorts: true, spare: true },
      cell: ({ language }) => languages[language] ?? language,
    },
    {
      ...{ id: 'address', title: t('to'), width: 220, sorts: true, spare: true },
      cell: ({ address }) => address ?? '–',
    },
    {
      ...{ id: 'line', title: t('subject'), width: 260, spare: true },
      cell: ({ line, language }) => (line === null ? '–' : <span lang={language}>{line}</span>),
    },
  ];
}
