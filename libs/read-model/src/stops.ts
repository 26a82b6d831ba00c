/** Why a projector stopped for good: going on would lose or double facts. One line, and the exit code of the process. */
export class ProjectorStop extends Error {
  override name = 'ProjectorStop';
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

/** A fact of a type that this version does not know: a newer one wrote it. */
export const unknownFact = (type: string, stream: string, position: bigint): ProjectorStop =>
  new ProjectorStop(
    `unknown fact type ${type} in ${stream} at position ${position}: an upgrade of the projector is missing`,
    4,
  );

/** A revision is missing in the store itself. */
export const gapInStore = (message: string): ProjectorStop =>
  new ProjectorStop(`${message}; the event store does not have what lies between`, 5);

/** A stream that has to be read was deleted, or its beginning was cut away. */
export const cutInStore = (message: string): ProjectorStop =>
  new ProjectorStop(`${message}: quittance check lists such streams; restore the event store`, 5);

/** Another projector moved the checkpoint: this one wrote nothing. */
export const overtaken = (): ProjectorStop =>
  new ProjectorStop('another projector has moved the checkpoint: this one rolled back and ends', 6);

/** A newer version rebuilt the tables, or an older one left some out: what this one would write does not fit them. */
export class OtherVersion extends ProjectorStop {
  constructor(readonly projections: readonly string[]) {
    super(
      `another version has rebuilt the tables of ${projections.join(', ')}, or projected without them: ` +
        'this projector rolled back and ends',
      6,
    );
  }
}

/** The read side knows more than the store: a store restored to an older day, or another store. */
export const storeBehind = (checkpoint: bigint, end: bigint | undefined): ProjectorStop =>
  new ProjectorStop(
    `the event store ends at position ${end ?? 'none'}, before the checkpoint ${checkpoint} of the read side: ` +
      'it was restored to an older day, or it is another store; restore the newer one, or drop the read side',
    7,
  );

/** As `storeBehind`, where the store has since gone on past the checkpoint with other facts. */
export const otherStore = (stream: string, revision: bigint, position: bigint): ProjectorStop =>
  new ProjectorStop(
    `the event store does not hold the last fact of the read side (${stream}, revision ${revision}, position ` +
      `${position}): it was restored to an older day and went on, or it is another store; restore the newer one, or ` +
      'drop the read side',
    7,
  );
