import type { Caller } from '../../support/caller.js';
import type { Rng } from './seed.js';
import { Workload } from './workload.js';

/** Companies that workload at the same time through the given callers, in turn, until they are stopped. */
export class Load {
  private stopping = false;
  private held = Promise.resolve();
  private release: () => void = () => undefined;
  private readonly work: Promise<void>[];

  private constructor(private readonly workloads: readonly Workload[]) {
    this.work = workloads.map((workload) => this.keepOn(workload));
    for (const work of this.work) work.catch(() => undefined); // told by stop()
  }

  /** @param callers one for each that workloads */
  static async start(callers: readonly Caller[], rng: Rng): Promise<Load> {
    const workloads = callers.map((caller, i) => new Workload(caller, rng, `L${i}`));
    for (const workload of workloads) {
      await workload.open();
      if (workload.counts.refused > 0) throw new Error('a workload could not be opened');
    }
    return new Load(workloads);
  }

  /** Does nothing more until `goOn`, but for what is under way. */
  hold(): void {
    this.held = new Promise((resolve) => (this.release = resolve));
  }

  goOn(): void {
    this.release();
  }

  /** Ends after what is under way. Answers how much was done. @throws Error for what should not have been answered */
  async stop(): Promise<number> {
    this.stopping = true;
    this.goOn();
    await Promise.all(this.work);
    return this.workloads.reduce((done, { counts }) => done + counts.done, 0);
  }

  private async keepOn(workload: Workload): Promise<void> {
    while (!this.stopping) {
      await this.held;
      await workload.action();
    }
  }
}
