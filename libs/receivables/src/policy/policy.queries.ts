import { Injectable } from '@nestjs/common';
import { Bind, Cut, KnownAxis, type Place, unknown } from '@quittance/reading';
import { Pool } from 'pg';
import { assignedAt, assignmentsAt, storedAt, versionsAt } from './policy.cut.js';
import type { PolicyInForce } from './policy.kinds.js';
import { READY_MADE, withReadyMade } from './ready-made.kinds.js';

export interface AssignmentShown {
  scope: string;
  scopeId: string | null;
  policyId: string;
  from: string;
}

/** All policies in force, and whom each is for. */
export interface PoliciesShown {
  policies: PolicyInForce[];
  /** At most 1,000. */
  assignments: AssignmentShown[];
  assignmentsInAll: number;
}

const MOST = 1_000;

/** A policy with its versions, the newest first. */
export interface PolicyShown {
  policyId: string;
  /** At most 100. */
  versions: PolicyInForce[];
}

@Injectable()
export class PolicyQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
  ) {}

  async all(place?: Place): Promise<PoliciesShown> {
    const stored = await this.rows<PolicyInForce>(storedAt, place);
    const assignments = await this.rows<AssignmentShown>((cut) => assignmentsAt(cut, MOST), place);
    const counted = async (): Promise<number> =>
      (
        await this.rows<number>((cut) => `select count(*)::int as row from (${assignedAt(cut)}) a`, place)
      )[0]!;
    const assignmentsInAll = assignments.length < MOST ? assignments.length : await counted();
    return { policies: withReadyMade(stored), assignments, assignmentsInAll };
  }

  /** @throws Rejection `not-found` */
  async one(policyId: string, place?: Place): Promise<PolicyShown> {
    const stored = await this.rows<PolicyInForce>((cut, bind) => versionsAt(cut, bind.add(policyId)), place);
    const brought = READY_MADE.filter((one) => one.policyId === policyId);
    const versions = [...stored, ...brought];
    if (versions.length === 0) throw unknown('policy');
    return { policyId, versions };
  }

  private async rows<Row>(of: (cut: Cut, bind: Bind) => string, place?: Place): Promise<Row[]> {
    const bind = new Bind();
    const select = of(new Cut(bind, place ?? { asOf: this.axis.today }), bind);
    return (await this.pool.query<{ row: Row }>(select, bind.values)).rows.map(({ row }) => row);
  }
}
