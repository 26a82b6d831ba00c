import { ApiProperty } from '@nestjs/swagger';

/** What became of one allocation. */
export class AllocationAnswer {
  @ApiProperty({ description: 'What an undo names.', example: '7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c' })
  allocationId!: string;

  @ApiProperty({ example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c' })
  invoiceId!: string;

  @ApiProperty({ example: '1220.00' })
  requested!: string;

  @ApiProperty({ description: 'What the invoice took.', example: '1220.00' })
  applied!: string;

  @ApiProperty({ enum: ['applied', 'pending', 'refused'], example: 'applied' })
  status!: 'applied' | 'pending' | 'refused';

  @ApiProperty({ description: 'Why it was refused or cut.', required: false, example: 'nothing-open' })
  code?: string;
}

export class PaymentAnswer {
  @ApiProperty({ type: [AllocationAnswer] })
  allocations!: AllocationAnswer[];

  @ApiProperty({
    description: 'Of the payment: what settles nothing and is meant for nothing.',
    example: '0.00',
  })
  unapplied!: string;
}
