import { useChaseWords } from './chase-words';

/** What a step or its mail has come to: icon and word, and why. */
export function Became({ status, code }: { status: string; code?: string | null }) {
  const { became, icon, why } = useChaseWords();
  return (
    <span>
      <span aria-hidden="true">{icon(status)}&#xFE0E;</span> {became(status)}
      {code && ` · ${why(code)}`}
    </span>
  );
}
