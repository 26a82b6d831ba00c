import { ApiProperty, IntersectionType } from '@nestjs/swagger';

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

  @ApiProperty({
    description:
      'Why it was refused or cut. `nothing-open` of an invoice that was written off: allocate it with `"recovery": true`.',
    required: false,
    example: 'nothing-open',
  })
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

/** What an invoice was asked to give back. */
export class GivenBackAnswer {
  @ApiProperty({
    description: 'Of an undo.',
    required: false,
    example: '1d8f3a90-7f51-5a0e-9c6a-2b3f0a1f2b3c',
  })
  undoId?: string;

  @ApiProperty({ example: '7c2f9d0e-9f5c-5d0e-8a4e-8d1c1f2e3d4c' })
  allocationId!: string;

  @ApiProperty({ example: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c' })
  invoiceId!: string;

  @ApiProperty({ example: '40.00' })
  amount!: string;

  @ApiProperty({ enum: ['undone', 'pending'], description: 'pending: the invoice has not answered yet.' })
  status!: 'undone' | 'pending';
}

class Unapplied {
  @ApiProperty({
    description: 'Of the payment: what settles nothing and is meant for nothing.',
    example: '0.00',
  })
  unapplied!: string;
}

export class AllocationUndoAnswer extends IntersectionType(GivenBackAnswer, Unapplied) {}

/** What invoices were asked to give back. */
export class GaveBackAnswer extends Unapplied {
  @ApiProperty({
    type: [GivenBackAnswer],
    required: false,
    description: 'By allocation; left out where no invoice was asked.',
  })
  from?: GivenBackAnswer[];
}

export class PaymentRefundAnswer extends GaveBackAnswer {
  @ApiProperty({ description: 'What a reversal names.', example: '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  refundId!: string;
}

export class PaymentReturnAnswer extends GaveBackAnswer {
  @ApiProperty({ description: 'What a reversal names.', example: '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  returnId!: string;

  @ApiProperty({ example: '520.00' })
  amount!: string;
}

export class ReturnReversedAnswer extends Unapplied {
  @ApiProperty({ example: '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  returnId!: string;

  @ApiProperty({
    type: [AllocationAnswer],
    required: false,
    description: 'What the same invoices took; left out where no invoice was asked.',
  })
  allocations?: AllocationAnswer[];
}

export class RefundReversedAnswer extends Unapplied {
  @ApiProperty({ example: '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  refundId!: string;
}

export class TransferAnswer extends Unapplied {
  @ApiProperty({ example: '3a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  transferId!: string;
}

export class PaymentLeft extends Unapplied {}
