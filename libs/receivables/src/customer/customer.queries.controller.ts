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
  TextInPath,
} from '@quittance/http';
import { AXES, KnownAxis, shown } from '../reporting/known.js';
import { type Balance, CUSTOMER_COLUMNS, type CustomerItem, CustomerQueries } from './customer.queries.js';

type Raw = Record<string, unknown>;

const EXAMPLE: CustomerItem = {
  id: 'C-104',
  name: 'Rossi S.r.l.',
  email: 'amministrazione@rossi.example',
  phone: null,
  currency: 'EUR',
  terms: { type: 'net', days: 30 },
  ownerId: 'maria',
  language: 'it',
  registeredOn: '2026-01-02',
  balances: [
    {
      currency: 'EUR',
      open: '720.00',
      overdue: '720.00',
      unapplied: '20.00',
      pending: '0.00',
      balance: '700.00',
    },
  ],
  revision: 0,
};

/** A row a customer and currency; a customer without a balance has one row. */
type Row = Omit<CustomerItem, 'balances' | 'terms'> & { in?: Balance };

const own = (name: 'id' | 'name' | 'email' | 'phone' | 'ownerId' | 'language'): CsvColumn<Row> => ({
  name,
  value: (row) => row[name],
  text: true,
});
const money = (name: keyof Balance): CsvColumn<Row> => ({
  name: name === 'currency' ? 'balanceCurrency' : name,
  value: (row) => row.in?.[name],
});

const CSV: CsvColumn<Row>[] = [
  ...(['id', 'name', 'email', 'phone', 'ownerId', 'language'] as const).map(own),
  { name: 'currency', value: ({ currency }) => currency },
  { name: 'registeredOn', value: ({ registeredOn }) => registeredOn },
  ...(['currency', 'open', 'overdue', 'unapplied', 'pending', 'balance'] as const).map(money),
];

const rowsOf = ({ balances, ...customer }: CustomerItem): Row[] =>
  balances.length === 0 ? [customer] : balances.map((balance) => ({ ...customer, in: balance }));

async function* everyRow(customers: AsyncIterable<CustomerItem>): AsyncGenerator<Row> {
  for await (const customer of customers) yield* rowsOf(customer);
}

@ApiTags('Customers')
@Controller('v1/customers')
export class CustomerQueriesController {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly axis: KnownAxis,
  ) {}

  @Get()
  @ReadRoute({
    summary: 'Customers with what they owe, per currency',
    description: 'Balances as of today, or at `asOf` and as known at `knownAt`: the aging report’s figures.',
    parameters: { ...listParameters(CUSTOMER_COLUMNS), ...AXES },
    example: { items: [EXAMPLE], next: null },
    csv: true,
  })
  async list(@Query() query: Raw): Promise<Listing<Row>> {
    const question = readListQuestion('customers', CUSTOMER_COLUMNS, query, AXES);
    const { more, cursor, limited } = question;
    const place = await this.axis.placeIfAsked(more, cursor);
    return new Listing<Row>({
      name: 'customers',
      columns: CSV,
      limited,
      stale: place?.stale,
      every: () => everyRow(this.customers.every(question, place)),
      page: async () => {
        const page = await this.customers.page(question, place);
        return { items: page.items.flatMap(rowsOf), next: page.next, body: { ...shown(place), ...page } };
      },
    });
  }

  @Get(':id')
  @ReadRoute({ summary: 'A customer with its balances', parameters: AXES, example: EXAMPLE })
  async details(@Param('id', TextInPath('id')) id: string, @Query() query: Raw): Promise<Answer> {
    const asked = readQuery(query, { ...AXES, ...AFTER });
    const place = await this.axis.placeIfAsked(asked);
    const customer = await this.customers.details(id, place);
    const revision = customer.revision === undefined ? undefined : String(customer.revision);
    return new Answer({ ...shown(place), ...customer }, { revision, stale: place?.stale });
  }
}
