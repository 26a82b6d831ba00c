import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type CommandPath, type Done, type Preview, preview, send } from '../api/command';
import { Problem } from '../api/problem';

/** Milliseconds after the last change until it is asked what the command would record. */
const PAUSE = 400;

export interface Asked {
  path: CommandPath;
  names: Record<string, string>;
  /** Undefined while something that is needed is missing. */
  body: object | undefined;
  /** ETag of what the person looks at. */
  seen?: string;
}

/** One command on its way: what it would record, what is wrong, and whether it is known how it ended. */
export function useCommand(command: Asked, done: (answer: Done) => void) {
  const queries = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [isUnknown, setUnknown] = useState(false);
  const [again, setAgain] = useState<number>();
  const [refused, setRefused] = useState<{ of?: string; problem: Problem }>();
  const key = useRef<{ of: string; key: string }>(undefined);
  const textOf = (seen: string | undefined): string => JSON.stringify([command.body, seen]);
  const text = textOf(command.seen);
  const looked = useLook(command, text);
  const left = useRef<AbortController>(undefined);
  useEffect(() => {
    const sending = new AbortController();
    left.current = sending;
    return () => sending.abort();
  }, []);

  /** @param seen another ETag than before: what somebody else has changed is seen by now */
  const submit = async (seen = command.seen): Promise<void> => {
    const { body, path, names } = command;
    const asked = { path, names, ...(seen !== undefined && { seen }) };
    if (body === undefined || isSending) return;
    const ofBody = JSON.stringify(body);
    // The same try keeps its key; another body is another thing to record.
    if (key.current?.of !== ofBody) key.current = { of: ofBody, key: crypto.randomUUID() };
    setSending(true);
    setRefused(undefined);
    try {
      const answer = await send(
        { ...asked, body: body as never, key: key.current.key },
        {
          unknown: (seconds) => {
            setUnknown(true);
            setAgain(seconds === undefined ? undefined : Date.now() + seconds * 1_000);
          },
          signal: left.current?.signal,
        },
      );
      // It is told at once: reports may stand still, and what was recorded is safe whenever they follow.
      void queries.invalidateQueries({ predicate: ({ queryKey: [path] }) => path !== '/v1/me' });
      done(answer);
    } catch (error) {
      if (error instanceof DOMException) return;
      const problem = error instanceof Problem ? error : Problem.noAnswer();
      // Somebody changed it: what is shown is asked for again first, so that it can be applied to what there is now.
      if (problem.status === 412) await queries.invalidateQueries();
      setRefused({ of: textOf(seen), problem });
      // Signed out meanwhile: the way in opens, and what was typed waits.
      if (problem.status === 401) await queries.invalidateQueries({ queryKey: ['/v1/me'] });
    } finally {
      setSending(false);
      setUnknown(false);
    }
  };
  // A refusal is of what was sent: once that changes, it is no longer said.
  const problem = refused?.of === text ? refused.problem : looked.problem;
  return { submit, isSending, isUnknown, again, problem, preview: looked.preview };
}

/** What the command would record, asked whenever the body has changed and is whole. */
function useLook(command: Asked, text: string) {
  const [look, setLook] = useState<{ of?: string; preview?: Preview; problem?: Problem }>({});
  const current = useRef(command);
  useEffect(() => {
    current.current = command;
  });
  useEffect(() => {
    const left = new AbortController();
    const timer = setTimeout(() => {
      const { body, path, names } = current.current;
      if (body === undefined) return;
      preview({ path, names, body: body as never }, left.signal).then(
        (found) => setLook({ of: text, preview: found }),
        (error: unknown) => error instanceof Problem && setLook({ of: text, problem: error }),
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [text]);
  return look.of === text ? look : {};
}
