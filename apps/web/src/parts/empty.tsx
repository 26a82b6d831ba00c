import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Nothing to show: what was asked, and the next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children}
    </div>
  );
}

/** Grey bars where rows will be, shown after a moment; the layout stands already. */
export function Waiting({ label, lines = 5 }: { label: string; lines?: number }) {
  return (
    <div className={styles.waiting} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_nothing, at) => (
        <div key={at} className={styles.bar} />
      ))}
    </div>
  );
}
