import type { ReactNode } from 'react';
import styles from './pairs.module.css';

/** Names and values under each other. What has no value is left out. */
export function Pairs({ pairs }: { pairs: [name: string, value: ReactNode][] }) {
  const shown = pairs.filter(
    ([, value]) => value !== null && value !== undefined && value !== false && value !== '',
  );
  return (
    <dl className={styles.pairs}>
      {shown.map(([name, value]) => (
        <div key={name} className={styles.pair}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
