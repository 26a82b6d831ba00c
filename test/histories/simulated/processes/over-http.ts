import { setTimeout as pause } from 'node:timers/promises';
import type { Position, RecordedFact } from '@quittance/event-store';
import { type Cast, dayAt } from '../books.js';
import type { Request } from '../action.js';
import { asksOf, type Command, requestOf } from '../actions.js';
import type { Fault, Writer } from '../history.js';
import type { Answer, Door, Life } from '../life.js';
import { introductions } from '../requests.js';
import { equal } from '../rules.js';
import { PATIENCE, type Shop } from './shop.js';

interface Said {
  id: string;
  revision: number;
  code?: string;
  allocations?: { status: string }[];
  applications?: { status: string }[];
  /** Of an undo. */
  status?: string;
}

/** One history's way into the shop that it shares with others. */
export class OverHttp implements Door {
  private last: Position | undefined;
  private readonly asked: { path: string; answer: string }[] = [];

  private constructor(private readonly shop: Shop) {}

  static async open(cast: Cast, shop: Shop): Promise<OverHttp> {
    const door = new OverHttp(shop);
    await door.news();
    for (const [i, request] of introductions(cast).entries()) {
      const answer = await door.hand(request, `${cast.tag} introduction ${i}`, 0);
      if (typeof answer === 'object' && 'refused' in answer)
        throw new Error(`${request.path}: ${answer.refused}`);
    }
    return door;
  }

  async send(
    command: Command,
    key: string,
    by: Writer,
    { fault }: { fault?: Fault | null },
  ): Promise<Answer> {
    const answer = this.hand(requestOf(command), key, by);
    if (fault) {
      // Somewhere between the request's arrival and its answer. Whoever asked asks again.
      await pause(fault.append * 3);
      await this.shop.restart(fault.how === 'reply-lost' ? 'event store' : `writer ${by}`);
    }
    return answer;
  }

  restart(part: Parameters<Door['restart']>[0]): Promise<void> {
    return this.shop.restart(part);
  }

  async ask(asOf: number): Promise<void> {
    const path = `/v1/reports/aging?by=customer&limit=500&asOf=${dayAt(asOf)}`;
    const { body, hash } = await this.shop.asked<{ knownAt: string }>(0, (auditor) => auditor.get(path));
    const answer = JSON.stringify([body, hash]);
    this.asked.push({ path: `${path}&knownAt=${body.knownAt}`, answer });
  }

  async news(): Promise<RecordedFact[]> {
    for (const until = Date.now() + PATIENCE; ;) {
      try {
        const facts: RecordedFact[] = [];
        for await (const fact of this.shop.processes.store.readAll({ after: this.last })) facts.push(fact);
        this.last = facts.at(-1)?.position ?? this.last;
        return facts;
      } catch (error) {
        if (Date.now() > until) throw error;
        await pause(100);
      }
    }
  }

  /** Nobody gives up asking here: nothing is left pending. */
  async finish(): Promise<void> {}

  /** What the apis answer is what the books say; and stored questions are answered with the same bytes. */
  async holds({ books, facts }: Life): Promise<void> {
    const after = String(facts.at(-1)!.position.commit);
    for (const [i, { path, is, must }] of asksOf(books).entries()) {
      const by = (i % 2) as Writer;
      const { body } = await this.shop.asked<Record<string, string>>(by, (clerk) => clerk.get(path, after));
      equal(path, is(body), must);
    }
    for (const { path, answer } of this.asked) {
      const again = await this.shop.asked<{ knownAt: string }>(1, (auditor) => auditor.get(path));
      equal(path, JSON.stringify([again.body, again.hash]), answer);
    }
  }

  private async hand({ path, body, by: sub }: Request, key: string, by: Writer): Promise<Answer> {
    const isWhole = ({ allocations = [], applications = [], ...of }: Said): boolean =>
      ![of, ...allocations, ...applications].some(({ status }) => status === 'pending');
    const { status, body: said } = await this.shop.asked<Said>(
      by,
      (clerk) => clerk.post(path, body, { key }),
      isWhole,
      sub,
    );
    return status < 300 ? { id: said.id, revision: String(said.revision) } : { refused: said.code! };
  }
}
