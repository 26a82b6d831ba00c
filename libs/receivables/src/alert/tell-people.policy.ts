import {
  type CommandContext,
  type CommandMessage,
  type Outcome as Done,
  StoreUnavailableError,
  Vault,
} from '@quittance/event-store';
import { Money } from '@quittance/kernel';
import { kindOfError } from '@quittance/process';
import { Bind, Cut } from '@quittance/reading';
import {
  messageIdOf,
  type Postman,
  senderOf,
  tablesHaveAll,
  toFolder,
  toServer,
} from '../mail/leaving.references.js';
import type { MailSettings, ReactedBy, ReactionParts } from '../manifest/reaction.js';
import { digestIdOf } from '../streams.js';
import type { Language } from '../template/template.events.js';
import { BeginDigest, DrawUpDigest, EndDigest } from './alert.commands.js';
import type { DigestFacts, DigestItem } from './alert.events.js';
import { digestsToDraw, stillThere } from './alert.sql.js';

/** People whose digests are worked out together. */
const A_PAGE = 200;
/** Digests of one round, and how long it lasts: the reactor has other duties. */
const AT_MOST = 100;
const ROUND_MS = 20_000;
/** The morning run has just written: looks at the tables, a tenth of a second apart. */
const MORNING_LOOKS = 600;
/** A digest that began to leave so long ago, and of which nothing was heard: nobody knows. */
const UNHEARD_MS = 10 * 60_000;

interface ToDraw {
  personId: string;
  alerts: 'mail' | 'webhook';
  language: Language;
  addressed: boolean;
  all: number;
  items: DigestItem[];
}

type Parts = Pick<ReactionParts, 'pool' | 'execute' | 'clock' | 'entity'> & {
  store: Pick<ReactionParts['store'], 'end'>;
};

/** Draws up what each person is told on a day, and sends what goes by mail. All of it may be done twice. */
export class TellPeople {
  constructor(
    private readonly parts: Parts,
    private readonly mail?: MailSettings,
    private readonly unheard = UNHEARD_MS,
  ) {}

  /** Of today alone. @returns how many are told, and how many have no address @throws Error the tables are behind */
  async drawUp(by: ReactedBy): Promise<{ told: number; unaddressed: number }> {
    if (!(await tablesHaveAll(this.parts, MORNING_LOOKS)))
      throw new Error('the tables are behind: nobody is told today of what falls due');
    const on = this.parts.clock.today();
    const counted = { told: 0, unaddressed: 0 };
    for (let after = ''; ;) {
      const bind = new Bind();
      const page = { after: bind.add(after), limit: A_PAGE };
      const select = digestsToDraw(new Cut(bind, { asOf: on }), page);
      const { rows } = await this.parts.pool.query<ToDraw>(select, bind.values);
      for (const { addressed, all, items, ...person } of rows) {
        if (person.alerts === 'mail' && !addressed) counted.unaddressed += 1;
        else if (all > 0) {
          const digestId = digestIdOf(this.parts.entity, person.personId, on);
          const said = { ...person, digestId, on, items: items.map(exact), more: all - items.length };
          const { facts, replayed } = await this.send(
            Object.assign(new DrawUpDigest(), said),
            `digest/${digestId}`,
            by,
          );
          if (facts.length > 0 && !replayed) counted.told += 1;
        }
      }
      if (rows.length < A_PAGE) return counted;
      after = rows.at(-1)!.personId;
    }
  }

  /** Digests that go by mail leave, without what closed since they were drawn up. @returns how many */
  async leave(by: ReactedBy): Promise<{ left: number; failed: number }> {
    const told = { left: 0, failed: 0 };
    if (!this.mail) return told;
    const { rows } = await this.parts.pool.query<Waiting>(WAITING, [AT_MOST, this.unheard]);
    const over = Date.now() + ROUND_MS;
    for (const row of rows) {
      if (Date.now() > over) break;
      const ended = await this.alone(() => this.one(row, this.mail!, by));
      if (ended === 'behind') break;
      if (ended === 'accepted') told.left += 1;
      else if (ended !== undefined) told.failed += 1;
      // Nobody answers: what comes after it would wait as long.
      if (ended === 'unanswered') break;
    }
    return told;
  }

