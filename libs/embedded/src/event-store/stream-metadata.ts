/** What the last event of `$$stream` says about which events of the stream are still readable. */
export interface StreamMetadata {
  /** Only the last so many events. */
  maxCount?: number;
  /** Only events younger than so many seconds. */
  maxAge?: number;
  /** Only events from this revision on; `Infinity`: soft deleted. */
  truncateBefore?: number;
}

/** `$tb` of a soft-deleted stream: no JavaScript number, so it is compared, never computed with. */
const DELETED = '9223372036854775807';
export const SOFT_DELETED = Buffer.from(`{"$tb":${DELETED}}`);
/** Every metadata stream keeps only its last event readable. */
const OF_METASTREAM: StreamMetadata = { maxCount: 1 };

export const isMetastream = (stream: string): boolean => stream.startsWith('$$');
export const metastreamOf = (stream: string): string => `$$${stream}`;
/** The stream that a name is about: itself, or the one whose metadata it holds. */
export const baseOf = (stream: string): string => (isMetastream(stream) ? stream.slice(2) : stream);

export const metadataFor = (stream: string, ofBase: StreamMetadata): StreamMetadata =>
  isMetastream(stream) ? OF_METASTREAM : ofBase;

/** Reads the JSON of a `$metadata` event. What is no JSON object of known fields limits nothing. */
export function streamMetadata(data: Buffer | null): StreamMetadata {
  const json = parsed(data);
  const number = (name: string): number | undefined => {
    const value = json[name];
    return typeof value === 'number' && value >= 0 ? value : undefined;
  };
  const truncateBefore = number('$tb');
  return {
    maxCount: number('$maxCount'),
    maxAge: number('$maxAge'),
    truncateBefore: truncateBefore !== undefined && truncateBefore >= 2 ** 63 ? Infinity : truncateBefore,
  };
}

/** The same metadata with another `$tb`: how the server brings a soft-deleted stream back. */
export function recreatedFrom(data: Buffer, revision: number): Buffer {
  return Buffer.from(JSON.stringify({ ...parsed(data), $tb: revision }));
}

function parsed(data: Buffer | null): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(data?.toString() || '{}');
    return json !== null && typeof json === 'object' ? (json as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export const isSoftDeleted = (metadata: StreamMetadata): boolean => metadata.truncateBefore === Infinity;

/** The first revision of a stream with this last one that is still readable. */
export function firstReadable(metadata: StreamMetadata, last: number): number {
  const byCount = metadata.maxCount ? last - metadata.maxCount + 1 : 0;
  return Math.max(0, byCount, metadata.truncateBefore ?? 0);
}
