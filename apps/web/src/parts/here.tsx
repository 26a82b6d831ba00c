import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Search } from '../time/search';

interface Props {
  /** Parameters that change; undefined takes one out. All others stay as they are. */
  change: Search;
  children: ReactNode;
  className?: string;
  label?: string;
  /** Whether the address says this already: one of a few ways to look at the page. */
  isCurrent?: boolean;
}

/** A link to the page where it stands, with some of its parameters changed. */
export function Here({ change, children, className, label, isCurrent }: Props) {
  const changed = (search: Search): Search => ({ ...search, ...change });
  return (
    <Link
      to="."
      search={changed as never}
      className={className}
      aria-label={label}
      aria-current={isCurrent ? 'true' : undefined}
      data-current={isCurrent || undefined}
      // Else each of them, being of this page, is told as the current page.
      activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
    >
      {children}
    </Link>
  );
}
