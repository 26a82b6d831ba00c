import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { type CanonicalForm, canonicalForm } from './canonical-form.js';
import type { FactMac, RecordedFact } from './fact.js';

/** A secret of the installation, by the name that MACs carry. */
export interface MacKey {
  id: string;
  secret: KeyObject;
}

export const macKey = (id: string, secret: Uint8Array): MacKey => ({ id, secret: createSecretKey(secret) });

/** HMAC-SHA-256 of a fact under a secret that never leaves the installation: nobody else can make one. */
export const macOf = (form: CanonicalForm, { id, secret }: MacKey): FactMac => ({
  key: id,
  value: createHmac('sha256', secret).update(form.withoutMac).digest('hex'),
});

/** What a fact's MAC says of it. Only `right` proves that it came from Quittance. */
export type MacVerdict = 'right' | 'none' | 'wrong' | 'unknown key';

/** Judges facts as they are stored, also such as somebody changed to no facts at all. */
export class MacJudge {
  constructor(private readonly keys: ReadonlyMap<string, MacKey>) {}

  of(fact: Pick<RecordedFact, 'stream' | 'revision' | 'id' | 'type' | 'data' | 'metadata'>): MacVerdict {
    const said: unknown = (fact.metadata as { mac?: unknown } | null | undefined)?.mac;
    if (said === undefined) return 'none';
    const { key: id, value } = (said ?? {}) as Partial<Record<keyof FactMac, unknown>>;
    if (typeof id !== 'string' || typeof value !== 'string') return 'wrong';
    const key = this.keys.get(id);
    if (!key) return 'unknown key';
    try {
      const right = macOf(canonicalForm(fact.stream, fact.revision, fact), key).value;
      const same = value.length === right.length && timingSafeEqual(Buffer.from(value), Buffer.from(right));
      return same ? 'right' : 'wrong';
    } catch {
      return 'wrong';
    }
  }
}
