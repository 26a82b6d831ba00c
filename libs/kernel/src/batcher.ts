interface Waiting<In, Out> {
  input: In;
  resolve: (output: Out) => void;
  reject: (error: unknown) => void;
}

/**
 * Requests of the same moment, done together: one alone goes at once; those that come while others are under way
 * wait for the next round. Saves round trips and commits without ever waiting for a timer.
 */
export class Batcher<In, Out> {
  private waiting: Waiting<In, Out>[] = [];
  private underWay = 0;

  constructor(
    private readonly doAll: (inputs: readonly In[]) => Promise<readonly Out[]>,
    /**
     * `by`: two with the same name never go in one round. `most` go in one, so many `rounds` at a time. A round begins
     * after the turn of the loop in which nobody came any more, after so many `turns` at the latest.
     */
    private readonly options: {
      by?: (input: In) => string;
      most?: number;
      rounds?: number;
      turns?: number;
    } = {},
  ) {}

  add(input: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      // Not at once: those of the same turn of the loop go together.
      if (this.waiting.length === 1) this.soon(this.options.turns ?? 1);
    });
  }

  private soon(turns: number): void {
    const { length } = this.waiting;
    setImmediate(() => {
      if (turns > 1 && this.waiting.length > length) this.soon(turns - 1);
      else this.next();
    });
  }

  private next(): void {
    const { rounds = 2 } = this.options;
    if (this.waiting.length === 0 || this.underWay >= rounds) return;
    const round = this.take();
    this.underWay += 1;
    this.doAll(round.map(({ input }) => input))
      .then(
        (outputs) => round.forEach(({ resolve }, i) => resolve(outputs[i]!)),
        (error: unknown) => round.forEach(({ reject }) => reject(error)),
      )
      .finally(() => {
        this.underWay -= 1;
        this.next();
      });
    this.next();
  }

  private take(): Waiting<In, Out>[] {
    const { by, most = 200 } = this.options;
    if (!by) return this.waiting.splice(0, most);
    const names = new Set<string>();
    const round: Waiting<In, Out>[] = [];
    const left: Waiting<In, Out>[] = [];
    for (const one of this.waiting) {
      const name = by(one.input);
      if (round.length < most && !names.has(name)) {
        names.add(name);
        round.push(one);
      } else left.push(one);
    }
    this.waiting = left;
    return round;
  }
}
