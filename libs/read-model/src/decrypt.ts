import type { RecordedFact } from '@quittance/event-store';
import { kindOfError } from '@quittance/process';
import { recordedAt } from './mirror.js';
import type { ProjectedFact } from './projection.js';

/** Opens sealed personal data: the vault of the event store. Facts come back in the order given. */
export interface FactDecryptor {
  decryptAll(facts: readonly RecordedFact[]): Promise<readonly RecordedFact[]>;
  /** Destroys the key of a subject, and forgets it. Done again it changes nothing. */
  erase?(subject: string): Promise<void>;
}

/** The type of the fact that erases a subject's personal data. */
export const PERSONAL_DATA_ERASED = 'PersonalDataErased';

/** Whose personal data the fact erases: a name of a stream. */
export const erasedBy = ({ type, data }: RecordedFact): string | undefined =>
  type === PERSONAL_DATA_ERASED && typeof data.subject === 'string' ? data.subject : undefined;

/** A fact as it was stored and as handlers see it; `broken` when it cannot be opened. */
export interface DecryptedFact {
  stored: RecordedFact;
  opened: ProjectedFact;
  broken?: Error;
}

/**
 * Opens a batch. When one fact spoils it, each is opened alone and the bad one comes back as broken; errors of the
 * database of keys are thrown, to be tried again.
 */
export async function decryptFacts(
  opener: FactDecryptor | undefined,
  facts: readonly RecordedFact[],
): Promise<DecryptedFact[]> {
  if (!opener || facts.length === 0) return facts.map((stored) => seen(stored, stored));
  // The key may still be there (whoever erased died in between) or in memory: from here on nothing of theirs is read.
  for (const fact of facts) {
    const subject = erasedBy(fact);
    if (subject !== undefined) await opener.erase?.(subject);
  }
  try {
    const opened = await opener.decryptAll(facts);
    return facts.map((stored, i) => seen(stored, opened[i]!));
  } catch (error) {
    if (kindOfError(error) === 'passing') throw error;
    if (facts.length === 1) return [{ ...seen(facts[0]!, facts[0]!), broken: error as Error }];
    const alone: DecryptedFact[] = [];
    for (const fact of facts) alone.push(...(await decryptFacts(opener, [fact])));
    return alone;
  }
}

/** The fact as handlers see it, its data opened. */
export function seen(stored: RecordedFact, { data }: RecordedFact): DecryptedFact {
  const { stream, revision, position, id, type } = stored;
  const metadata = stored.metadata as Partial<RecordedFact['metadata']> | null;
  const recorded = recordedAt(stored);
  // Named one by one: a stored fact may work some of its parts out when asked, which a spread leaves behind.
  const opened = {
    ...{ stream, revision, position, id, type, data, metadata },
    at: position.commit,
    effectiveOn: metadata?.effectiveOn ?? '',
    recordedAt: recorded,
    statedAt: metadata?.statedRecordedAt ? new Date(metadata.statedRecordedAt) : recorded,
  };
  return { stored, opened: opened as unknown as ProjectedFact };
}
