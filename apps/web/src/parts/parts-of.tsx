import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useAddress } from '../time/use-time';
import styles from './parts-of.module.css';

interface Props<Key extends string> {
  label: string;
  /** In order: key of `_tab` and its word. The first is shown where the address names none. */
  tabs: [key: Key, word: string][];
  children: (shown: Key) => ReactNode;
}

/** Parts of a thing as tabs; the address says which one. */
export function PartsOf<Key extends string>({ label, tabs, children }: Props<Key>) {
  const { search, change } = useAddress();
  const [first] = tabs[0]!;
  const shown = tabs.find(([key]) => key === search._tab)?.[0] ?? first;
  return (
    <Tabs
      selectedKey={shown}
      onSelectionChange={(key) => change({ _tab: key === first ? undefined : String(key) }, 'replace')}
    >
      <TabList aria-label={label} className={styles.tabs}>
        {tabs.map(([key, word]) => (
          <Tab key={key} id={key} className={styles.tab}>
            {word}
          </Tab>
        ))}
      </TabList>
      {/* Anew for each tab: a panel keeps the id that it began with. */}
      <TabPanel key={shown} id={shown} className={styles.panel}>
        {children(shown)}
      </TabPanel>
    </Tabs>
  );
}
