import type { ReadStreams } from '@quittance/event-store';
import { isOneAddress } from '../mail/leaving.references.js';
import { digestStream, personStream } from '../streams.js';
import type { BeginDigest } from './alert.commands.js';
import { digests, toldPeople } from './alert.stream.js';
import type { LeavingReferences } from './digest.decider.js';
import { digestText } from './digest.text.js';

type OfDigest = { digestId: string };
/** The way of a command about a digest: to its stream. */
export const aboutDigest = { stream: ({ digestId }: OfDigest): string => digestStream(digestId) };

const digestNow = async (read: ReadStreams, digestId: string) =>
  (await read.latest(digests, digestStream(digestId)))?.digest ?? undefined;

/** Whose key seals what is said. */
export const subjectOfDigest = async ({ digestId }: OfDigest, read: ReadStreams, entity: string) => ({
  subject: personStream(entity, (await digestNow(read, digestId))?.personId ?? ''),
});

/** What a digest hangs on when it is to leave: whether the person wants it still, their address of now, and what is left of it. */
export async function leavingReferences(
  { digestId, items, publicUrl }: BeginDigest,
  read: ReadStreams,
  entity: string,
): Promise<LeavingReferences> {
  const digest = await digestNow(read, digestId);
  const subject = personStream(entity, digest?.personId ?? '');
  const state = digest && (await read.latest(toldPeople, subject));
  if (!digest || !state) return { subject, wanted: false, items: 0 };
  const said = { subject, wanted: state.alert.alerts === 'mail', items: items.length };
  const address = state.person?.email;
  if (address === undefined || !isOneAddress(address)) return said;
  const { on, more, language } = digest;
  const { subject: line, text, html } = digestText(language, { on, items, more, publicUrl });
  return { ...said, written: { address, line, text, html } };
}
