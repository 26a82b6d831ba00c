import { Injectable } from '@nestjs/common';
import { Bind, Cut, KnownAxis, type Place } from '@quittance/reading';
import { Pool } from 'pg';
import { assignmentsAt, storedAt } from './policy.cut.js';
import type { PolicyInForce } from './policy.kinds.js';
import { withReadyMade } from './ready-made.kinds.js';

export interface AssignmentShown {
  scope: string;
  scopeId: string | null;
  policyId: string;
  from: string;
}

/** All policies in force, and whom each is for. */
export interface PoliciesShown {
  policies: PolicyInForce[];
  assignments: AssignmentShown[];
}

@Injectable()
export class PolicyQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
  ) {}

  async all(place?: Place): Promise<PoliciesShown> {
    const stored = await this.rows<PolicyInForce>(storedAt, place);
    return {
      policies: withReadyMade(stored),
      assignments: await this.rows<AssignmentShown>(assignmentsAt, place),
    };
  }

  private async rows<Row>(of: (cut: Cut) => string, place?: Place): Promise<Row[]> {
    const bind = new Bind();
    const select = of(new Cut(bind, place ?? { asOf: this.axis.today }));
    return (await this.pool.query<{ row: Row }>(select, bind.values)).rows.map(({ row }) => row);
  }
}
