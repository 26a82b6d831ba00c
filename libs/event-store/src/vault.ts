import { Rejection } from '@quittance/kernel';
import { LRUCache } from 'lru-cache';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { MacKeys } from './mac-keys.js';

type Data = Record<string, unknown>;

/** Personal data as it is stored: only who holds the subject's key can read it. Texts are base64. */
interface Envelope {
  subject: string;
  v: 1;
  iv: string;
  tag: string;
  sealed: string;
}

/** What may hold personal data; a fact says when it was recorded. */
interface Sealed {
  data: object;
  recordedAt?: Date;
  metadata?: { $origin?: { recordedAt: string } };
}

export interface VaultOptions {
  /** Keys kept in memory. */
  max?: number;
  /** Milliseconds a key is kept: so long may another process still read what was erased here. */
  keepFor?: number;
}

/**
 * Keys of personal data, one a subject (the stream name of a customer, person or payment). Seals `data.personal`
 * of a fact before it is stored and opens it when it is read. A destroyed key never comes back.
 */
export class Vault {
  /** Keys of MACs, which lie beside those of personal data. */
  readonly macs: MacKeys;
  private readonly keys: LRUCache<string, Buffer>;

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    { max = 10_000, keepFor = 30_000 }: VaultOptions = {},
  ) {
    this.keys = new LRUCache({ max, ttl: keepFor });
    this.macs = new MacKeys(pool);
  }

  /**
   * The data with its personal part sealed; data without one as it is, and what another fact brings sealed. The subject's
   * key is made at first need.
   * @throws Rejection `person-erased` when the subject's key was destroyed
   */
  async seal(data: Data): Promise<Data> {
    const { personal } = data as { personal?: Data & { subject: string } };
    if (!personal || envelopeOf(data)) return data;
    const { subject, ...fields } = personal;
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', await this.keyFor(subject), iv).setAAD(Buffer.from(subject));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(fields), 'utf8'), cipher.final()]);
    const envelope: Envelope = {
      subject,
      v: 1,
      iv: iv.toString('base64'),
      tag: cipher.getAuthTag().toString('base64'),
      sealed: sealed.toString('base64'),
    };
    return { ...data, personal: envelope };
  }

  /** The data as it is, where its personal part could be sealed. @throws Rejection `person-erased` when it could not */
  async sealable(data: Data): Promise<Data> {
    const { subject } = (data as { personal?: { subject: string } }).personal ?? {};
    if (subject === undefined || envelopeOf(data)) return data;
    const { rowCount } = await this.pool.query('select from vault.keys where subject = $1 and key is null', [
      subject,
    ]);
    if (rowCount) throw erased();
    return data;
  }

  /** The data with its personal part in plain text, or marked `erased`. @throws Error when it was tampered with */
  async open<D extends object>(data: D): Promise<D> {
    const [opened] = await this.decryptAll([{ data }]);
    return opened!.data;
  }

  /**
   * Opens all facts; keys that are not at hand are read in one query. What was sealed with a key that is lost (its
   * database was restored to an older day) is marked `erased`, too. @throws Error when one was tampered with
   */
  async decryptAll<Fact extends Sealed>(facts: readonly Fact[]): Promise<Fact[]> {
    const subjects = new Set<string>();
    for (const fact of facts) {
      const envelope = envelopeOf(fact.data);
      if (envelope) subjects.add(envelope.subject);
    }
    const keys = await this.keysOf(subjects);
    const opened: Fact[] = [];
    for (const fact of facts) {
      const envelope = envelopeOf(fact.data);
      const key = envelope && keys.get(envelope.subject);
      let fields: Data = { erased: true };
      try {
        if (key) fields = unseal(envelope, key);
      } catch (error) {
        if (!(await this.isYounger(envelope!.subject, fact))) throw error;
      }
      opened.push(
        envelope
          ? { ...fact, data: { ...fact.data, personal: { subject: envelope.subject, ...fields } } }
          : fact,
      );
    }
    return opened;
  }

  /** Destroys the subject's key: what it sealed can never be read again, and nothing more is sealed for them. */
  async erase(subject: string): Promise<void> {
    await this.pool.query(
      `insert into vault.keys (subject, key, erased_at) values ($1, null, clock_timestamp())
       on conflict (subject) do update set key = null, erased_at = coalesce(keys.erased_at, excluded.erased_at)`,
      [subject],
    );
    this.keys.delete(subject);
  }

  /** Whether the subject's key was made after the fact: another one sealed it. */
  private async isYounger(subject: string, { recordedAt, metadata }: Sealed): Promise<boolean> {
    const { rows } = await this.pool.query<{ younger: boolean }>(
      'select created_at > $2 as younger from vault.keys where subject = $1',
      [subject, metadata?.$origin?.recordedAt ?? recordedAt ?? null],
    );
    return rows[0]?.younger ?? false;
  }

  private async keyFor(subject: string): Promise<Buffer> {
    const known = this.keys.get(subject);
    if (known) return known;
    const { rows } = await this.pool.query<{ key: Buffer }>({
      name: 'vault-make',
      text: 'insert into vault.keys (subject, key) values ($1, $2) on conflict (subject) do nothing returning key',
      values: [subject, randomBytes(32)],
    });
    const key = rows[0]?.key ?? (await this.keysOf(new Set([subject]))).get(subject);
    if (!key) throw erased();
    this.keys.set(subject, key);
    return key;
  }

  /** Keys that exist; an erased subject, and one whose key was lost, has none. */
  private async keysOf(subjects: ReadonlySet<string>): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const missing: string[] = [];
    for (const subject of subjects) {
      const key = this.keys.get(subject);
      if (key) found.set(subject, key);
      else missing.push(subject);
    }
    if (missing.length === 0) return found;
    const { rows } = await this.pool.query<{ subject: string; key: Buffer }>({
      name: 'vault-read',
      text: 'select subject, key from vault.keys where subject = any($1::text[]) and key is not null',
      values: [missing],
    });
    for (const { subject, key } of rows) {
      found.set(subject, key);
      this.keys.set(subject, key);
    }
    return found;
  }
}

const erased = (): Rejection =>
  Rejection.conflict('person-erased', 'Their personal data was erased: nothing more is recorded.');

function envelopeOf(data: object): Envelope | undefined {
  const { personal } = data as { personal?: Partial<Envelope> };
  return typeof personal?.sealed === 'string' ? (personal as Envelope) : undefined;
}

function unseal({ subject, iv, tag, sealed }: Envelope, key: Buffer): Data {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'))
    .setAAD(Buffer.from(subject))
    .setAuthTag(Buffer.from(tag, 'base64'));
  const plain = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
  return JSON.parse(plain.toString('utf8')) as Data;
}
