import { CommandMessage } from '@quittance/event-store';
import { IsInstant, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';

/** A request that records business: an imported history may say when it was recorded elsewhere. */
export abstract class BusinessCommand extends CommandMessage {
  @ApiProperty({
    description:
      'Of a history imported from elsewhere: the instant it says this was recorded at, not in the future. ' +
      'Questions with `known=stated` cut on it.',
    example: '2013-06-30T22:00:00Z',
  })
  @Optional()
  @IsInstant()
  override statedRecordedAt?: string;
}
