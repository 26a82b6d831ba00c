import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Field } from '../parts/field';
import { type Found, type Lookup, useLookup } from './lookup';

interface Props {
  of: Lookup;
  name: string;
  label: string;
  hint?: string;
  initial: string;
  isRequired?: boolean;
  autoFocus?: boolean;
  onId: (id: string) => void;
}

/** These are typed by their ids; the others by their numbers, and the API wants an id that nobody knows by heart. */
const BY_ID: readonly Lookup[] = ['person', 'customer'];

/** A person, customer, invoice or credit note, offered while its name or number is typed. */
export function LookupField({ of, label, hint, initial, onId, ...more }: Props) {
  const t = useTranslations('command');
  const [typed, setTyped] = useState(initial);
  const found = useLookup(of, typed);
  const textOf = ({ id, title }: Found): string => (BY_ID.includes(of) ? id : title);
  const match = found.find((one) => textOf(one) === typed.trim() || one.title === typed.trim());
  const idOf = (text: string): string =>
    found.find((one) => textOf(one) === text || one.title === text)?.id ?? text;
  // The answer may come after the last key: what was typed is then the id of what was found.
  const matchId = match?.id;
  useEffect(() => {
    if (matchId !== undefined) onId(matchId);
    // Told once a match, however often the form is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [matchId]);
  return (
    <Field
      {...more}
      label={label}
      hint={match ? t('found', { title: match.title, second: match.second }) : hint}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onId(idOf(text.trim()));
      }}
      offered={found.map((one) => ({
        value: textOf(one),
        says: BY_ID.includes(of) ? one.title : one.second,
      }))}
      autoComplete="off"
    />
  );
}
