import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AFTER,
  Answer,
  type CsvColumn,
  Listing,
  listParameters,
  readListQuestion,
  readQuery,
  ReadRoute,
} from '@quittance/reading';
import { UuidInPath } from '@quittance/http';
import { AXES, KnownAxis, shown } from '@quittance/reading';
import { paymentStream } from '../streams.js';
import { PAYMENT_COLUMNS, PAYMENT_PARAMETERS, type PaymentItem, PaymentQueries } from './payment.queries.js';

type Raw = Record<string, unknown>;

const EXAMPLE: PaymentItem = {
  id: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c',
  receivedOn: '2026-03-05',
  currency: 'EUR',
  received: '520.00',
  allocated: '500.00',
  pending: '0.00',
  unapplied: '20.00',
  method: 'transfer',
  reference: 'Invoice 2026-0117',
  payerId: 'C-104',
  customerId: 'C-104',
  source: 'bank',
  externalId: '2026-03-05/17',
  revision: 0,
};

const TEXT = ['method', 'reference', 'payerId', 'customerId', 'source', 'externalId'];

const CSV: CsvColumn<PaymentItem>[] = (Object.keys(EXAMPLE) as (keyof PaymentItem)[]).map((name) => ({
  name,
  value: (payment) => payment[name],
  text: TEXT.includes(name),
}));

@ApiTags('Payments')
@Controller('v1/payments')
export class PaymentQueriesController {
  constructor(
    private readonly payments: PaymentQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get()
  @ReadRoute({
    summary: 'Payments: received = allocated + pending + unapplied',
    description: 'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then.',
    parameters: { ...listParameters(PAYMENT_COLUMNS), ...PAYMENT_PARAMETERS },
    example: { items: [EXAMPLE], next: null },
    csv: true,
    stream: paymentStream,
  })
  async list(@Query() query: Raw): Promise<Listing<PaymentItem>> {
    const question = readListQuestion('payments', PAYMENT_COLUMNS, query, PAYMENT_PARAMETERS);
    const { more, cursor, limited } = question;
    const place = await this.axis.placeIfAsked(more, cursor);
    return new Listing({
      name: 'payments',
      columns: CSV,
      limited,
      stale: place?.stale,
      every: () => this.payments.every(question, more, place),
      page: async () => {
        const page = await this.payments.page(question, more, place);
        return { ...page, body: { ...shown(place), ...page } };
      },
    });
  }

  @Get(':id')
  @ReadRoute({
    summary: 'A payment with what became of each allocation',
    parameters: AXES,
    stream: paymentStream,
    example: {
      ...EXAMPLE,
      allocations: [
        {
          invoiceId: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
          number: '2026-0117',
          customerId: 'C-104',
          requested: '500.00',
          applied: '500.00',
          status: 'applied',
          code: null,
          appliedOn: '2026-03-05',
        },
      ],
    },
  })
  async details(@Param('id', UuidInPath('id')) id: string, @Query() query: Raw): Promise<Answer> {
    const asked = readQuery(query, { ...AXES, ...AFTER });
    const place = await this.axis.placeIfAsked(asked);
    const payment = await this.payments.details(id, place);
    const revision = payment.revision === undefined ? undefined : String(payment.revision);
    return new Answer({ ...shown(place), ...payment }, { revision, stale: place?.stale });
  }
}
