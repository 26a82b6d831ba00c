import { setTimeout as pause } from 'node:timers/promises';
import {
  asActor,
  type Asker,
  type BatchAnswer,
  type BatchCommand,
  type BatchParts,
  doBatch,
  LastWritten,
} from '@quittance/http';
import type { Actor } from '@quittance/kernel';
import type { Answer, Poster } from '@quittance/importing';
import type { FastifyInstance } from 'fastify';

/** Said of a command that may be done when it is sent again. */
const AGAIN = new Set([429, 502, 503, 504]);
/** How long it is sent again, and the pause between tries, in milliseconds. */
const [PATIENCE, PAUSE] = [60_000, 500];

/** Why an import cannot go on: what the API says of its person, or that a store does not answer. */
export class CannotGoOn extends Error {
  override name = 'CannotGoOn';
}

/** What an import asks through. */
export interface Door {
  fastify: FastifyInstance;
  batch: BatchParts;
  lastWritten: LastWritten;
}

/**
 * The API from within: commands of an import do what a batch of them does, for the person who sent the file: their roles, the keys of
 * the rows, the refusals that HTTP would answer. Questions go through the same routes.
 */
export class OwnDoor implements Poster {
  /** The highest position of all that was written. */
  position = 0n;

  constructor(
    private readonly door: Door,
    private readonly actor: Actor,
    private readonly correlationId: string,
    /** Ends the waiting between tries. */
    private readonly signal: AbortSignal,
  ) {}

  get(url: string): Promise<Answer> {
    const headers = { accept: 'application/json', 'x-correlation-id': this.correlationId };
    return this.patiently(async () => {
      const {
        statusCode,
        body,
        headers: said,
      } = await asActor(this.actor, () => this.door.fastify.inject({ method: 'GET', url, headers }));
      const parsed = String(said['content-type']).includes('json')
        ? (JSON.parse(body) as unknown)
        : undefined;
      return { status: statusCode, body: parsed, header: (name) => said[name.toLowerCase()]?.toString() };
    });
  }

  post(path: string, key: string, body: object): Promise<Answer> {
    return this.patiently(async () => {
      if (path === '/v1/batches') {
        const answers = await this.send((body as { commands: BatchCommand[] }).commands);
        return { status: 200, body: { answers }, header: () => undefined };
      }
      const [{ status, body: answer, replayed }] = (await this.send([{ route: path, key, body }])) as [
        BatchAnswer,
      ];
      const told = { 'idempotency-replayed': replayed ? 'true' : undefined } as Record<
        string,
        string | undefined
      >;
      return { status, body: answer, header: (name) => told[name.toLowerCase()] };
    });
  }

  private async send(commands: BatchCommand[]): Promise<BatchAnswer[]> {
    const { actor, correlationId } = this;
    const asker: Asker = { actor, correlationId, headers: {}, query: {} };
    const { answers, position } = await doBatch(commands, asker, this.door.batch);
    this.door.lastWritten.note(position);
    if (position > this.position) this.position = position;
    return answers;
  }

  /** @throws CannotGoOn when the person may not, or a store does not answer for too long */
  private async patiently(ask: () => Promise<Omit<Answer, 'again'>>): Promise<Answer> {
    const began = Date.now();
    for (let tries = 0; ; tries += 1) {
      const answer = await ask();
      const { detail = `status ${answer.status}` } = (answer.body ?? {}) as { detail?: string };
      if (answer.status === 401 || answer.status === 403) throw new CannotGoOn(detail);
      if (!AGAIN.has(answer.status)) return { ...answer, again: tries > 0 };
      if (Date.now() - began > PATIENCE) throw new CannotGoOn(detail);
      const ended = await pause(PAUSE, false, { signal: this.signal }).catch(() => true);
      if (ended) throw new CannotGoOn(detail);
    }
  }
}
