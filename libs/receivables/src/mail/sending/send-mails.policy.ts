import {
  type CommandContext,
  type CommandMessage,
  type Outcome as Done,
  StoreUnavailableError,
  Vault,
} from '@quittance/event-store';
import { sideBySide } from '@quittance/kernel';
import { kindOfError } from '@quittance/process';
import type { MailSettings, ReactedBy, ReactionParts } from '../../manifest/reaction.js';
import { RecordStep } from '../../dunning/dunning.commands.js';
import { BeginSending, DraftMail, EndSending, HoldMailBack } from '../mail.commands.js';
import type { MailFacts } from '../mail.events.js';
import { DRAFTS_TO_COME, type DraftToCome, STEPS_TO_TELL, type StepToTell, TO_SEND } from './send.sql.js';
import { messageIdOf, type Sender, senderOf } from './message.js';
import { type Postman, toFolder, toServer } from './postman.js';
import { nextMailId } from './next-mail.js';
import { tablesHaveAll } from './tables-have-all.js';

/** Mails of one round. */
const AT_MOST = 100;
/** Steps of one round: that go into mails, and that hear of them. */
const STEPS_AT_MOST = 1_000;
/** Mails that are drafted, and invoices that hear, side by side. */
const AT_ONCE = 16;
/** A mail that began to leave so long ago, and of which nothing was heard: nobody knows. */
export const UNHEARD_MS = 10 * 60_000;
/** Mails that are tried for a step that comes late. */
const MAILS_A_DAY = 50;

/** A round that takes longer leaves the rest to the next: the reactor has other duties. */
const ROUND_MS = 20_000;
/** So long it goes round again while something comes of it: less than a reactor that ends waits for its last duty. */
const AGAIN_MS = 4_000;
const FAULT = Symbol('a fault of its own');
const BEHIND = Symbol('the tables are behind');

type Parts = Pick<ReactionParts, 'pool' | 'execute' | 'clock' | 'entity'> & {
  store: Pick<ReactionParts['store'], 'end'>;
};

/** Makes mails of what was planned, sends those that may leave, and tells the chase what became of them. All of it may be done twice. */
export class SendMails {
  private readonly sender: Sender;
  private readonly postman: Postman;

  constructor(
    private readonly parts: Parts,
    private readonly settings: MailSettings,
    private readonly unheard = UNHEARD_MS,
  ) {
    this.sender = senderOf(settings.from);
    this.postman = settings.smtpUrl
      ? toServer(settings.smtpUrl, this.sender)
      : toFolder(settings.outbox, this.sender);
  }

  /** All of it, again while something comes of it, so that a morning's mails do not wait for a hundred ticks. */
  async round(by: ReactedBy): Promise<{ left: number; failed: number }> {
    const total = { left: 0, failed: 0 };
    const over = Date.now() + AGAIN_MS;
    for (let more = true; more;) {
      const told = await this.tell(by);
      const drafted = await this.draft(by);
      const { left, failed } = await this.leave(by);
      total.left += left;
      total.failed += failed;
      // What was done must be in the tables, or it would be done again.
      more = told + drafted + left > 0 && Date.now() < over && (await tablesHaveAll(this.parts));
    }
    return total;
  }

  /** Steps that were planned go into their mails, those of one mail in order. @returns how many did */
  async draft(by: ReactedBy): Promise<number> {
    const { rows } = await this.parts.pool.query<DraftToCome>(DRAFTS_TO_COME, [STEPS_AT_MOST]);
    const mails = new Map<string, DraftToCome[]>();
    for (const row of rows) mails.set(row.mailId, [...(mails.get(row.mailId) ?? []), row]);
    let drafted = 0;
    await sideBySide(AT_ONCE, [...mails.values()], async (steps) => {
      for (const step of steps) if ((await this.alone(() => this.intoMail(step, by))) === true) drafted += 1;
    });
    return drafted;
  }

  /** @returns whether it is in one now */
  private async intoMail({ position, mailId: first, ...said }: DraftToCome, by: ReactedBy): Promise<boolean> {
    for (let mailId = first, n = 0; n < MAILS_A_DAY; n += 1, mailId = nextMailId(first, n)) {
      const command = Object.assign(new DraftMail(), { ...said, mailId });
      const { facts, replayed } = await this.send(
        command,
        `draft/${mailId}/${said.item.stepId}/${position}`,
        by,
      );
      // Nothing: it has left, or is full.
      if (facts.length > 0 || replayed) return true;
    }
    return false;
  }

