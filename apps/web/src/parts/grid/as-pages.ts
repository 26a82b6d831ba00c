import { useKeptHere } from '../kept-here';

const KEPT = 'quittance.as-pages';

/** Whether lists are plain tables of a hundred rows each, in which nothing comes or goes while somebody reads. The person's, kept in this browser. */
export function useAsPages(): [isAsPages: boolean, choose: (next: boolean) => void] {
  const [kept, keep] = useKeptHere(KEPT);
  return [kept !== null, (next) => keep(next ? 'yes' : null)];
}
