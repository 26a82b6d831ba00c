import { CommandMessage } from '@quittance/event-store';
import { IsBusinessDate, IsIdText, IsMail, IsTextList, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';

/** Adds name, mail, roles, manager and lead to a person, seen before or not. */
export class RegisterPerson extends BusinessCommand {
  @ApiProperty({ description: 'The `sub` of their tokens.', example: 'anna.rossi' })
  @IsIdText()
  personId!: string;

  @ApiProperty({ description: 'Personal: kept sealed, so that it can be erased.', example: 'Anna Rossi' })
  @IsIdText(200)
  name!: string;

  @ApiProperty({
    description: 'Personal: kept sealed, so that it can be erased.',
    example: 'anna@example.com',
  })
  @IsMail()
  email!: string;

  @ApiProperty({ description: 'What they do here; rights come from the token alone.', example: ['clerk'] })
  @Optional()
  @IsTextList(20)
  roles?: string[];

  @ApiProperty({
    description: 'Whom escalations of their invoices go to: a known person.',
    example: 'marco.bianchi',
  })
  @Optional()
  @IsIdText()
  managerId?: string;

  @ApiProperty({
    description: 'Whom escalations go to without a manager: a known person.',
    example: 'lea.verdi',
  })
  @Optional()
  @IsIdText()
  leadId?: string;

  @ApiProperty({ description: 'Counts from this day; today when left out.', example: '2026-03-02' })
  @Optional()
  @IsBusinessDate()
  registeredOn?: string;
}

/** Internal: a verified actor's first request makes a person of them. Nothing to do for a known person. */
export class SeePerson extends CommandMessage {
  personId!: string;
  roles!: readonly string[];
}
