import { CommandMessage } from '@quittance/event-store';
import { AMOUNT_PATTERN, DUTIES, type Duty, isCurrency } from '@quittance/kernel';
import { isPlainObject, Optional, Rule } from '@quittance/http';
import { LIMITS } from './limit.kinds.js';

const isAmount = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length <= 40 && AMOUNT_PATTERN.test(value));

const Amounts = (says: string): PropertyDecorator =>
  Rule(
    'amounts-by-currency',
    'amounts by currency, such as {"EUR": "100.00"}; null lifts the limit, of one currency or of all',
    (value) =>
      value === null ||
      (isPlainObject(value) &&
        Object.entries(value).length > 0 &&
        Object.entries(value).every(([currency, amount]) => isCurrency(currency) && isAmount(amount))),
    {
      type: 'object',
      nullable: true,
      additionalProperties: { type: 'string', nullable: true, pattern: AMOUNT_PATTERN.source },
      description: `${says}. A currency that is not named stays as it is.`,
      example: { EUR: '100.00' },
    },
  );

const MOST_DAYS = 3_650;
/** Each duty with each other. */
const MOST_PAIRS = (DUTIES.length * (DUTIES.length - 1)) / 2;

const Days = (says: string): PropertyDecorator =>
  Rule(
    'days',
    `a whole number of days from 0 to ${MOST_DAYS}; null lifts the limit`,
    (value) =>
      value === null || (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_DAYS),
    { type: 'integer', nullable: true, minimum: 0, maximum: MOST_DAYS, description: says, example: 30 },
  );

/** Limits of the entity: only those that are named change. */
export class SetLimits extends CommandMessage {
  [limit: string]: unknown;
}

for (const [name, { of, says }] of Object.entries(LIMITS)) {
  const rule = of === 'days' ? Days(says) : Amounts(says);
  for (const each of [Optional(), rule]) each(SetLimits.prototype, name);
}

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((duty) => DUTIES.includes(duty as Duty));

/** What one person may not combine on one document: these pairs and no other. */
export class SetDuties extends CommandMessage {
  @Rule(
    'pairs-of-duties',
    `a list of pairs of ${DUTIES.join(', ')}`,
    (value) => Array.isArray(value) && value.length <= MOST_PAIRS && value.every(isPair),
    {
      type: 'array',
      maxItems: MOST_PAIRS,
      items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string', enum: [...DUTIES] } },
      description:
        'All that are kept apart from now on, beside asking and approving; an empty list: no other.',
      example: [['record-cash', 'refund']],
    },
  )
  pairs!: Duty[][];
}
