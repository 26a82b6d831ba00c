import type { AddressInfo } from 'node:net';
import { CommandHandler, type Execute, IdempotencyGuard, Vault } from '@quittance/event-store';
import { addDays } from '@quittance/kernel';
import { aboutFact, ROUTES } from '@quittance/receivables';
import { SMTPServer } from 'smtp-server';
import { judgeBy } from '../../libs/receivables/src/judge.js';
import { SendMails } from '../../libs/receivables/src/mail/sending/send-mails.policy.js';
import type { Caller } from './caller.js';
import { ENTITY, type Quittance, ZONE } from './quittance.js';

/** A mail that a server got. */
export interface Received {
  from: string;
  to: string[];
  source: Buffer;
}

/** What a server does with a mail once it has it. */
export type Reception = 'take' | { refuse: number } | 'die';

/** A real mail server on this machine. */
export class MailServer {
  readonly got: Received[] = [];
  reception: Reception = 'take';
  private constructor(
    readonly url: string,
    private readonly server: SMTPServer,
  ) {}

  static async start(): Promise<MailServer> {
    let own: MailServer | undefined;
    const server = new SMTPServer({
      ...{ disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
      onData(stream, session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const { reception, got } = own!;
          if (typeof reception === 'object')
            return done(Object.assign(new Error('not now'), { responseCode: reception.refuse }));
          got.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            source: Buffer.concat(parts),
          });
          // It has the mail, and says nothing any more.
          if (reception === 'die') return void [...connections].forEach((one) => one.destroy());
          done();
        });
      },
    });
    const connections = new Set<{ destroy(): void }>();
    server.server.on('connection', (socket) => connections.add(socket));
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    return (own = new MailServer(`smtp://127.0.0.1:${port}`, server));
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

export const BY = { actor: { id: 'system:reactor', roles: ['system'] }, correlationId: 'mails' };

/** What the reactor sends commands by. */
export const executing = ({ store, pool, clock }: Quittance): Execute => {
  const kept = {
    store,
    guard: new IdempotencyGuard(pool),
    vault: new Vault(pool),
    clock,
    judge: judgeBy(pool),
  };
  const handler = new CommandHandler({ ...kept, entity: ENTITY, routes: ROUTES, about: aboutFact });
  return (command) => handler.execute(command);
};

/** A reactor's mails, at a server or in a folder. */
export const sendingOf = (
  quittance: Quittance,
  way: { smtpUrl?: string; outbox: string },
  unheard?: number,
): SendMails => {
  const { store, pool, clock } = quittance;
  const settings = { ...way, from: 'Bianchi "Costruzioni" <office@bianchi.example>', timeZone: ZONE };
  return new SendMails(
    { store, pool, clock, entity: ENTITY, execute: executing(quittance) },
    settings,
    unheard,
  );
};

/** All that is approved leaves, however long the tables take; the chase is told. @param caughtUp waits for the tables */
export async function allLeave(
  { pool }: Quittance,
  sending: SendMails,
  caughtUp: () => Promise<void>,
): Promise<void> {
  for (let rounds = 0; ; rounds += 1) {
    await caughtUp();
    const { rows } = await pool.query(`select from live.mails where status = 'approved'`);
    if (rows.length === 0) break;
    if (rounds === 100) throw new Error(`${rows.length} mails do not leave`);
    // One that a slow machine made wait is tried again after a minute: here at once.
    if (rounds > 0)
      await pool.query(
        `update live.mails set tried_at = tried_at - interval '1 day' where status = 'approved'`,
      );
    await sending.leave(BY);
  }
  await sending.tell(BY);
  await caughtUp();
}

/** A customer with an invoice that is three days late, and a reminder planned of it. @returns the invoice's id */
export async function planned(
  quittance: Quittance,
  caller: Caller,
  customer: { customerId: string; name: string; email?: string; language?: string },
  ownerId = 'anna',
): Promise<string> {
  const today = quittance.clock.today();
  await caller.done('/v1/customers', customer);
  const { id, position } = await caller.done('/v1/invoices', {
    ...{
      number: `N-${customer.customerId}`,
      customerId: customer.customerId,
      currency: 'EUR',
      total: '1250.00',
    },
    ...{ issuedOn: addDays(today, -33), dueOn: addDays(today, -3), ownerId },
  });
  await settled(caller, position);
  await caller.post('/v1/dunning/runs', { on: today });
  return id;
}

/** Everything that was recorded is in the tables. */
export async function settled(caller: Caller, position: string): Promise<void> {
  for (let waits = 0; (await caller.get('/v1/customers?limit=1', position)).status === 503;)
    if (++waits === 10) throw new Error(`no table reaches ${position}`);
}

/** Every question about a mail, of one that is drafted for them. */
export async function mailQuestions(quittance: Quittance, caller: Caller): Promise<string[]> {
  await planned(quittance, caller, { customerId: 'C-mail', name: 'Verdi', email: 'g@example.com' }, 'mara');
  const last = async () => settled(caller, String((await quittance.facts()).at(-1)!.position.commit));
  await last();
  await sendingOf(quittance, { outbox: '' }).draft(BY);
  await last();
  const { items } = (await caller.get<{ items: { id: string }[] }>('/v1/mails')).body;
  return ['/v1/mails', `/v1/mails/${items[0]!.id}`, `/v1/reminders/${items[0]!.id}`];
}
