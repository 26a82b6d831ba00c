import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../parts/field';
import { useAddress } from '../time/use-time';

/** Milliseconds after the last key. */
const PAUSE = 250;

/** `_q`: invoices of anybody, by the start of words of number or customer. */
export function InvoiceSearch() {
  const t = useTranslations('apply');
  const { search, change } = useAddress();
  const [text, setText] = useState(search._q ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (typed: string): void => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => change({ _q: typed.trim() || undefined }, 'replace'), PAUSE);
  };
  return <Field type="search" label={t('find')} hint={t('findHint')} value={text} onChange={type} />;
}
