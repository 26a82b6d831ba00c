import { useLocale, useTranslations } from 'use-intl';
import { countText } from '../words/formats';
import styles from './admin.module.css';
import type { Import } from './upload';

type Said = Import['said'][number];
type Word = Parameters<ReturnType<typeof useTranslations<'imports.noteWords'>>>[0];

const COUNTS = new Set(['count', 'rows', 'rejected', 'most']);
const wordOf = (code: string): Word =>
  code.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase()) as Word;

interface Props {
  /** Each as a code with its values. */
  said: readonly Said[];
  /** The same in English: shown of what was imported before there were codes. */
  plain: readonly (string | null)[];
}

/** What one should know of a file, in the reader's language; what a rule or another part says of it stays English. */
export function ImportNotes({ said, plain }: Props) {
  const t = useTranslations('imports.noteWords');
  const fields = useTranslations('imports.fields');
  const locale = useLocale();
  const known = said.length > 0 && said.every(({ code }) => t.has(wordOf(code)));
  const fieldWords = (names: string): string =>
    names
      .split(', ')
      .map((name) => (fields.has(name as 'number') ? fields(name as 'number') : name))
      .join(', ');
  const shown = (name: string, value: string): string => {
    if (COUNTS.has(name)) return countText(Number(value), locale);
    return name === 'field' || name === 'fields' ? fieldWords(value) : value;
  };
  const inWords = ({ code, params }: Said): string =>
    // Each sentence has the values that its words name: test/pages/import-words.spec compares them.
    t(
      wordOf(code),
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, shown(name, value)]),
      ) as Parameters<typeof t>[1] & object,
    );
  return (
    <ul className={styles.list} lang={known ? undefined : 'en'}>
      {known
        ? said.map((one, at) => (
            <li key={at} className={styles.muted}>
              {inWords(one)} <Tail of={one} />
            </li>
          ))
        : plain.filter(Boolean).map((text) => (
            <li key={text} className={styles.muted}>
              {text}
            </li>
          ))}
    </ul>
  );
}

/** What is English wherever it is read: a rule, as the file of wrong rows has it, or what another part answered. */
function Tail({ of: { params } }: { of: Said }) {
  const said = params.rule ?? params.why;
  return said === undefined ? null : <span lang="en">{said}</span>;
}