  private async one(
    { id, status, messageId, revision, items }: Waiting,
    mail: MailSettings,
    by: ReactedBy,
  ): Promise<'behind' | 'accepted' | 'failed' | 'unanswered' | undefined> {
    if (status === 'sending') {
      await this.end(id, messageId!, { outcome: 'unknown', response: '' }, revision, by);
      return 'failed';
    }
    if (!(await tablesHaveAll(this.parts))) return 'behind';
    const sender = senderOf(mail.from);
    const command = Object.assign(new BeginDigest(), {
      ...{ digestId: id, messageId: messageIdOf(id, sender), sender: mail.from, publicUrl: mail.publicUrl },
      items: await this.stillThere(items.map((item) => item.id)),
    });
    // A key of its own each time: what is read again may be otherwise. Only who recorded that it begins sends it.
    const key = `digest/begin/${id}/${revision}/${this.parts.clock.now().getTime()}`;
    const begun = await this.send(command, key, by);
    const fact = begun.replayed ? undefined : begun.facts.find(({ type }) => type === 'DigestSendingBegun');
    if (!fact) return undefined;
    const [opened] = await new Vault(this.parts.pool).decryptAll([fact]);
    const { personal, attempt } = opened!.data as unknown as DigestFacts['DigestSendingBegun'];
    const { address = '', line = '', text = '', html = '' } = personal;
    const postman: Postman = mail.smtpUrl ? toServer(mail.smtpUrl, sender) : toFolder(mail.outbox, sender);
    const leaving = {
      mailId: id,
      messageId: command.messageId,
      address,
      line,
      text,
      html,
      at: fact.recordedAt,
    };
    const outcome = await postman(leaving);
    await this.end(id, command.messageId, outcome, `${attempt}`, by);
    if (outcome.outcome === 'accepted') return 'accepted';
    return outcome.outcome === 'failed' && !/^\d/.test(outcome.code) ? 'unanswered' : 'failed';
  }

  /** As of today, as it is known now. */
  private async stillThere(ids: readonly string[]): Promise<DigestItem[]> {
    const bind = new Bind();
    const cut = new Cut(bind, { asOf: this.parts.clock.today() });
    const select = stillThere(cut, `${bind.add([...ids])}::text[]`);
    const { rows } = await this.parts.pool.query<DigestItem>(select, bind.values);
    return rows.map(exact);
  }

  private end(
    digestId: string,
    messageId: string,
    outcome: Awaited<ReturnType<Postman>>,
    nth: string,
    by: ReactedBy,
  ): Promise<Done> {
    const command = Object.assign(new EndDigest(), { digestId, messageId, ...outcome });
    return this.send(command, `digest/end/${digestId}/${nth}/${outcome.outcome}`, by);
  }

  /** One that fails for a reason of its own holds no other up: it comes again. */
  private async alone<Result>(work: () => Promise<Result>): Promise<Result | 'failed'> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreUnavailableError || kindOfError(error) === 'passing') throw error;
      return 'failed';
    }
  }

  private send(command: CommandMessage, key: string, { actor, correlationId }: ReactedBy): Promise<Done> {
    const context: CommandContext = { key, hash: key, actor, correlationId, causationId: correlationId };
    return this.parts.execute(Object.assign(command, { context }));
  }
}

const exact = (item: DigestItem): DigestItem => ({
  ...item,
  open: Money.of(item.open, item.currency).toString(),
});

interface Waiting {
  id: string;
  status: string;
  messageId: string | null;
  revision: string;
  items: DigestItem[];
}

/** Digests that may leave, and those of which nothing was heard. A server that says "later" is asked after 1, 4, 9, ... minutes. */
const WAITING = `
  select d.id, d.status, d.message_id as "messageId", d.revision::text as revision, d.items from live.digests d
  where d.status = 'waiting' and (d.tried_at is null or d.tried_at < now() - least(d.attempts * d.attempts, 240) * interval '1 minute')
     or d.status = 'sending' and d.tried_at < now() - $2 * interval '1 millisecond'
  order by d.position limit $1`;
