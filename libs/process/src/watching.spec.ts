import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  type CommandMessage,
  type Outcome,
  type ResolvedAppend,
  StoreUnavailableError,
} from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import { story } from '../../../test/support/story.js';
import { reasonOf } from './about-fact.js';
import { type EndedAppend, type EndedCommand, watchCommands } from './command-watch.js';
import { Counts } from './counts.js';
import { openLog } from './log.js';

describe('a watched command', () => {
  class Pay {
    context = { correlationId: 'c' };
  }
  const ended: EndedCommand[] = [];
  const appends: EndedAppend[] = [];
  const observer = watchCommands({ ended: (one) => ended.push(one), appended: (one) => appends.push(one) });
  const command = new Pay() as unknown as CommandMessage;
  const became = async (work: () => unknown): Promise<string> => {
    await observer.command(command, async () => work() as Outcome).catch(() => undefined);
    const { result, kind } = ended.at(-1)!;
    return kind ? `${result} ${kind}` : result;
  };
  const fail = (error: Error) => (): never => {
    throw error;
  };

  it('is told with what became of it', async () => {
    expect(await became(() => ({ replayed: false, facts: [{}] }))).toBe('done');
    expect(await became(() => ({ replayed: true, facts: [{}] }))).toBe('replayed');
    expect(await became(() => ({ replayed: false, facts: [] }))).toBe('unchanged');
    expect(await became(fail(Rejection.invalid('x', '')))).toBe('rejected invalid');
    expect(await became(fail(new Rejection('stale', 'x', '')))).toBe('rejected stale');
    expect(await became(fail(Rejection.conflict('changed-meanwhile', '')))).toBe('conflict');
    expect(await became(fail(new StoreUnavailableError('')))).toBe('unavailable');
    expect(await became(fail(Object.assign(new Error(), { code: 'ECONNREFUSED' })))).toBe('unavailable');
    expect(await became(fail(new TypeError('x is undefined')))).toBe('failed');
    expect(ended.every((one) => one.command === 'Pay' && one.correlationId === 'c' && one.seconds >= 0)).toBe(
      true,
    );
  });

  it('gives back what the work gives, and throws what it throws', async () => {
    const outcome = { replayed: false, facts: [] } as unknown as Outcome;
    expect(await observer.command(command, async () => outcome)).toBe(outcome);
    const error = new Error('this one');
    await expect(observer.command(command, () => Promise.reject(error))).rejects.toBe(error);
    await expect(observer.append(command, () => Promise.reject(error))).rejects.toBe(error);
  });

  it('has each send counted that brought no answer', async () => {
    const unknownOf = async (settled: object): Promise<number> => {
      await observer.append(command, async () => settled as ResolvedAppend);
      return appends.at(-1)!.unknown;
    };
    expect(await unknownOf({ result: 'appended', tries: 1 })).toBe(0);
    expect(await unknownOf({ result: 'appended', tries: 3 })).toBe(2);
    expect(await unknownOf({ result: 'conflict', tries: 1 })).toBe(0);
    expect(await unknownOf({ result: 'unknown', tries: 4 })).toBe(4);
  });
});

describe('counts', () => {
  it('are saved as what they moved by, and kept when the database is away', async () => {
    const saved: unknown[] = [];
    let away = true;
    const query = async (_text: string, values: unknown): Promise<void> => {
      if (away) throw new Error('away');
      saved.push(values);
    };
    const counts = new Counts({ query } as never, 'projector');
    counts.add('batches');
    counts.add('skipped', 0);
    await counts.stop();
    away = false;
    counts.add('batches', 2);
    await counts.stop();
    await counts.stop();
    expect(saved).toEqual([['projector', ['batches'], [3]]]);
  });
});

