import { setTimeout as pause } from 'node:timers/promises';
import type { Caller } from '../../../support/caller.js';
import { Processes } from '../../../faults/support/processes.js';
import type { RealProcess } from '../../../faults/support/real-process.js';
import type { Step, Writer } from '../history.js';

type Part = Extract<Step, { step: 'restart' }>['part'];

/** Milliseconds for which an api, or what it needs, may be away. */
export const PATIENCE = 180_000;

/** One installation of real processes for all histories: two apis, a projector, the event store node. */
export class Shop {
  private readonly restarting = new Map<Part, Promise<void>>();
  private projector!: RealProcess;
  private readonly apis: (RealProcess & { url: string })[] = [];
  /** Restarts so far, by part. */
  readonly restarts: Record<string, number> = {};

  private constructor(readonly processes: Processes) {}

  static async open(): Promise<Shop> {
    const shop = new Shop(await Processes.start());
    shop.projector = shop.processes.projector();
    await shop.projector.up();
    shop.apis.push(await shop.processes.api(), await shop.processes.api());
    return shop;
  }

  /** Asks one of the apis, however often it is away, until it says yes or no. */
  async asked<Body>(
    by: Writer,
    ask: (somebody: Caller) => ReturnType<Caller['get']>,
    isAnswer: (body: Body) => boolean = () => true,
    sub?: string,
  ): Promise<{ status: number; body: Body; hash: string | null }> {
    for (const until = Date.now() + PATIENCE; ;) {
      try {
        const somebody = await this.processes.as(this.apis[by]!.url, ['clerk', 'manager'], sub);
        const { status, body, headers } = await ask(somebody);
        if (status < 500 && (status >= 300 || isAnswer(body as Body)))
          return { status, body: body as Body, hash: headers.get('quittance-content-hash') };
        if (Date.now() > until) throw new Gone(`still answers ${status} ${JSON.stringify(body)}`);
      } catch (error) {
        if (error instanceof Gone || Date.now() > until) throw error;
      }
      await pause(100);
    }
  }

  /** kill -9 and another one in its place. Whoever asks for the same meanwhile waits for it. */
  restart(part: Part): Promise<void> {
    const underWay = this.restarting.get(part);
    if (underWay) return underWay;
    this.restarts[part] = (this.restarts[part] ?? 0) + 1;
    const restarted = this.replace(part).finally(() => this.restarting.delete(part));
    this.restarting.set(part, restarted);
    return restarted;
  }

  private async replace(part: Part): Promise<void> {
    if (part === 'projector') {
      await this.projector.kill();
      this.projector = this.processes.projector();
      await this.projector.up();
    } else if (part === 'event store') {
      await this.processes.eventStore.kill();
      await this.processes.startEventStore();
    } else {
      const by = part === 'writer 0' ? 0 : 1;
      await this.apis[by]!.kill();
      this.apis[by] = await this.processes.api();
    }
  }

  close(): Promise<void> {
    return this.processes.stop();
  }
}

class Gone extends Error {}
