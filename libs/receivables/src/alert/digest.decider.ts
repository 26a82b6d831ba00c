import { factsOf, type Slice } from '@quittance/kernel';
import type { BeginDigest, DrawUpDigest, EndDigest } from './alert.commands.js';
import type { DigestFacts } from './alert.events.js';

export const DIGEST_STATUSES = [
  ...(['waiting', 'told', 'sending', 'sent', 'failed', 'unknown', 'dropped'] as const),
] as const;
export type DigestStatus = (typeof DIGEST_STATUSES)[number];

interface Digest extends Pick<
  DigestFacts['DigestDrawnUp'],
  'personId' | 'on' | 'language' | 'items' | 'more'
> {
  status: DigestStatus;
  attempts: number;
  messageId?: string;
}

/** What a digest hangs on when it is to leave. */
export interface LeavingReferences {
  /** Whose key seals it. */
  subject: string;
  /** Whether the person is still told by mail. */
  wanted: boolean;
  /** Left out: they have no address. */
  written?: { address: string; line: string; text: string; html: string };
  /** How many items it names, of those that are still there. */
  items: number;
}

export interface DigestSlice {
  name: 'digest';
  commands: { DrawUpDigest: DrawUpDigest; BeginDigest: BeginDigest; EndDigest: EndDigest };
  facts: DigestFacts;
  own: Digest | null;
  references: { BeginDigest: LeavingReferences; EndDigest: { subject: string } };
}

const fact = factsOf<DigestFacts>();
/** After so many tries a server that says "later" is heard no more. */
const TRIES = 8;

/** What a person is told on a day: drawn up once, sent once. */
export const digest: Slice<DigestSlice> = {
  name: 'digest',
  initial: null,
  decide: {
    DrawUpDigest({ context: _context, ...said }, { own }) {
      return own || said.items.length === 0 ? [] : [fact('DigestDrawnUp', said)];
    },

    BeginDigest({ messageId, sender }, { own }, { today, id, references }) {
      if (own?.status !== 'waiting') return [];
      const { subject, wanted, written, items } = references;
      const about = { digestId: id, personId: own.personId };
      const dropped = (code: string) => [fact('DigestDropped', { ...about, code, droppedOn: today })];
      // Of yesterday nobody is told today: today has its own.
      if (own.on !== today) return dropped('day-over');
      if (!wanted) return dropped('not-wanted');
      if (items === 0) return dropped('all-closed');
      if (!written)
        return [fact('DigestSendingFailed', { ...about, code: 'no-address', final: true, failedOn: today })];
      const attempt = own.attempts + 1;
      const said = { begunOn: today, messageId, sender, attempt, items, more: own.more };
      return [fact('DigestSendingBegun', { ...about, ...said, personal: { subject, ...written } })];
    },

    EndDigest(
      { messageId, outcome, code = '', final = false, response = '' },
      { own },
      { today, id, references: { subject } },
    ) {
      if (own?.status !== 'sending' || own.messageId !== messageId) return [];
      const about = { digestId: id, personId: own.personId };
      const personal = { subject, response: response.slice(0, 500) };
      switch (outcome) {
        case 'accepted':
          return [fact('DigestAccepted', { ...about, messageId, acceptedOn: today, personal })];
        case 'failed': {
          const ends = final || own.attempts >= TRIES;
          return [fact('DigestSendingFailed', { ...about, code, final: ends, failedOn: today, personal })];
        }
        case 'unknown':
          return [fact('DigestOutcomeUnknown', { ...about, messageId, unknownOn: today })];
      }
    },
  },

  evolve: {
    DigestDrawnUp: (_own, { personId, on, alerts, language, items, more }) => ({
      ...{ personId, on, language, items, more, attempts: 0 },
      status: alerts === 'mail' ? 'waiting' : 'told',
    }),
    DigestSendingBegun: (own, { messageId, attempt }) =>
      own && { ...own, status: 'sending', messageId, attempts: attempt },
    DigestAccepted: (own) => own && { ...own, status: 'sent' },
    DigestSendingFailed: (own, { final }) => own && { ...own, status: final ? 'failed' : 'waiting' },
    DigestOutcomeUnknown: (own) => own && { ...own, status: 'unknown' },
    DigestDropped: (own) => own && { ...own, status: 'dropped' },
  },
};
