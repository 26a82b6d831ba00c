import { IsIdText, IsMail, IsOneOf, Optional, Rule } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import type { Address, Contact } from '../customer.events.js';

/** Whom letters of a kind go to. */
export class ContactField implements Contact {
  @ApiProperty({ description: 'What is written to them.', example: 'dunning' })
  @IsOneOf(['billing', 'dunning', 'copy'])
  purpose!: Contact['purpose'];

  @ApiProperty({ example: 'Ms Neri' })
  @Optional()
  @IsIdText(200)
  name?: string;

  @ApiProperty({ example: 'neri@rossi.example' })
  @Optional()
  @IsMail()
  email?: string;

  @ApiProperty({ example: '+39 02 1234567' })
  @Optional()
  @IsIdText(50)
  phone?: string;
}

/** Where letters go. */
export class AddressField implements Address {
  @ApiProperty({ example: 'Via Roma 1' })
  @Optional()
  @IsIdText(200)
  street?: string;

  @ApiProperty({ example: '20121' })
  @Optional()
  @IsIdText(20)
  postalCode?: string;

  @ApiProperty({ example: 'Milano' })
  @Optional()
  @IsIdText(100)
  city?: string;

  @ApiProperty({ example: 'MI' })
  @Optional()
  @IsIdText(100)
  region?: string;

  @Optional()
  @Rule(
    'country',
    'an ISO 3166 code of two capitals: IT',
    (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
    { type: String, pattern: '^[A-Z]{2}$', example: 'IT' },
  )
  country?: string;
}
