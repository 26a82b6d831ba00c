/**
 * One after another per name, side by side otherwise. Commands on one stream would only meet in conflicts within
 * this process; across processes the expected revision judges.
 */
export class KeyedMutex {
  private readonly last = new Map<string, Promise<unknown>>();

  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(name);
    const done = before ? before.then(work, work) : work();
    this.last.set(name, done);
    try {
      return await done;
    } finally {
      if (this.last.get(name) === done) this.last.delete(name);
    }
  }
}
