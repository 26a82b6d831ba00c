import { Body, Controller, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBusinessDate, IsIdText, IsPart, IsWhole, Optional, Refusals } from '@quittance/http';
import { type Clock, wrong } from '@quittance/kernel';
import { readQuery } from '@quittance/reading';
import { Pool } from 'pg';
import { CLOCK } from '../../parts.js';
import { PolicyFields } from '../../policy/policy.commands.js';
import { policiesOn } from '../../policy/policy.cut.js';
import { type PolicyInForce, wellFormed } from '../../policy/policy.stream.js';
import { SimulationAnswer } from './simulation.answer.js';
import {
  MOST_DAYS,
  MOST_INVOICES,
  MOST_OF_CUSTOMER,
  type SimulationPage,
  SimulationQueries,
} from './simulation.queries.js';

/** Which policy, over which days. */
export class SimulateDunning {
  @ApiProperty({
    description: 'A policy that is there: gentle, standard, firm, or one of your own.',
    example: 'gentle',
  })
  @Optional()
  @IsIdText()
  policyId?: string;

  @ApiProperty({ description: 'Or a policy as /v1/policies takes it; it is not stored.' })
  @Optional()
  @IsPart(() => PolicyFields)
  policy?: PolicyFields;

  @ApiProperty({
    description:
      'What it is held against: a policy that is there; those in force on each day, when left out.',
    example: 'standard',
  })
  @Optional()
  @IsIdText()
  besidePolicyId?: string;

  @ApiProperty({ description: `The first day; at most ${MOST_DAYS} days.`, example: '2026-01-01' })
  @IsBusinessDate()
  from!: string;

  @ApiProperty({ description: 'The last day, today or earlier.', example: '2026-03-31' })
  @IsBusinessDate()
  to!: string;

  @ApiProperty({ description: '`next` of the page before.', example: 'C-104' })
  @Optional()
  @IsIdText()
  cursor?: string;

  @ApiProperty({ description: 'Invoices after which the page ends, with their customer.', example: 200 })
  @Optional()
  @IsWhole(1, 500)
  limit?: number;
}

/** The id by which a policy that is not stored is known while it is tried. */
const TRIED = 'tried';

@ApiTags('Dunning')
@Controller('v1/dunning')
export class SimulationController {
  constructor(
    private readonly simulation: SimulationQueries,
    private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('simulations')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What another policy would have sent over the past',
    description:
      'Day by day over what was known on each day (`known=stated`), beside the policies in force or another one: reminders and other steps ' +
      'a month and a customer. Nothing is written. Whole customers, page by page: go on with `cursor` until `next` is null, and add up. At most ' +
      `${MOST_DAYS} days and ${MOST_INVOICES} invoices, ${MOST_OF_CUSTOMER} of one customer.`,
  })
  @ApiOkResponse({ type: SimulationAnswer })
  @Refusals('unknown-policy')
  async simulate(
    @Body() body: SimulateDunning,
    @Query() query: Record<string, unknown>,
  ): Promise<SimulationPage> {
    readQuery(query, {});
    const { policyId, policy, besidePolicyId, from, to, cursor: after, limit = 200 } = body;
    if ((policyId === undefined) === (policy === undefined))
      throw wrong('/policyId', 'either', policyId, 'policyId or policy, one of them');
    const { inForce } = await policiesOn(this.pool, this.clock.today());
    const known = (field: string, id: string): PolicyInForce => {
      const found = inForce.find((each) => each.policyId === id);
      if (found) return found;
      const ids = inForce.map((each) => each.policyId).join(', ');
      throw wrong(field, 'exists', id, `one of ${ids}`, 'unknown-policy');
    };
    return this.simulation.page({
      ...{ from, to, after, limit },
      simulated: policy
        ? { policyId: TRIED, version: 0, ...wellFormed(policy) }
        : known('/policyId', policyId!),
      ...(besidePolicyId !== undefined && { beside: known('/besidePolicyId', besidePolicyId) }),
    });
  }
}
