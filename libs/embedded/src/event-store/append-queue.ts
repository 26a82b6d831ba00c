import type { Outcome, Write } from './batch.js';

/** The most that one transaction stores, and that may wait: beyond it `busy` asks the callers to stop reading. */
const BATCH = { writes: 1_000, size: 8 * 1024 * 1024 };
const WAITING = 32 * 1024 * 1024;

/** A write that waits for its answer. */
export interface Waiting {
  write: Write;
  answer: (outcome: Outcome) => void;
}

/** The writes that wait to be stored, in their order, and those being stored. Each is answered once. */
export class AppendQueue {
  private queue: Waiting[] = [];
  private storing: Waiting[] = [];
  private size = 0;
  private readonly forRoom = new Set<() => void>();

  /** @param arrived is called for each write that comes */
  constructor(private readonly arrived: () => void) {}

  get isEmpty(): boolean {
    return this.queue.length === 0;
  }

  /** Whether so much waits that no more should be read from clients. */
  get busy(): boolean {
    return this.size > WAITING;
  }

  /** Calls once when it no longer is. */
  onRoom(listener: () => void): void {
    this.forRoom.add(listener);
  }

  add(write: Write): Promise<Outcome> {
    this.size += write.size;
    return new Promise((resolve) => {
      let open = true;
      const answer = (outcome: Outcome): void => {
        if (open) this.release(write.size);
        open = false;
        resolve(outcome);
      };
      this.queue.push({ write, answer });
      this.arrived();
    });
  }

  /** Takes what one transaction stores. */
  take(): readonly Waiting[] {
    let size = 0;
    let count = 0;
    while (count < this.queue.length && count < BATCH.writes && size < BATCH.size) {
      size += this.queue[count++]!.write.size;
    }
    this.storing = this.queue.slice(0, count);
    this.queue = this.queue.slice(count);
    return this.storing;
  }

  /** Answers what is late: refused if it still waits, of unknown outcome if it is being stored. */
  expire(now = Date.now()): void {
    const late = ({ write }: Waiting): boolean => write.deadline <= now;
    const expired = [...this.storing.filter(late), ...this.queue.filter(late)];
    if (expired.length === 0) return;
    this.queue = this.queue.filter((waiting) => !late(waiting));
    for (const { answer } of expired) answer({ result: 'timeout' });
  }

  /** Answers all of it: nobody knows what became of what was being stored. */
  giveUp(): void {
    const all = [...this.storing, ...this.queue];
    this.storing = [];
    this.queue = [];
    for (const { answer } of all) answer({ result: 'unavailable' });
  }

  private release(size: number): void {
    this.size -= size;
    if (this.busy || this.forRoom.size === 0) return;
    const listeners = [...this.forRoom];
    this.forRoom.clear();
    for (const listener of listeners) listener();
  }
}