  /** Mails that may leave do. @returns how many left */
  async leave(by: ReactedBy): Promise<{ left: number; failed: number }> {
    const { rows } = await this.parts.pool.query<{
      id: string;
      status: string;
      messageId: string | null;
      revision: string;
    }>(TO_SEND, [AT_MOST, this.unheard]);
    const told = { left: 0, failed: 0 };
    const over = Date.now() + ROUND_MS;
    for (const { id, status, messageId, revision } of rows) {
      if (Date.now() > over) break;
      const ended = await this.alone(async () => {
        if (status === 'sending') {
          await this.end(id, messageId!, { outcome: 'unknown', response: '' }, `${revision}`, by);
          return;
        }
        // What was recorded up to now is in the tables that say what is held.
        if (!(await tablesHaveAll(this.parts))) return BEHIND;
        return this.one(id, revision, by);
      });
      if (ended === BEHIND) break;
      if (ended === FAULT) told.failed += 1;
      else if (ended?.outcome === 'accepted') told.left += 1;
      else if (ended !== undefined) told.failed += 1;
      // Nobody answers: what comes after it would wait as long.
      if (ended !== FAULT && ended?.outcome === 'failed' && !/^\d/.test(ended.code)) break;
    }
    return told;
  }

  /** The chase hears what became of its steps. @returns of how many */
  async tell(by: ReactedBy): Promise<number> {
    const { rows } = await this.parts.pool.query<StepToTell>(STEPS_TO_TELL, [STEPS_AT_MOST]);
    let told = 0;
    await sideBySide(AT_ONCE, rows, async ({ permanent, ...said }) => {
      const on = this.parts.clock.today();
      const command = Object.assign(new RecordStep(), { ...said, on, permanent: permanent ?? undefined });
      const key = `tell/${said.mailId}/${said.stepId}/${said.outcome}`;
      const heard = await this.alone(() => this.send(command, key, by));
      if (heard !== FAULT && heard.facts.length > 0) told += 1;
    });
    return told;
  }

  /** One that fails for a reason of its own holds no other up: it comes again. */
  private async alone<Result>(work: () => Promise<Result>): Promise<Result | typeof FAULT> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreUnavailableError || kindOfError(error) === 'passing') throw error;
      return FAULT;
    }
  }

  private async one(
    mailId: string,
    revision: string,
    by: ReactedBy,
  ): Promise<Awaited<ReturnType<Postman>> | undefined> {
    const { clock, pool, entity } = this.parts;
    const messageId = messageIdOf(mailId, this.sender);
    const said = {
      ...{ mailId, messageId, on: clock.today(), sender: this.settings.from },
      creditor: this.sender.name || entity,
    };
    const command = Object.assign(new BeginSending(), { ...said, time: this.time() });
    // A key of its own each time: what is read again may be otherwise. Only who recorded that it begins sends it.
    const begun = await this.send(command, `begin/${mailId}/${revision}/${clock.now().getTime()}`, by);
    const fact = begun.replayed ? undefined : begun.facts.find(({ type }) => type === 'MailSendingBegun');
    if (!fact) return undefined;
    const [opened] = await new Vault(pool).decryptAll([fact]);
    const { personal, attempt } = opened!.data as unknown as MailFacts['MailSendingBegun'];
    const { address = '', line = '', text = '', html = '' } = personal;
    // Money that came in the moment between reading and recording: no mail leaves after it.
    const again = Object.assign(new HoldMailBack(), { ...said, text });
    if ((await this.send(again, `hold/${mailId}/${attempt}`, by)).facts.length > 0) return undefined;
    const leaving = { mailId, messageId, address, line, text, html, at: fact.recordedAt };
    const outcome = await this.postman(leaving);
    await this.end(mailId, messageId, outcome, `${attempt}`, by);
    return outcome;
  }

  private end(
    mailId: string,
    messageId: string,
    outcome: Awaited<ReturnType<Postman>>,
    nth: string,
    by: ReactedBy,
  ): Promise<Done> {
    const command = Object.assign(new EndSending(), { mailId, messageId, ...outcome });
    return this.send(command, `end/${mailId}/${nth}/${outcome.outcome}`, by);
  }

  private time(): string {
    const { timeZone } = this.settings;
    return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
      this.parts.clock.now(),
    );
  }

  private send(command: CommandMessage, key: string, { actor, correlationId }: ReactedBy): Promise<Done> {
    const context: CommandContext = { key, hash: key, actor, correlationId, causationId: correlationId };
    return this.parts.execute(Object.assign(command, { context }));
  }
}
