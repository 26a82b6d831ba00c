import type { ReactNode } from 'react';
import styles from './table.module.css';

interface Props {
  /** Told to whoever cannot see what stands above it. */
  label: string;
  heads: string[];
  /** Columns of figures, after the others. */
  figures?: string[];
  /** A column before the others, without a heading that is seen: boxes. */
  chooses?: string;
  /** Columns after the figures, without a heading that is seen: buttons. */
  acts?: string;
  children: ReactNode;
}

/** A short table on a page: what needs pages of the server is a `Grid`. It scrolls sideways in itself. */
export function Table({ label, heads, figures = [], chooses, acts, children }: Props) {
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {chooses && (
              <th scope="col">
                <span className="unseen">{chooses}</span>
              </th>
            )}
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {figures.map((head) => (
              <th key={head} scope="col" data-figure>
                {head}
              </th>
            ))}
            {acts && (
              <th scope="col" data-figure>
                <span className="unseen">{acts}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
