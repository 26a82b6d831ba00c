import { Link, type RegisteredRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Search } from '../time/search';

export type Path = keyof RegisteredRouter['routesByPath'];

export interface Target {
  to: Path;
  params?: Record<string, string>;
  /** Filters and the page's own parameters; time travels along by itself. */
  search?: Search;
}

interface Props extends Target {
  children: ReactNode;
  className?: string;
  label?: string;
  title?: string;
}

/** A link within the page. */
export function Go({ to, params, search = {}, children, className, label, title }: Props) {
  return (
    <Link
      to={to}
      params={params as never}
      search={search as never}
      className={className}
      aria-label={label}
      title={title}
    >
      {children}
    </Link>
  );
}
