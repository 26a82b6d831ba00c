import type { RecordedFact } from '@quittance/event-store';
import { withoutValues } from '@quittance/kernel';

/** What a line of the log says of a fact: where it is and what it belongs to, nothing of what it says. */
export interface AboutFact {
  stream: string;
  revision: bigint;
  position: bigint;
  type: string;
  /** Of the request that caused it; undefined on facts that others wrote. */
  correlationId?: string;
}

export function aboutFact({ stream, revision, position, type, metadata }: RecordedFact): AboutFact {
  const correlationId = (metadata as Partial<RecordedFact['metadata']> | null)?.$correlationId;
  return { stream, revision, position: position.commit, type, correlationId };
}

/** What an error says without the values it quotes: they come out of facts, and may be about a person. */
export function reasonOf(error: Error): string {
  const said = withoutValues(error.message).slice(0, 500);
  const { table, column, constraint } = (error.cause ?? error) as Place;
  const where = [table, column, constraint].filter(Boolean).join('.');
  return where ? `${said} (${where})` : said;
}

/** What PostgreSQL says of the place. */
interface Place {
  table?: string;
  column?: string;
  constraint?: string;
}
