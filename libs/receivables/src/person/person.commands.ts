import { CommandMessage } from '@quittance/event-store';
import { OptionalOrNull, IsBusinessDate, IsIdText, IsMail, IsTextList, Optional } from '@quittance/http';
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

/** What is known of a person changes, field by field. Only what is named changes; null empties. */
export class ChangePerson extends BusinessCommand {
  /** From the path. */
  personId!: string;

  @ApiProperty({ description: 'Personal: kept sealed. It cannot be emptied.', example: 'Anna Rossi-Neri' })
  @Optional()
  @IsIdText(200)
  name?: string;

  @ApiProperty({
    description: 'Personal: kept sealed. It cannot be emptied.',
    example: 'anna.neri@example.com',
  })
  @Optional()
  @IsMail()
  email?: string;

  @ApiProperty({ description: 'What they do here; rights come from the token alone.', example: ['manager'] })
  @OptionalOrNull()
  @IsTextList(20)
  roles?: string[] | null;

  @ApiProperty({ description: 'Whom escalations go to: a known person.', example: 'marco.bianchi' })
  @OptionalOrNull()
  @IsIdText()
  managerId?: string | null;

  @ApiProperty({
    description: 'Whom escalations go to without a manager: a known person.',
    example: 'lea.verdi',
  })
  @OptionalOrNull()
  @IsIdText()
  leadId?: string | null;

  @ApiProperty({ description: 'Counts from this day; today when left out.', example: '2026-04-01' })
  @Optional()
  @IsBusinessDate()
  changedOn?: string;
}

/** Internal: a verified actor's first request makes a person of them. Nothing to do for a known person. */
export class SeePerson extends CommandMessage {
  personId!: string;
  roles!: readonly string[];
}
