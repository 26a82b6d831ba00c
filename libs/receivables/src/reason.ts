import { InWords, IsFreeText, Rule } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Why, as a code: shipped lists are suggestions, others are taken. */
export const IsReasonCode = (): PropertyDecorator =>
  Rule(
    'kebab-case',
    'small letters and digits with single hyphens between, at most 40: quality, price, duplicate',
    (value) => typeof value === 'string' && value.length <= 40 && KEBAB.test(value),
    { type: String, maxLength: 40, pattern: KEBAB.source, example: 'quality' },
  );

/** Why, in words, for people who read it years later. Personal: kept sealed. */
export function IsReason(example = 'Two of ten came broken.'): PropertyDecorator {
  const rules = [
    ApiProperty({ description: 'Why. Personal: kept sealed.', example }),
    IsFreeText(1000),
    InWords(),
  ];
  return (target, key) => {
    for (const rule of rules) rule(target, key);
  };
}
