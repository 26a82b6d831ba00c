import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type CommandPath, preview, send } from '../api/command';
import { Problem } from '../api/problem';
import { each } from './each';

/** One of the things that the same command is given about. */
export interface One {
  id: string;
  /** As people call it. */
  title: string;
  path: CommandPath;
  names: Record<string, string>;
  /** Undefined while something that is needed is missing. */
  body: object | undefined;
  /** ETag of what the person looked at. */
  seen?: string;
}

/** What the server said of one: that it would be recorded, that it was, or why not. */
export type Said = { sentences: string[] } | { position: bigint | undefined } | { problem: Problem };

type Answers = ReadonlyMap<string, Said>;
export type Stage = 'typed' | 'checking' | 'checked' | 'sending' | 'stopped' | 'done';

/**
 * A command given about many things, each under a key of its own, all with one correlation id. Whatever was recorded stays
 * recorded; going on asks for the rest, and asks again under the same keys.
 */
export function useBulk(things: readonly One[]) {
  const queries = useQueryClient();
  const text = JSON.stringify(things.map(({ body }) => body));
  const [told, setTold] = useState<{ of: string; id: string; stage: Stage; answers: Answers }>();
  // Another body is another thing to record: what was said of the former is of no use.
  const now = told?.of === text ? told : { of: text, id: '', stage: 'typed' as Stage, answers: new Map() };
  const hand = useRef<AbortController>(undefined);
  useEffect(() => () => hand.current?.abort(), []);

  const go = async (
    stages: { during: Stage; after: Stage },
    of: readonly One[],
    ask: (one: One, id: string) => Promise<Said>,
  ): Promise<void> => {
    const stop = new AbortController();
    hand.current = stop;
    const id = now.id || crypto.randomUUID();
    const answers = new Map(now.answers);
    for (const one of of) answers.delete(one.id);
    const tell = (stage: Stage): void => setTold({ of: text, id, stage, answers: new Map(answers) });
    tell(stages.during);
    const work = async (one: One): Promise<void> => {
      answers.set(one.id, await ask(one, id).catch(problemOf));
      if (hand.current === stop) tell(stages.during);
    };
    await each(of, work, stop.signal);
    if (hand.current !== stop) return;
    const isWhole = of.every((one) => answers.has(one.id));
    // Looking at a part of them says nothing of the others.
    if (!isWhole && stages.during === 'checking') return setTold(undefined);
    tell(isWhole ? stages.after : 'stopped');
    if (stages.during === 'sending')
      await queries.invalidateQueries({ predicate: ({ queryKey: [at] }) => at !== '/v1/me' });
  };

  const sendTo = (of: readonly One[]): Promise<void> =>
    go({ during: 'sending', after: 'done' }, of, async ({ body, path, names, seen, id }, bulk) => {
      const key = `${bulk}:${id}`;
      const ofOne = { path, names, body: body as never, key, correlationId: bulk };
      const { head } = await send({ ...ofOne, ...(seen !== undefined && { seen }) });
      return { position: head.position };
    });
  const isRefused = ({ id }: One): boolean => 'problem' in (now.answers.get(id) ?? {});
  const isRecorded = ({ id }: One): boolean => 'position' in (now.answers.get(id) ?? {});

  return {
    stage: now.stage,
    answers: now.answers,
    /** Of all that was recorded: the facts name it. */
    correlationId: now.id,
    check: () =>
      go({ during: 'checking', after: 'checked' }, things, async ({ path, names, body }) => {
        const { wouldRecord } = await preview({ path, names, body: body as never });
        return { sentences: wouldRecord.map(({ sentence }) => sentence) };
      }),
    record: () => sendTo(things.filter((one) => !isRefused(one))),
    goOn: () => sendTo(things.filter((one) => !isRefused(one) && !isRecorded(one))),
    /** Whoever was told that others changed it asks for the new state. */
    retry: () => sendTo(things.filter(isRefused).map(({ seen: _seen, ...one }) => one)),
    stop: () => hand.current?.abort(),
  };
}

const problemOf = (error: unknown): Said => ({
  problem: error instanceof Problem ? error : Problem.noAnswer(),
});
