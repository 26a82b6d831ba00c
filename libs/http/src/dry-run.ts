import type { CommandContext } from '@quittance/event-store';
import { Rejection } from '@quittance/kernel';
import type { FastifyRequest } from 'fastify';

/** A fact that a command would record. */
export interface WouldRecordFact {
  type: string;
  stream: string;
  effectiveOn: string;
  /** In the language of `Accept-Language`. */
  sentence: string;
  /** Names the sentence, with what it is made of. */
  key: string;
  params: Readonly<Record<string, string | number>>;
}

/** What it would change: `open` of an invoice, money held for a customer, or a field. */
export interface Effect {
  kind: 'open' | 'held' | 'change';
  /** Of `open`. */
  invoiceId?: string;
  number?: string;
  currency?: string;
  before?: string;
  after?: string;
  /** Of `held`: unapplied, pending or credit; null: of nobody known. */
  account?: string;
  customerId?: string | null;
  moved?: string;
  /** Of `change`. */
  stream?: string;
  field?: string;
  from?: string | null;
  to?: string | null;
}

/** The answer of `dryRun=true`. */
export interface DryRun {
  wouldRecord: WouldRecordFact[];
  effects: Effect[];
}

/**
 * Thrown where a command would have been done: whatever a route does after its command is not done either. Answered with 200.
 */
export class WouldRecord extends Error {
  override name = 'WouldRecord';
  constructor(readonly answer: DryRun) {
    super('nothing was recorded: it was only asked');
  }
}

/** What a request only asks, if it does. @throws Rejection 422 when `dryRun` is neither true nor false */
export function dryRunOf({
  query,
  headers,
}: Pick<FastifyRequest, 'query' | 'headers'>): CommandContext['dryRun'] {
  const { dryRun } = (query ?? {}) as { dryRun?: unknown };
  if (dryRun === undefined || dryRun === 'false') return undefined;
  if (dryRun === 'true') return { language: headers['accept-language'] };
  throw Rejection.invalid('invalid', 'A parameter is wrong.', {
    field: '/dryRun',
    rule: 'one-of',
    value: dryRun,
    hint: 'true: what would be recorded; false, or left out: it is done',
  });
}

const text = (description: string) => ({ type: 'string', description });
const textOrNull = (description: string) => ({ type: ['string', 'null'], description });

/** As OpenAPI describes it. */
export const dryRunSchema = () => ({
  type: 'object' as const,
  description: 'What a command would record, with all that it would cause; nothing was recorded.',
  required: ['wouldRecord', 'effects'],
  properties: {
    wouldRecord: {
      type: 'array',
      description: 'Facts in order; none: there is nothing to do.',
      items: {
        type: 'object',
        required: ['type', 'stream', 'effectiveOn', 'sentence', 'key', 'params'],
        properties: {
          type: text('Type of the fact'),
          stream: text('Stream that it would be recorded in'),
          effectiveOn: text('Business date that it would count from'),
          sentence: text('What would have happened, in the language of `Accept-Language`'),
          key: text('Names the sentence in every language'),
          params: {
            type: 'object',
            description: 'What the sentence is made of',
            additionalProperties: { type: ['string', 'number'] },
          },
        },
      },
    },
    effects: {
      type: 'array',
      description: 'What it would change',
      items: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: { type: 'string', enum: ['open', 'held', 'change'] },
          invoiceId: text('Of `open`: the invoice'),
          number: text('Its number'),
          currency: text('Of `open` and `held`: ISO 4217'),
          before: text('Of `open`: what is open now'),
          after: text('Of `open`: what would be open'),
          account: text('Of `held`: unapplied, pending or credit'),
          customerId: textOrNull('Of `held`: whose it is; null: of nobody known'),
          moved: text('Of `held`: by how much it would grow'),
          stream: text('Of `change`: of what'),
          field: text('What changes'),
          from: textOrNull('From what; null: nothing'),
          to: textOrNull('To what; null: nothing'),
        },
      },
    },
  },
});

/** On every command. */
export const DRY_RUN = {
  name: 'dryRun',
  in: 'query',
  required: false,
  description:
    '`true`: nothing is recorded and no key is used; the answer is 200 with what would be recorded (`DryRun`), or the problem.',
  schema: { type: 'string', enum: ['true', 'false'] },
};
