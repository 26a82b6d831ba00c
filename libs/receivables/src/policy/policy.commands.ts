import { CommandMessage } from '@quittance/event-store';
import { isCurrency, AMOUNT_PATTERN, isBusinessDate } from '@quittance/kernel';
import {
  isPlainObject,
  IsBusinessDate,
  IsIdText,
  IsListOf,
  IsOneOf,
  IsPart,
  IsTrueOrFalse,
  IsWhole,
  Optional,
  Rule,
} from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import {
  APPROVALS,
  type ChasePolicy,
  ESCALATED_TO,
  GROUPINGS,
  POLICY_SCOPES,
  type PolicyStep,
  STEP_KINDS,
  TONES,
} from './policy.kinds.js';

const MOST_STEPS = 30;
const MOST_HOLIDAYS = 1_000;

/** A name in small letters, for addresses and keys. */
const Key = (example: string): PropertyDecorator =>
  Rule(
    'key',
    'small letters, digits, `-` and `+`, at most 40, beginning with a letter or digit',
    (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9+-]{0,39}$/.test(value),
    { type: String, maxLength: 40, example },
  );

class StepField implements PolicyStep {
  @ApiProperty({ description: 'Of its own within the policy; what was done of it is known by it.' })
  @Key('due+7')
  key!: string;

  @ApiProperty({ description: 'From the agreed due date; negative: before it.', example: 7 })
  @IsWhole(-365, 3_650)
  days!: number;

  @IsOneOf(STEP_KINDS)
  kind!: PolicyStep['kind'];

  @ApiProperty({ description: 'Template of the mail; `reminder` when left out.' })
  @Optional()
  @Key('reminder')
  template?: string;

  @ApiProperty({ description: "Left out: by the customer's history." })
  @Optional()
  @IsOneOf(TONES)
  tone?: PolicyStep['tone'];

  @ApiProperty({ description: 'Whether somebody looks at the mail before it leaves.' })
  @IsOneOf(APPROVALS)
  approval!: PolicyStep['approval'];

  @ApiProperty({ description: 'Days since the reminder before it, at least.', example: 3 })
  @Optional()
  @IsWhole(0, 365)
  minGapDays?: number;

  @ApiProperty({ description: 'Of an escalation: to whom first; the manager when left out.' })
  @Optional()
  @IsOneOf(ESCALATED_TO)
  to?: PolicyStep['to'];
}

const Time = (example: string): PropertyDecorator =>
  Rule(
    'time',
    'a time of day, HH:MM',
    (value) => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
    { type: String, example },
  );

class QuietHoursField {
  @Time('19:00')
  from!: string;

  @Time('08:00')
  to!: string;
}

/** A policy as a body says it. */
export class PolicyFields extends CommandMessage implements ChasePolicy {
  @ApiProperty({ description: 'For people.', example: 'Public bodies' })
  @IsIdText()
  name!: string;

  @IsListOf(() => StepField, MOST_STEPS, 1)
  steps!: StepField[];

  @Optional()
  @Rule(
    'amounts-by-currency',
    'amounts by currency, such as {"EUR": "10.00"}',
    (value) =>
      isPlainObject(value) &&
      Object.entries(value).every(
        ([currency, amount]) =>
          isCurrency(currency) &&
          typeof amount === 'string' &&
          amount.length <= 40 &&
          AMOUNT_PATTERN.test(amount),
      ),
    {
      type: 'object',
      additionalProperties: { type: 'string', pattern: AMOUNT_PATTERN.source },
      description: 'Nobody is asked for less.',
      example: { EUR: '10.00' },
    },
  )
  minAmount!: Record<string, string>;

  @ApiProperty({
    description: 'A step on a weekend or holiday comes on the next business day; false when left out.',
    example: true,
  })
  @Optional()
  @IsTrueOrFalse()
  businessDays!: boolean;

  @Optional()
  @Rule(
    'holidays',
    `a list of at most ${MOST_HOLIDAYS} dates, and \`target\` for the closing days of T2`,
    (value) =>
      Array.isArray(value) &&
      value.length <= MOST_HOLIDAYS &&
      value.every((day) => day === 'target' || isBusinessDate(day)),
    { type: String, isArray: true, maxItems: MOST_HOLIDAYS, example: ['target', '2026-12-24'] },
  )
  holidays!: string[];

  @ApiProperty({ description: "In the entity's zone: no mail leaves from `from` to `to`." })
  @Optional()
  @IsPart(() => QuietHoursField)
  quietHours?: QuietHoursField;

  @ApiProperty({
    description: 'One mail a customer, day, language and tone, or one an invoice; `customer` when left out.',
  })
  @Optional()
  @IsOneOf(GROUPINGS)
  grouping!: ChasePolicy['grouping'];
}

/** A policy whole, as its next version. */
export class VersionPolicy extends PolicyFields {
  @ApiProperty({ description: 'Also one that Quittance brings: gentle, standard, firm.' })
  @Key('public-bodies')
  policyId!: string;
}

/** From a day on, a policy is that of the entity, a segment, a customer or an invoice. */
export class AssignPolicy extends CommandMessage {
  @Key('gentle')
  policyId!: string;

  @ApiProperty({ description: 'The narrower wins: invoice, customer, segment, entity.' })
  @IsOneOf(POLICY_SCOPES)
  scope!: (typeof POLICY_SCOPES)[number];

  @ApiProperty({
    description: 'Segment, id of the customer, or id of the invoice; of the entity none.',
    example: 'C-1001',
  })
  @Optional()
  @IsIdText()
  scopeId?: string;

  @ApiProperty({ description: 'Today when left out; may lie in the future.', example: '2026-04-01' })
  @Optional()
  @IsBusinessDate()
  from?: string;
}
