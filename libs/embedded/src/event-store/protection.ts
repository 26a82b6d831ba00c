import { type StreamMetadata, baseOf, isMetastream } from './stream-metadata.js';

/** A store whose history was moved into it says so in this stream's metadata; the stream itself holds nothing. */
const MOVED_HISTORY = 'quittance-history';

/**
 * Which streams may lose facts. Facts of the business are kept for ever: whoever deletes such a stream, or writes
 * metadata that would cut it, is refused, and a stream that was cut before takes nothing more.
 */
export class Protection {
  /** @param erasable prefixes of the names of streams that may be deleted, cut and scavenged; an empty one: all */
  constructor(private readonly erasable: readonly string[]) {}

  mayErase(stream: string): boolean {
    return this.erasable.some((prefix) => stream.startsWith(prefix));
  }

  refuses({ kind, stream }: { kind: 'append' | 'delete' | 'tombstone'; stream: string }): boolean {
    if (kind === 'append' && !isMetastream(stream)) return false;
    const base = baseOf(stream);
    return !this.mayErase(base) && !(kind === 'append' && base === MOVED_HISTORY);
  }

  /** Deleted or cut at its beginning, though nobody may: what would be appended could not be read with what went before. */
  isClosed(stream: string, { truncateBefore = 0 }: StreamMetadata): boolean {
    return truncateBefore > 0 && !isMetastream(stream) && !this.mayErase(stream);
  }
}

/** What an installation lets go of: signs of life. */
export const SIGNS_OF_LIFE: readonly string[] = ['heartbeat-'];
