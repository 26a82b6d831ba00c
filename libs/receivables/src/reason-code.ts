import { Rule } from '@quittance/http';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Why, as a code: shipped lists are suggestions, others are taken. */
export const IsReasonCode = (): PropertyDecorator =>
  Rule(
    'kebab-case',
    'small letters and digits with single hyphens between, at most 40: quality, price, duplicate',
    (value) => typeof value === 'string' && value.length <= 40 && KEBAB.test(value),
    { type: String, maxLength: 40, pattern: KEBAB.source, example: 'quality' },
  );
