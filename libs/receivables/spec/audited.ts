import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MacKeys, type RecordedFact } from '@quittance/event-store';
import type { Pool } from 'pg';
import { type Company, company } from '../../../test/support/company.js';
import { startWriteSideDatabase } from '../../../test/support/write-side.js';
import { recordLogHead } from '../src/audit/log-head.policy.js';
import { exportAudit } from '../src/audit-export/export-audit.js';
import type { Selection } from '../src/audit-export/selection.js';
import { SigningKey } from '../src/audit-export/signing-key.js';

export const VERIFIER = join(__dirname, '../../../apps/cli/verify/verify-audit.mjs');

/** A line of an export. */
export type Line = Record<string, unknown> & {
  kind: string;
  stream?: string;
  revision?: string;
  metadata?: RecordedFact['metadata'];
};

/** A company with a dozen invoices, some payments and two recorded heads, and exports of its log in a folder. */
export class Audited {
  private made = 0;

  private constructor(
    readonly folder: string,
    readonly seller: Company,
    readonly entity: string,
    readonly key: SigningKey,
    /** Of the company: its keys lie there. */
    readonly pool: Pool,
    private readonly stopDatabase: () => Promise<void>,
  ) {}

  static async start(): Promise<Audited> {
    const folder = mkdtempSync(join(tmpdir(), 'quittance-audit-'));
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    writeFileSync(join(folder, 'key.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(join(folder, 'public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const key = SigningKey.from(join(folder, 'key.pem'), join(folder, 'data'));
    const { pool, stop } = await startWriteSideDatabase();
    const seller = await company(pool);
    const { entity } = (await seller.facts())[0]!.metadata;
    const actor = { id: 'system:reactor', roles: ['system'] };
    for (let i = 1; i <= 12; i += 1) {
      const id = await seller.issue(`A-${i}`, '100.00', i === 12 ? { currency: 'JPY', total: '100' } : {});
      if (i % 3 === 0 && i < 12) await seller.pay('70.00', [{ invoiceId: id, amount: '60.00' }]);
      if (i === 5 || i === 9) {
        await recordLogHead(seller.store, seller.execute, { entity, actor, correlationId: 'head' });
      }
    }
    return new Audited(folder, seller, entity, key, pool, stop);
  }

  async stop(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
    await this.stopDatabase();
  }

  /** The path of a new export. @param most streams held in memory */
  async exported(selection: Selection = {}, name = this.name(), most?: number): Promise<string> {
    const { key, entity, seller, folder, pool } = this;
    const path = join(folder, name);
    const about = {
      store: seller.store,
      entity,
      timeZone: 'Europe/Rome',
      key,
      now: new Date(),
      macKeys: new MacKeys(pool),
    };
    await exportAudit({ ...about, path, selection, most });
    return path;
  }

  /** The path of a file of these lines. */
  written(lines: readonly object[]): string {
    const path = join(this.folder, this.name());
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return path;
  }

  private name(): string {
    return `${(this.made += 1)}.ndjson`;
  }
}

/** What the verifier says of a file, as a stranger runs it. */
export function verify(path: string, ...options: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFIER, path, ...options], {
    encoding: 'utf8',
  });
  return { status, said: (stdout + stderr).trim() };
}

export const read = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
