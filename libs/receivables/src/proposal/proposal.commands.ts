import { ApiProperty } from '@nestjs/swagger';
import { Rule } from '@quittance/http';
import { OnPayment } from '../payment/payment.commands.js';

/** A person accepts what was proposed for a payment: it is allocated so. */
export class AcceptProposal extends OnPayment {
  @ApiProperty({ description: 'Of one of its proposals.', example: 'a3f1'.repeat(16) })
  @Rule('proposal-id', '64 digits of 0 to 9 and a to f', (value) => /^[0-9a-f]{64}$/.test(String(value)))
  proposalId!: string;
}
