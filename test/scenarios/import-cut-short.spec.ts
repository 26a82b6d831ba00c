import { createServer as createHttpServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Added, Histories } from '../support/histories.js';
import { story } from '../support/story.js';

// Imports that are cut short: by kill -9, by Ctrl-C, by a line or an API that is gone. The same command goes on.

jest.setTimeout(180_000);

let histories: Histories;
beforeAll(async () => void (histories = await Histories.start()));
afterAll(() => histories?.stop());

const rows = (prefix: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${prefix}${i};${prefix}${i % 7};;2.1.2024;1.2.2024;${i + 1};3.1.2024;`,
  );

/** Every row's invoice and payment is there once: all of it is paid. */
async function expectAllOnce(prefix: string, count: number): Promise<void> {
  const numbers = await histories.issued(prefix);
  expect(numbers).toHaveLength(count);
  expect(new Set(numbers).size).toBe(count);
  await histories.answered(prefix);
  const facts = await histories.running.facts();
  const about = (type: string): number =>
    facts.filter((fact) => fact.type === type && JSON.stringify(fact.data).includes(`"${prefix}`)).length;
  expect([about('PaymentReceived'), about('PaymentApplied')]).toEqual([count, count]);
}

describe('an import', () => {
  story(
    'first-light',
    '5',
    'killed in the middle is gone on with by the same command: nothing is lost or doubled',
    async (show) => {
      const path = await histories.file(...rows('K-', 150));
      const first = histories.importing(path, ['--concurrency', '4']);
      await histories.projected('K-', 5);
      first.child.kill('SIGKILL');
      expect((await first.ended).code).toBe('SIGKILL');
      const before = (await histories.issued('K-')).length;
      expect(before).toBeLessThan(150);

      const { code, last } = await histories.imported(path);
      show({
        input: 'kill -9 of an import in its middle, then the same command again',
        right: { code: 0, rejected: 0 },
        got: { code, rejected: last.rejected },
      });
      // Up to four rows were on their way to the API when the import died: they may have landed after this count.
      const rest = (last.added as Added).invoices;
      expect(rest).toBeLessThanOrEqual(150 - before);
      expect(rest).toBeGreaterThanOrEqual(150 - before - 4);
      await expectAllOnce('K-', 150);
    },
  );

  it('interrupted ends the rows under way, says how to go on, and exits with 130', async () => {
    const path = await histories.file(...rows('I-', 150));
    const first = histories.importing(path, ['--concurrency', '2']);
    await histories.projected('I-', 5);
    first.child.kill('SIGINT');
    const { code, last, stderr } = await first.ended;
    expect(code).toBe(130);
    expect(last).toMatchObject({ complete: false, rejected: 0 });
    expect(stderr).toContain('run the same command again to go on');

    const before = last.added as Added;
    const rest = (await histories.imported(path)).last.added as Added;
    expect(before.invoices + rest.invoices).toBe(150);
    expect(before.payments + rest.payments).toBe(150);
    expect(rest.invoices).toBeGreaterThan(0);
    await expectAllOnce('I-', 150);
  });

  it('over a line that breaks again and again sends the same once more: nothing is doubled', async () => {
    const line = await Line.to(histories.running.url);
    const path = await histories.file(...rows('L-', 120));
    const first = histories.importing(path, ['--concurrency', '4'], { QUITTANCE_URL: line.url });
    for (const count of [5, 30, 60]) {
      await histories.projected('L-', count);
      await line.cut();
      await line.mend();
    }
    const { code, last } = await first.ended;
    await line.cut();
    expect(code).toBe(0);
    expect(last).toMatchObject({ rows: 120, rejected: 0 });
    expect(line.broken).toBeGreaterThan(0);
    await expectAllOnce('L-', 120);
  });

  story(
    'mended-doors',
    'D8',
    'A row whose answers were lost counts once: added by the run that added it, unchanged by the next',
    async (show) => {
      const path = await histories.file(...rows('A-', 20));
      const run = async (...options: string[]) => {
        const loser = await losingFirstAnswers(histories.running.url);
        // One row after the other, so that each command is a request of its own.
        const { last } = await histories.importing(path, options, { QUITTANCE_URL: loser.url }).ended;
        loser.close();
        const { rows: read, added, unchanged, rejected } = last;
        return { answersLost: loser.lost(), rows: read, added, unchanged, rejected };
      };
      const alone = ['--concurrency', '1'];
      const [first, second] = [await run(...alone), await run(...alone)];
      show({
        input:
          'a file of 20 paid invoices of 7 customers, imported twice; the first answer to every POST is lost',
        right: {
          first: {
            answersLost: 47,
            rows: 20,
            added: { customers: 7, invoices: 20, payments: 20 },
            unchanged: 0,
            rejected: 0,
          },
          second: {
            answersLost: 40,
            rows: 20,
            added: { customers: 0, invoices: 0, payments: 0 },
            unchanged: 20,
            rejected: 0,
          },
        },
        got: { first, second },
      });
      await expectAllOnce('A-', 20);
      // In batches it is counted so too.
      const others = await histories.file(...rows('AB-', 20));
      const loser = await losingFirstAnswers(histories.running.url);
      const { last } = await histories.importing(others, [], { QUITTANCE_URL: loser.url }).ended;
      loser.close();
      expect(last).toMatchObject({ added: { customers: 7, invoices: 20, payments: 20 }, unchanged: 0 });
      expect(loser.lost()).toBeLessThan(47);
      await expectAllOnce('AB-', 20);
    },
  );

  it('whose API stays away ends with exit 3 after its patience, and goes on later', async () => {
    const line = await Line.to(histories.running.url);
    const path = await histories.file(...rows('G-', 150));
    const first = histories.importing(path, ['--concurrency', '2', '--wait', '1'], {
      QUITTANCE_URL: line.url,
    });
    await histories.projected('G-', 5);
    await line.cut();
    const { code, last, stderr } = await first.ended;
    expect(code).toBe(3);
    expect(last).toMatchObject({ complete: false });
    expect(stderr).toMatch(/cannot be reached: .*; what is in stays in: run the same command again to go on/);

    expect((await histories.imported(path)).code).toBe(0);
    await expectAllOnce('G-', 150);
  });
});

/** An API before the API: the first answer to each POST never arrives, though what was asked for was done. */
async function losingFirstAnswers(url: string) {
  const seen = new Set<string>();
  const server = createHttpServer((asked, answer) => {
    void (async () => {
      const body = await text(asked);
      const { method, headers } = asked;
      const far = request(new URL(asked.url!, url), { method, headers });
      far.end(body);
      const done = await new Promise<IncomingMessage>((resolve) => far.on('response', resolve));
      const said = await text(done);
      const key = headers['idempotency-key'] as string | undefined;
      if (key && !seen.has(key)) {
        seen.add(key);
        asked.socket.destroy();
      } else {
        answer.writeHead(done.statusCode!, done.headers).end(said);
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lost: () => seen.size,
    close: () => void server.close().closeAllConnections(),
  };
}

/** A line to the API that can be cut: every connection breaks, whatever is on it, and no new one comes. */
class Line {
  broken = 0;
  private readonly sockets = new Set<Socket>();
  private server?: Server;
  private constructor(
    private readonly to: number,
    private port = 0,
  ) {}

  static async to(url: string): Promise<Line> {
    const line = new Line(Number(new URL(url).port));
    await line.mend();
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.broken += this.sockets.size;
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  async mend(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(this.to, '127.0.0.1');
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket
          .on('error', () => undefined)
          .on('close', () => {
            this.sockets.delete(socket);
            near.destroy();
            far.destroy();
          });
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }
}
