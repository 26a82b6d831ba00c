import { IsTrueOrFalse, Optional, Rule } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';

/** A place to send to: nothing of a name or password in it, as it is shown to whoever reads settings. */
const isPlace = (value: unknown): boolean => {
  if (typeof value !== 'string' || value.length > 500 || !/^[\x21-\x7e]+$/.test(value)) return false;
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return ['https:', 'http:'].includes(protocol) && !username && !password && !hash;
};
const IsPlace = (): PropertyDecorator =>
  Rule(
    'url',
    'an address that begins with https:// (http:// to addresses of WEBHOOK_ALLOW alone), without name, password and #, of at most 500 characters',
    isPlace,
    { type: String, maxLength: 500, example: 'https://erp.example/quittance' },
  );

const TYPE = /^[A-Z][A-Za-z]{1,59}$/;
const IsTypes = (): PropertyDecorator =>
  Rule(
    'types',
    '1 to 100 types of facts, each once',
    (value) =>
      Array.isArray(value) &&
      value.length >= 1 &&
      value.length <= 100 &&
      new Set(value).size === value.length &&
      value.every((one) => typeof one === 'string' && TYPE.test(one)),
    { type: String, isArray: true, example: ['InvoiceIssued', 'PaymentReceived'] },
  );

/** Registers a webhook: facts of these types, recorded from now on, are sent to the address. */
export class RegisterWebhook extends BusinessCommand {
  @IsPlace()
  url!: string;

  @IsTypes()
  types!: string[];
}

/** Changes a webhook; what is not named stays. */
export class ChangeWebhook extends BusinessCommand {
  webhookId!: string;

  @Optional()
  @IsPlace()
  url?: string;

  @Optional()
  @IsTypes()
  types?: string[];

  @ApiProperty({ description: 'false: it is told nothing until it is switched on again.', example: true })
  @Optional()
  @IsTrueOrFalse()
  active?: boolean;
}