describe('what an error says', () => {
  it.each([
    ['invalid input syntax for type numeric: "Rossi"', 'invalid input syntax for type numeric: …'],
    [`ungültige Eingabe: »12« „Rossi“`, `ungültige Eingabe: … …`],
    ["it doesn't fit 'Rossi', says the handler", "it doesn't fit …, says the handler"],
    ['[DecimalError] Invalid argument: Rossi', '[DecimalError] Invalid argument: …'],
    ['Cannot convert Rossi S.r.l. to a BigInt', 'Cannot convert … to a BigInt'],
    ['Key (number, name)=(N-1, Rossi (Roma)) already exists.', 'Key (number, name)=(…) already exists.'],
    ['Failing row contains (1, Rossi, null).', 'Failing row contains (…).'],
    ['not an amount: 12,50', 'not an amount: …'],
    ['EUR has 2 decimals: 1234.567', 'EUR has 2 decimals: …'],
    ['-1234.50 is more than 99.00', '… is more than …'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['customer-not-found: There is no customer Rossi.', 'customer-not-found'],
    ['below zero', 'below zero'],
  ])('holds no value: %s', (message, said) => {
    expect(reasonOf(new Error(message))).toBe(said);
  });

  it('names the place, also of an error that was wrapped', () => {
    const cause = Object.assign(new Error('x'), { table: 'invoices', constraint: 'paid_check' });
    expect(reasonOf(new Error('refused', { cause }))).toBe('refused (invoices.paid_check)');
  });
});

describe('the log', () => {
  story(
    'mended-doors',
    'C6',
    'No line quotes a value, in msg or anywhere, however an error is handed over',
    (show) => {
      const lines: string[] = [];
      const log = openLog('api', 'trace', { write: (line) => void lines.push(line) });
      const ways: ((error: Error) => void)[] = [
        (error) => log.error(error),
        (error) => log.error({ err: error, correlationId: 'c' }),
        (error) => log.error({ err: error }, error.message),
        (error) => log.error(error.message),
        (error) => log.error('it failed: %s', error.message),
        (error) => log.warn({ reason: error.message }, 'it failed'),
      ];
      const errors = [
        new Error('duplicate: Key (name)=(Quillfeather) already exists.'),
        Rejection.notFound('customer-not-found', 'There is no customer Quillfeather.'),
        Rejection.invalid('invalid', 'Quillfeather owes 12.34.'),
        new RangeError('not an amount: 12.34 Quillfeather'),
        new TypeError('"Quillfeather" owes 12.34'),
      ];
      for (const error of errors) for (const way of ways) way(error);
      const messages = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
      show({
        input: { errors: errors.map(({ message }) => message), ways: ways.length },
        right: {
          lines: 30,
          values: 0,
          first: 'duplicate: Key (name)=(…) already exists.',
          second: 'customer-not-found',
        },
        got: {
          lines: lines.length,
          values: lines.filter((line) => /Quillfeather|12\.34/.test(line)).length,
          first: messages[0],
          second: messages[ways.length],
        },
      });
    },
  );

  it('blanks what should not have been logged, and tells of an error only what it is', () => {
    const lines: string[] = [];
    const log = openLog('api', 'trace', { write: (line) => void lines.push(line) });
    const secret = 'Quillfeather';
    log.info({ authorization: secret, request: { headers: { authorization: secret }, body: secret } });
    log.info({
      fact: { data: { name: secret }, personal: secret },
      email: secret,
      a: { b: { token: secret } },
    });
    const detail = `Failing row contains (${secret})`;
    const error = Object.assign(new Error(`invalid value: "${secret}"`), {
      code: '22P02',
      detail,
      where: secret,
    });
    log.error({ err: error, correlationId: 'c' }, 'it failed');
    log.warn({ reason: error.message, err: error.message });
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toContain(secret);
    expect(JSON.parse(lines[2]!)).toMatchObject({
      ...{ app: 'api', correlationId: 'c', msg: 'it failed' },
      err: {
        type: 'Error',
        message: 'invalid value: …',
        code: '22P02',
        stack: expect.stringMatching(/ at /) as string,
      },
    });
  });
});

describe('tracing', () => {
  it('loads nothing where no exporter is set', () => {
    const main = join(__dirname, '../../../dist/apps/api/src/main.js');
    const told = `process.on('exit', () => console.log(Object.keys(require.cache).filter((path) =>
      /opentelemetry.(sdk|exporter|otlp|resources)/.test(path)).length)); require(${JSON.stringify(main)})`;
    const env = { PATH: process.env.PATH, DATABASE_URL: '', EVENTSTORE_URL: '' };
    const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', told], { env, encoding: 'utf8' });
    expect(stderr).toMatch(/DATABASE_URL and EVENTSTORE_URL/);
    expect({ stdout, status }).toEqual({ stdout: '0\n', status: 2 });
  });
});
