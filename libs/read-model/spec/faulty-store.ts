import type { EventStore, RecordedFact } from '@quittance/event-store';
import { HEARTBEAT } from '../src/heartbeat.js';

/** A store whose subscriptions can be broken; all else goes through to the real twin. */
export class FaultyStore implements EventStore {
  private readonly live = new Set<{ deaf: boolean; ended: (error?: Error) => void }>();
  delivered = 0;
  lost = 0;
  append: EventStore['append'];
  read: EventStore['read'];
  readAll: EventStore['readAll'];
  end: EventStore['end'];
  forget: EventStore['forget'];
  touched: EventStore['touched'];

  constructor(
    private readonly store: EventStore,
    private readonly lose: (fact: RecordedFact) => boolean = () => false,
  ) {
    this.append = store.append.bind(store);
    this.read = store.read.bind(store);
    this.readAll = store.readAll.bind(store);
    this.end = store.end.bind(store);
    this.forget = store.forget.bind(store);
    this.touched = store.touched.bind(store);
  }

  subscribe: EventStore['subscribe'] = (prefixes, after, handlers) => {
    const one = { deaf: false, ended: (error?: Error) => handlers.ended(error) };
    this.live.add(one);
    return this.store.subscribe(prefixes, after, {
      ...handlers,
      fact: (fact) => {
        if (one.deaf) return;
        if (fact.type !== HEARTBEAT && this.lose(fact)) {
          this.lost += 1;
          return;
        }
        this.delivered += 1;
        return handlers.fact(fact);
      },
    });
  };

  /** Ends every subscription; none hears any more. */
  breakOff(error?: Error): void {
    for (const one of this.live) {
      one.deaf = true;
      one.ended(error);
    }
    this.live.clear();
  }

  silence(): void {
    for (const one of this.live) one.deaf = true;
    this.live.clear();
  }

  async close(): Promise<void> {}
}
