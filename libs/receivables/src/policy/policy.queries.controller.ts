import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TextInPath } from '@quittance/http';
import {
  type Answer,
  answerOf,
  answerOne,
  AXES,
  code,
  count,
  KnownAxis,
  placed,
  ReadRoute,
  type Says,
  shownOnly,
} from '@quittance/reading';
import {
  APPROVALS,
  ESCALATED_TO,
  GROUPINGS,
  type PolicyInForce,
  POLICY_SCOPES,
  STEP_KINDS,
  TONES,
} from './policy.kinds.js';
import {
  type AssignmentShown,
  type PoliciesShown,
  PolicyQueries,
  type PolicyShown,
} from './policy.queries.js';
import { STANDARD } from './ready-made.kinds.js';

const oneOf = (values: readonly string[]): object => ({ type: 'string', enum: [...values] });
const STRING = { type: 'string' };
const STEP = {
  type: 'object',
  required: ['key', 'days', 'kind', 'approval'],
  properties: {
    ...{
      key: STRING,
      days: { type: 'integer' },
      kind: oneOf(STEP_KINDS),
      template: STRING,
      tone: oneOf(TONES),
    },
    ...{ approval: oneOf(APPROVALS), minGapDays: { type: 'integer' }, to: oneOf(ESCALATED_TO) },
  },
};
const POLICY = {
  type: 'object',
  required: ['policyId', 'version', 'name', 'steps', 'minAmount', 'businessDays', 'holidays', 'grouping'],
  properties: {
    ...{
      policyId: STRING,
      version: { type: 'integer' },
      name: STRING,
      steps: { type: 'array', items: STEP },
    },
    ...{ minAmount: { type: 'object', additionalProperties: STRING }, businessDays: { type: 'boolean' } },
    ...{ holidays: { type: 'array', items: STRING }, grouping: oneOf(GROUPINGS) },
    quietHours: { type: 'object', required: ['from', 'to'], properties: { from: STRING, to: STRING } },
  },
};
const ASSIGNMENT = {
  type: 'object',
  required: ['scope', 'scopeId', 'policyId', 'from'],
  properties: {
    ...{ scope: oneOf(POLICY_SCOPES), scopeId: { type: ['string', 'null'] }, policyId: STRING },
    from: { type: 'string', format: 'date' },
  },
};

const SHOWN = {
  policies: shownOnly(
    'Each in the version that holds; version 0 is what Quittance brings',
    { type: 'array', items: POLICY },
    [STANDARD],
    (cell) => cell as PolicyInForce[],
  ),
  assignments: shownOnly(
    'By which policy whom is chased on the day: the narrower wins, and the entity by `standard` where nothing is assigned. The first 1,000; all of them: `/v1/policies/assignments`',
    { type: 'array', items: ASSIGNMENT },
    [{ scope: 'customer', scopeId: 'C-104', policyId: 'gentle', from: '2026-04-01' }],
    (cell) => cell as AssignmentShown[],
  ),
  assignmentsInAll: count('How many assignments hold on the day', 1),
} satisfies Says<PoliciesShown>;

const ONE = {
  policyId: code('Of the policy', 'standard'),
  versions: shownOnly(
    'The newest first, at most 100: that one holds for steps not yet planned; version 0 is what Quittance brings',
    { type: 'array', items: POLICY },
    [STANDARD],
    (cell) => cell as PolicyInForce[],
  ),
} satisfies Says<PolicyShown>;

@ApiTags('Dunning')
@Controller('v1/policies')
export class PolicyQueriesController {
  constructor(
    private readonly policies: PolicyQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get()
  @ReadRoute({
    summary: 'How debtors are chased: all policies, and whom each is for',
    description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
    parameters: AXES,
    ...placed(answerOf(SHOWN)),
  })
  all(@Query() query: Record<string, unknown>): Promise<Answer> {
    return answerOne<PoliciesShown & { revision?: number }>(this.axis, query, (place) =>
      this.policies.all(place),
    );
  }

  @Get(':id')
  @ReadRoute({
    summary: 'A policy with its versions',
    description: 'As it stands, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
    parameters: AXES,
    ...placed(answerOf(ONE)),
  })
  one(
    @Param('id', TextInPath('id')) policyId: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Answer> {
    return answerOne<PolicyShown & { revision?: number }>(this.axis, query, (place) =>
      this.policies.one(policyId, place),
    );
  }
}
