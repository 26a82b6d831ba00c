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
import { invoiceStream } from '../streams.js';
import { InvoiceDetailsQueries } from './invoice.details.js';
import { INVOICE_COLUMNS, INVOICE_PARAMETERS, type InvoiceItem, InvoiceQueries } from './invoice.queries.js';

type Raw = Record<string, unknown>;

const EXAMPLE: InvoiceItem = {
  id: '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c',
  number: '2026-0117',
  customerId: 'C-104',
  customerName: 'Rossi S.r.l.',
  issuedOn: '2026-01-31',
  dueOn: '2026-03-02',
  agreedDueOn: '2026-03-16',
  currency: 'EUR',
  total: '1220.00',
  net: '1000.00',
  vat: '220.00',
  paid: '500.00',
  open: '720.00',
  status: 'open',
  overdue: true,
  daysOverdue: 15,
  ownerId: 'maria',
  revision: 2,
};

/** The columns that people fill are text; ids, amounts and dates are ours. */
const TEXT = ['number', 'customerId', 'customerName', 'ownerId'];

const CSV: CsvColumn<InvoiceItem>[] = (Object.keys(EXAMPLE) as (keyof InvoiceItem)[]).map((name) => ({
  name,
  value: (invoice) => invoice[name],
  text: TEXT.includes(name),
}));

@ApiTags('Invoices')
@Controller('v1/invoices')
export class InvoiceQueriesController {
  constructor(
    private readonly invoices: InvoiceQueries,
    private readonly one: InvoiceDetailsQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get()
  @ReadRoute({
    summary: 'Invoices, one row each',
    description:
      'As they stand, or with `asOf`, `knownAt` or `known` as of that date and as known then. Overdue is worked out at asOf.',
    parameters: { ...listParameters(INVOICE_COLUMNS), ...INVOICE_PARAMETERS },
    example: { items: [EXAMPLE], next: null },
    csv: true,
    stream: invoiceStream,
  })
  async list(@Query() query: Raw): Promise<Listing<InvoiceItem>> {
    const question = readListQuestion('invoices', INVOICE_COLUMNS, query, INVOICE_PARAMETERS);
    const { more, cursor, limited } = question;
    const place = await this.axis.placeIfAsked(more, cursor);
    return new Listing({
      name: 'invoices',
      columns: CSV,
      limited,
      stale: place?.stale,
      every: () => this.invoices.every(question, more, place),
      page: async () => {
        const page = await this.invoices.page(question, more, place);
        return { ...page, body: { ...shown(place), ...page } };
      },
    });
  }

  @Get(':id')
  @ReadRoute({
    summary: 'An invoice with its lines, payments, extensions and owners',
    parameters: AXES,
    stream: invoiceStream,
    example: {
      ...EXAMPLE,
      lines: [{ description: 'March, 10 days', amount: '1220.00' }],
      work: { project: 'Harbour', milestone: 'M2' },
      terms: { type: 'net', days: 30 },
      notes: null,
      approvedBy: null,
      payments: [
        {
          paymentId: '5a0c7b1e-52a8-5d39-8a4e-8d1c1f2e3d4c',
          receivedOn: '2026-03-05',
          appliedOn: '2026-03-05',
          requested: '500.00',
          applied: '500.00',
          status: 'applied',
          code: null,
        },
      ],
      extensions: [
        { agreedDueOn: '2026-03-16', grantedOn: '2026-03-01', actor: 'maria', reason: 'Goods came late' },
      ],
      owners: [],
    },
  })
  async details(@Param('id', UuidInPath('id')) id: string, @Query() query: Raw): Promise<Answer> {
    const asked = readQuery(query, { ...AXES, ...AFTER });
    const place = await this.axis.placeIfAsked(asked);
    const invoice = await this.one.details(id, place);
    const revision = invoice.revision === undefined ? undefined : String(invoice.revision);
    return new Answer({ ...shown(place), ...invoice }, { revision, stale: place?.stale });
  }
}
