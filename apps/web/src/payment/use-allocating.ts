import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type BodyOf, type CommandPath, send } from '../api/command';
import { Problem } from '../api/problem';
import type { Answered } from './outcomes';

type Path = Extract<CommandPath, '/v1/payments/{id}/allocations' | '/v1/payments/{id}/proposals/acceptance'>;

/** Sends an allocation, or accepts a proposal. The same body keeps its key, so that it is recorded once. */
export function useAllocating<P extends Path>(
  path: P,
  { id, seen, onAnswer }: { id: string; seen?: string; onAnswer: (answered: Answered | undefined) => void },
) {
  const queries = useQueryClient();
  const isSending = useRef(false);
  const [isUnknown, setUnknown] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const key = useRef<{ of: string; key: string }>(undefined);

  const submit = async (body: BodyOf<P>): Promise<void> => {
    if (isSending.current) return;
    const of = JSON.stringify([id, body]);
    if (key.current?.of !== of) key.current = { of, key: crypto.randomUUID() };
    isSending.current = true;
    setProblem(undefined);
    onAnswer(undefined);
    try {
      const asked = { path, names: { id }, body, seen, key: key.current.key };
      const answer = await send(asked, { unknown: () => setUnknown(true) });
      const { position } = answer.head;
      onAnswer({
        ...(answer.body as Answered),
        position: position === undefined ? undefined : String(position),
      });
    } catch (error) {
      setProblem(error instanceof Problem ? error : Problem.noAnswer());
    } finally {
      isSending.current = false;
      setUnknown(false);
      // Also after a refusal: somebody else may have used the money, or settled the invoice.
      await queries.invalidateQueries({ predicate: ({ queryKey: [asked] }) => asked !== '/v1/me' });
    }
  };
  return { submit, isUnknown, problem };
}
