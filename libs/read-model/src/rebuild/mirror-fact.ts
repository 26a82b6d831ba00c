import type { FactMetadata, Position } from '@quittance/event-store';
import type { ProjectedFact } from '../projection.js';

/** The columns that `mirrorFact` reads, in its order. */
export const MIRROR_COLUMNS = 'position, prepare, stream, revision, id, type, data, metadata, recorded_at';

/** Milliseconds from 1970 to 2000, where PostgreSQL counts from. */
const POSTGRES_BEGINS = 946_684_800_000;

/** An instant that is written into several rows: its text is made once. */
class Instant extends Date {
  private text: string | undefined;

  override toISOString(): string {
    return (this.text ??= super.toISOString());
  }
}

type Data = Record<string, unknown>;

/**
 * A fact of the mirror, as stored and as handlers see it while nothing of it is sealed. Its JSON is parsed when somebody
 * looks: most handlers never look at the metadata, which is the larger part.
 */
export class MirrorFact implements ProjectedFact<Data> {
  private parsed: Data | undefined;
  private parsedMetadata: FactMetadata | undefined;

  constructor(
    readonly position: Position,
    readonly stream: string,
    readonly revision: bigint,
    private readonly hex: string,
    readonly type: string,
    private readonly dataText: string,
    private readonly metadataText: string,
    readonly recordedAt: Date,
  ) {}

  get data(): Data {
    return (this.parsed ??= JSON.parse(this.dataText) as Data);
  }

  get metadata(): FactMetadata {
    return (this.parsedMetadata ??= JSON.parse(this.metadataText) as FactMetadata);
  }

  get id(): string {
    return this.hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  get at(): bigint {
    return this.position.commit;
  }

  get effectiveOn(): string {
    return (this.metadata as Partial<FactMetadata> | null)?.effectiveOn ?? '';
  }

  get statedAt(): Date {
    const stated =
      this.parsedMetadata || names(this.metadataText, 'stated', 'RecordedAt')
        ? (this.metadata as Partial<FactMetadata> | null)?.statedRecordedAt
        : undefined;
    return stated ? new Date(stated) : this.recordedAt;
  }

  /** It may hold something that has to be opened first. */
  get maybeSealed(): boolean {
    return names(this.dataText, 'sea', 'led');
  }
}

/**
 * Whether the JSON may have a member of this name: spelled out, or with escapes. Looked for from a letter on that is rare in
 * JSON: all quotes would be looked at otherwise.
 */
const names = (json: string, begins: string, ends: string): boolean =>
  (json.includes(`${ends}"`) && json.includes(`"${begins}${ends}"`)) || json.includes('\\u');

/** Reads a row of the mirror as a binary copy gives it. */
export function mirrorFact(bytes: Buffer, offset: number): MirrorFact {
  let at = offset + 2;
  const next = (): number => {
    const length = bytes.readInt32BE(at);
    at += 4 + length;
    return at - length;
  };
  const text = (): string => {
    const from = next();
    return bytes.toString('utf8', from, at);
  };
  const position = { commit: bytes.readBigInt64BE(next()), prepare: bytes.readBigInt64BE(next()) };
  const stream = text();
  const revision = bytes.readBigInt64BE(next());
  const id = bytes.toString('hex', next(), at);
  const type = text();
  const data = text();
  const metadata = text();
  // Microseconds in two halves: exact as numbers for a few hundred years.
  const high = next();
  const micros = bytes.readInt32BE(high) * 2 ** 32 + bytes.readUInt32BE(high + 4);
  const recordedAt = new Instant(Math.round(micros / 1_000) + POSTGRES_BEGINS);
  return new MirrorFact(position, stream, revision, id, type, data, metadata, recordedAt);
}
