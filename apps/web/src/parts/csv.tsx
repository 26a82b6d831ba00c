import { DialogTrigger } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { stringifySearch } from '../time/search';
import { usePreferences } from '../words/in-language';
import { Button } from './button';
import { Popover } from './dialog';
import styles from './menu.module.css';

interface Props {
  path: string;
  /** What was asked, at the instant of what is shown. */
  query: Record<string, unknown>;
  /** As the API calls them; all of them when left out. */
  columns?: string[];
}

/** All rows of what is shown, with the columns that are shown, as files: for machines, and for the spreadsheets of one's language. */
export function Csv({ path, query, columns }: Props) {
  const t = useTranslations('parts');
  const { language } = usePreferences();
  const asked = { ...query, columns: columns?.join(',') };
  const link = (more: Record<string, string>): string => path + stringifySearch({ ...asked, ...more });
  return (
    <DialogTrigger>
      <Button>
        CSV <span aria-hidden="true">▾</span>
      </Button>
      <Popover title="CSV">
        {() => (
          <ul className={styles.kinds}>
            <li>
              <a href={link({ format: 'csv' })} download>
                {t('csv')}
              </a>
            </li>
            <li>
              <a href={link({ format: 'csv-local', csvLanguage: language })} download>
                {t('csvLocal')}
              </a>
            </li>
          </ul>
        )}
      </Popover>
    </DialogTrigger>
  );
}
