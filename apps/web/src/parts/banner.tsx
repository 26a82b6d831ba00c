import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** What must be known before a figure is believed. Also on paper. */
export function Banner({
  kind,
  children,
}: {
  kind: 'info' | 'warning' | 'wrong' | 'past';
  children: ReactNode;
}) {
  return (
    <div className={`${styles.banner} ${styles[kind]}`} role={kind === 'wrong' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
