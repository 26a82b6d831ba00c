import { IsBusinessDate, IsIdText } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';

/** A person is away, and another one stands in. */
export class RecordAbsence extends BusinessCommand {
  /** From the path. */
  personId!: string;

  @ApiProperty({ description: 'The first day.', example: '2026-08-03' })
  @IsBusinessDate()
  from!: string;

  @ApiProperty({ description: 'The last day, not before the first.', example: '2026-08-21' })
  @IsBusinessDate()
  to!: string;

  @ApiProperty({ description: 'Who stands in: a known person.', example: 'lea.verdi' })
  @IsIdText()
  deputyId!: string;
}

export class AbsenceAnswer {
  @ApiProperty({ description: 'Of the absence.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  absenceId!: string;
}
