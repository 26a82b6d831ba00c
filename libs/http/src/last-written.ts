/**
 * The last position this process appended. A read model whose checkpoint is before it is known to be behind.
 * One per process: the door notes every append, answers compare.
 */
export class LastWritten {
  private last = 0n;

  get position(): bigint {
    return this.last;
  }

  /** Positions may come out of order: commands finish as they please. */
  note(position: bigint): void {
    if (position > this.last) this.last = position;
  }
}
