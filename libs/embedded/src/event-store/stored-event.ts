/** An event as a client proposes it, checked. */
export interface NewEvent {
  /** The 16 bytes of the uuid. */
  id: Buffer;
  type: string;
  json: boolean;
  data: Buffer;
  metadata: Buffer;
}

/** An event of the log. `position` counts from 1 in commit order, `revision` from 0 in its stream. */
export interface StoredEvent extends NewEvent {
  position: number;
  stream: string;
  revision: number;
  /** Milliseconds since 1970, never less than that of an earlier position. */
  created: number;
}

/**
 * The revision of a tombstone: 2^63 - 1 in the table and on the wire. As a number it is 2^63, the only value of a
 * revision or position above 2^53, and the codecs know it.
 */
export const TOMBSTONE_REVISION = 2 ** 63;
export const SYSTEM = { metadata: '$metadata', tombstone: '$streamDeleted', link: '$>' } as const;

/** What an event adds to the size of an append and to the memory it takes. */
export const sizeOf = (event: NewEvent): number =>
  event.data.length + event.metadata.length + 2 * event.type.length;

export function uuidText(id: Buffer): string {
  const hex = id.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The 16 bytes of a uuid in its text form, undefined for anything else. */
export function uuidBytes(text: string): Buffer | undefined {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)) return undefined;
  return Buffer.from(text.replaceAll('-', ''), 'hex');
}
