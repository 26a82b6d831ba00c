import { createHash } from 'node:crypto';
import { type CommandContext, type Execute, type Outcome, uuid5 } from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import { CheckDraft, IssueDraft, TakeNumber } from './draft.commands.js';

/** Numbers of a series that were given by hand and are passed over. */
const PASSED_OVER = 20;

/**
 * Issues the draft under the next number of its series, which is taken first; numbers that were given by hand are passed over. Where
 * it cannot be issued no number is taken for it: a request that was done before is answered as it was.
 */
export async function issueInSeries(execute: Execute, command: IssueDraft): Promise<Outcome> {
  const { draftId, context } = command;
  const series = command.series!;
  const under = (number: string): Promise<Outcome> =>
    execute(Object.assign(new IssueDraft(), command, { series: undefined, number }));
  // Which number is the next one is known only when it is taken.
  if (context.dryRun) return under(`${series}…`);
  const refusal = await whyNot(execute, command);
  if (refusal)
    return execute(command).catch((error: unknown) => {
      throw error instanceof Rejection && error.code === 'invalid' ? refusal : error;
    });
  for (let attempt = 0; ; attempt += 1) {
    const number = await next(execute, { series, draftId, attempt, context });
    try {
      return await under(number);
    } catch (error) {
      const given = error instanceof Rejection && ['number-taken', 'looks-alike'].includes(error.code);
      if (!given || attempt >= PASSED_OVER) throw error;
    }
  }
}

/** Why it cannot be issued now; undefined: it can. */
async function whyNot(execute: Execute, { draftId, context }: IssueDraft): Promise<Rejection | undefined> {
  const check = internal(context, uuid5(draftId, 'check', context.key), { draftId });
  try {
    await execute(Object.assign(new CheckDraft(), check));
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

/** The number that is taken for the draft: the same one whoever asks and however often. */
async function next(
  execute: Execute,
  of: { series: string; draftId: string; attempt: number; context: CommandContext },
): Promise<string> {
  const { series, draftId, attempt, context } = of;
  const key = uuid5(draftId, 'number', series, String(attempt));
  const taken = internal(context, key, { series, draftId });
  const { facts } = await execute(Object.assign(new TakeNumber(), taken));
  return facts[0]!.data.number as string;
}

const internal = (context: CommandContext, key: string, body: object): object => ({
  ...body,
  context: {
    ...context,
    key,
    hash: createHash('sha256').update(JSON.stringify(body)).digest('hex'),
    ifMatch: undefined,
  },
});
