import { DutyQueue } from './duty-queue.js';

describe('The duties of the reactor', () => {
  const told: string[] = [];
  let queue: DutyQueue;
  beforeEach(() => {
    told.length = 0;
    queue = new DutyQueue({
      done: (name) => void told.push(`${name} done`),
      failed: (name, error) => void told.push(`${name} failed: ${error.message}`),
    });
  });
  /** A duty that lasts until it is let go. */
  const slow = () => {
    let letGo!: () => void;
    const over = new Promise<void>((resolve) => (letGo = resolve));
    return { letGo, duty: () => over };
  };
  const begun = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('are done one after another, each once however often its time came meanwhile', async () => {
    const first = slow();
    queue.add('payments', first.duty);
    await begun();
    for (let i = 0; i < 100; i += 1) queue.add('payments', async () => void told.push('again'));
    queue.add('morning', async () => void told.push('morning'));
    first.letGo();
    await new Promise<void>((resolve) => queue.add('last', async () => resolve()));
    expect(told).toEqual(['payments done', 'again', 'payments done', 'morning', 'morning done']);
  });

  it('that fail are told, and hold nothing up', async () => {
    queue.add('payments', () => Promise.reject(new Error('no answer')));
    await new Promise<void>((resolve) => queue.add('morning', async () => resolve()));
    expect(told).toEqual(['payments failed: no answer']);
  });

  it('end with the one in hand: those that wait are not begun', async () => {
    const inHand = slow();
    queue.add('payments', inHand.duty);
    await begun();
    queue.add('morning', async () => void told.push('morning'));
    const ended = queue.end();
    queue.add('late', async () => void told.push('late'));
    inHand.letGo();
    await ended;
    expect(told).toEqual(['payments done']);
  });
});
