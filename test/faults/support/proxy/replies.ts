import { messages, type ReadRequest } from '../../../../libs/embedded/src/event-store/protocol.js';

/** The calls of the protocol that the application makes. */
export type Method = 'Read' | 'Append' | 'BatchAppend' | 'Delete' | 'Tombstone' | 'GetSupportedMethods';

/** What one message from the node to the client says, as far as a rule may want to know. */
export interface Reply {
  kind: 'event' | 'confirmation' | 'checkpoint' | 'caught-up' | 'appended' | 'refused' | 'other';
  /** Whether it came on a subscription. */
  subscription: boolean;
  /** Of an event or an append. */
  stream: string;
  /** Of an event. */
  type: string;
  position: bigint;
}

const NOTHING: Reply = { kind: 'other', subscription: false, stream: '', type: '', position: 0n };

/** Reads a reply. @param request the first message of its call */
export function replyOf(method: Method, bytes: Buffer, request: Buffer | undefined): Reply {
  if (method === 'BatchAppend') {
    const { stream, success } = messages.batchResponse.decode(bytes);
    return { ...NOTHING, kind: success ? 'appended' : 'refused', stream: nameOf(stream) };
  }
  if (method !== 'Read') return NOTHING;
  const subscription = request !== undefined && isSubscription(messages.readRequest.decode(request));
  const { event, confirmation, checkpoint, caughtUp } = messages.readResponse.decode(bytes);
  if (event) {
    const { stream, properties, commit } = event.event;
    const type = properties.type ?? '';
    return { kind: 'event', subscription, stream: nameOf(stream), type, position: BigInt(String(commit)) };
  }
  const kind = confirmation ? 'confirmation' : checkpoint ? 'checkpoint' : caughtUp ? 'caught-up' : 'other';
  return { ...NOTHING, kind, subscription };
}

/** Where a subscription was asked to go on from: a commit position, 0 for the start; undefined for any other call. */
export function beginsAfter(method: Method, request: Buffer): bigint | undefined {
  if (method !== 'Read') return undefined;
  const read = messages.readRequest.decode(request);
  if (!isSubscription(read)) return undefined;
  return BigInt(String(read.options?.all?.position?.commit ?? 0));
}

/** A server's checkpoint at that position. */
export const checkpointAt = (position: bigint): Buffer =>
  messages.readResponse.encode({ checkpoint: { commit: Number(position), prepare: Number(position) } });

const isSubscription = ({ options }: ReadRequest): boolean => options?.amount === 'subscription';

const nameOf = (stream: { name: Buffer } | null | undefined): string =>
  Buffer.from(stream?.name ?? []).toString();
