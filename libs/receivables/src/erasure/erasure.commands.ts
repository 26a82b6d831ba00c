import { CommandMessage } from '@quittance/event-store';
import { InWords, IsIdText, IsUuid, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';

/** Whose personal data is to be erased, and why: what `POST /v1/erasures` takes. */
export class RequestErasure extends CommandMessage {
  @ApiProperty({
    description: 'A customer: names, mail, phone, and all free text about them.',
    example: 'C-104',
  })
  @Optional()
  @IsIdText()
  customerId?: string;

  @ApiProperty({ description: 'A person who works here: name and mail.', example: 'anna.rossi' })
  @Optional()
  @IsIdText()
  personId?: string;

  @ApiProperty({
    description: 'A payment of which no customer is known: its reference.',
    example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  })
  @Optional()
  @IsUuid()
  paymentId?: string;

  @ApiProperty({
    description: 'Why. It stays for ever, readable: it must not name the person.',
    example: 'Request of 2 March under article 17, file 2026-31',
  })
  @IsIdText(500)
  @InWords()
  reason!: string;
}

/** Erases what is sealed under a subject's key. Already erased: nothing to do. */
abstract class Erase extends CommandMessage {
  reason!: string;
}

export class EraseCustomer extends Erase {
  customerId!: string;
}

export class ErasePerson extends Erase {
  personId!: string;
}

export class ErasePayment extends Erase {
  paymentId!: string;
}
