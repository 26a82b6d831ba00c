import { IsAmount, IsBusinessDate, IsIdText, IsOneOf, Optional } from '@quittance/http';
import { ApiProperty } from '@nestjs/swagger';
import { BusinessCommand } from '../business-command.js';
import { DECIDED_KINDS } from '../ledger/settlement.kinds.js';
import { IsReason, IsReasonCode } from '../reason.js';
import type { AdjustmentFacts } from './adjustment.events.js';

type Kind = AdjustmentFacts['SettlementRecorded']['kind'];
export const OTHER_KINDS = DECIDED_KINDS.filter((kind): kind is Kind => kind !== 'write-off');

abstract class AboutInvoice extends BusinessCommand {
  /** From the path. */
  invoiceId!: string;
}

/** What is not paid any more is written off: at once, or when a second person has approved. */
export class RequestWriteOff extends AboutInvoice {
  @ApiProperty({ description: 'At most what is open. All of that when left out.', example: '120.00' })
  @Optional()
  @IsAmount()
  amount?: string;

  @ApiProperty({
    description: 'Any word, such as uncollectable, insolvency, small-balance, statute-barred.',
    example: 'uncollectable',
  })
  @IsReasonCode()
  reasonCode!: string;

  @IsReason('Their company is dissolved.')
  reason!: string;

  @ApiProperty({
    description:
      '`claimed`: its part of the VAT is claimed back, pro rata. `kept` when left out: all of it is lost.',
  })
  @Optional()
  @IsOneOf(['kept', 'claimed'])
  vat?: 'kept' | 'claimed';

  @ApiProperty({
    description: 'Not in the future, not before the issue; today when left out. At once it counts from it.',
    example: '2026-05-02',
  })
  @Optional()
  @IsBusinessDate()
  requestedOn?: string;
}

/** Another way to settle an invoice without money of it: a deduction that is accepted, a tax withheld, a debt of ours. */
export class RequestSettlement extends AboutInvoice {
  @ApiProperty({ description: 'How it is settled.' })
  @IsOneOf(OTHER_KINDS)
  kind!: Kind;

  @ApiProperty({ description: 'Above zero, at most what is open.', example: '12.00' })
  @IsAmount()
  amount!: string;

  @ApiProperty({
    description: 'Counts from this day, not in the future, not before the issue; today when left out.',
    example: '2026-05-02',
  })
  @Optional()
  @IsBusinessDate()
  on?: string;

  @IsReason('The bank took it off.')
  reason!: string;

  @ApiProperty({
    description: 'What it is set against, or was told by. A set-off must name our debt.',
    example: 'S-2026-88',
  })
  @Optional()
  @IsIdText()
  reference?: string;
}

abstract class Approval extends AboutInvoice {
  @ApiProperty({
    description:
      'Not in the future, not before it was asked for. Left out: a write-off counts from today, another settlement from the day it was asked for.',
    example: '2026-05-03',
  })
  @Optional()
  @IsBusinessDate()
  approvedOn?: string;
}

/** A second person approves: it counts from then. */
export class ApproveWriteOff extends Approval {
  /** From the path. */
  writeOffId!: string;
}
export class ApproveSettlement extends Approval {
  /** From the path. */
  settlementId!: string;
}

abstract class Refusal extends AboutInvoice {
  @IsReason('They will pay in autumn.')
  reason!: string;
}

/** A second person refuses: it stays owed. */
export class RefuseWriteOff extends Refusal {
  /** From the path. */
  writeOffId!: string;
}
export class RefuseSettlement extends Refusal {
  /** From the path. */
  settlementId!: string;
}

/** A write-off or another settlement was a mistake: what it settled is open again, from the day it had counted from. */
export class UndoSettlement extends AboutInvoice {
  /** From the path: of a settlement, or a write-off. */
  settlementId!: string;

  @IsReason('It was another invoice.')
  reason!: string;
}

/** Whether it counts, or waits for a second person. */
export const STATES = ['requested', 'recorded', 'refused', 'undone', 'recovered'] as const;
export type State = (typeof STATES)[number];

class Answer {
  @ApiProperty({
    description: '`requested`: a second person must approve it.',
    enum: STATES,
    example: 'recorded',
  })
  status!: State;

  @ApiProperty({
    description:
      'Why a second person is needed: amount, customer-year, behind, terms, insolvency. Only while requested.',
    required: false,
    type: [String],
    example: ['amount'],
  })
  because?: string[];
}

export class WriteOffAnswer extends Answer {
  @ApiProperty({ description: 'Of the write-off.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  writeOffId!: string;
}

export class SettlementAnswer extends Answer {
  @ApiProperty({ description: 'Of the settlement.', example: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c' })
  settlementId!: string;
}
