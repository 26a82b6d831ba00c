import { lazy, type ReactNode, Suspense } from 'react';
import type { GridProps } from './grid.props';
import { useAsPages } from './as-pages';
import { ScrolledGrid } from './scrolled';

export type { Column, Rows } from './rows';

const PagedTable = lazy(() => import('./paged')) as <Row>(props: GridProps<Row>) => ReactNode;

/** Rows of a list on the server: scrolled, or as plain pages for whoever prefers them. */
export function Grid<Row>(props: GridProps<Row>) {
  const [isAsPages] = useAsPages();
  if (!isAsPages) return <ScrolledGrid {...props} />;
  return (
    <Suspense fallback={null}>
      <PagedTable {...props} key={props.sort} />
    </Suspense>
  );
}
