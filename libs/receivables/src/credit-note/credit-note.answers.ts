import { ApiProperty } from '@nestjs/swagger';

/** What became of one part. */
export class ApplicationAnswer {
  @ApiProperty({ description: 'What an undo names.', example: '7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c' })
  applicationId!: string;

  @ApiProperty({ example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c' })
  invoiceId!: string;

  @ApiProperty({ example: '100.00' })
  requested!: string;

  @ApiProperty({ description: 'What the invoice took.', example: '100.00' })
  applied!: string;

  @ApiProperty({ enum: ['applied', 'pending', 'refused'], example: 'applied' })
  status!: 'applied' | 'pending' | 'refused';

  @ApiProperty({ description: 'Why it was refused or cut.', required: false, example: 'nothing-open' })
  code?: string;
}

/** What is left of it. */
abstract class Left {
  @ApiProperty({ description: 'Neither applied, refunded nor cancelled.', example: '22.00' })
  onAccount!: string;
}

export class CreditNoteAnswer extends Left {
  @ApiProperty({ type: [ApplicationAnswer], description: 'The parts that this request names.' })
  applications!: ApplicationAnswer[];
}

export class CreditUndoAnswer extends Left {
  @ApiProperty({ description: 'Of the undo.', example: '1d8f3a90-7f51-5a0e-9c6a-2b3f0a1f2b3c' })
  undoId!: string;

  @ApiProperty({ description: 'Asked back from the invoice.', example: '40.00' })
  amount!: string;

  @ApiProperty({ enum: ['undone', 'pending'], example: 'undone' })
  status!: 'undone' | 'pending';
}

export class CreditRefundAnswer extends Left {
  @ApiProperty({ description: 'What a reversal names.', example: '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  refundId!: string;
}

export class CreditNoteLeft extends Left {}
