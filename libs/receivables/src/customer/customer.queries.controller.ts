import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Answer,
  answerOne,
  AXES,
  csvColumnsOf,
  KnownAxis,
  Listing,
  lackedIn,
  listParameters,
  pageOf,
  type Parameter,
  placed,
  readListQuestion,
  ReadRoute,
  shown,
  withoutParameter,
} from '@quittance/reading';
import { TextInPath } from '@quittance/http';
import {
  AMOUNTS,
  BALANCE_COLUMNS,
  BALANCE_FILTERS,
  CHANGED_COLUMNS,
  CUSTOMER_COLUMNS,
  CUSTOMER_FILTERS,
  type CustomerItem,
  CUSTOMER_ANSWER,
} from './customer.columns.js';
import { BALANCE_CURRENCY, CUSTOMER_COUNTS, mustNameCurrency } from './customer.counts.js';
import { CustomerQueries } from './customer.queries.js';

type Raw = Record<string, unknown>;

const COLUMNS = { ...CUSTOMER_FILTERS, ...BALANCE_FILTERS };
/** Rows lack what they are counted by. */
const WITHOUT = withoutParameter(lackedIn(CUSTOMER_COUNTS)) as { without: Parameter<string[]> };
const MORE = { ...AXES, ...BALANCE_CURRENCY, ...WITHOUT };

/** A row a customer and currency; a customer without a balance has one row. */
type Row = Record<string, unknown>;

const CSV = csvColumnsOf({
  ...CUSTOMER_COLUMNS,
  ...CHANGED_COLUMNS,
  balanceCurrency: BALANCE_COLUMNS.currency,
  ...AMOUNTS,
});

const rowsOf = ({ balances, ...customer }: CustomerItem): Row[] =>
  balances.length === 0
    ? [{ ...customer }]
    : balances.map(({ currency, ...amounts }) => ({ ...customer, balanceCurrency: currency, ...amounts }));

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
    description:
      'Balances as of today, or at `asOf` and as known at `knownAt`: the aging report’s figures. Who owes most: ' +
      '`sort=-balance&balanceCurrency=EUR`; such an answer names its place on both axes.',
    parameters: { ...listParameters(COLUMNS), ...MORE },
    ...placed(pageOf(CUSTOMER_ANSWER)),
    csv: true,
  })
  async list(@Query() query: Raw): Promise<Listing<Row>> {
    const question = readListQuestion('customers', COLUMNS, query, MORE);
    const { more, cursor, limited } = question;
    const currency = more.balanceCurrency;
    mustNameCurrency(
      [...Object.keys(question.filters), ...question.sort.map(({ column }) => column)],
      currency,
    );
    // What is in order by amounts is cut at a place, so that its pages are of one moment.
    const asked = currency && !cursor ? { asOf: this.axis.today, ...more } : more;
    const place = await this.axis.placeIfAsked(asked, cursor);
    return new Listing<Row>({
      name: 'customers',
      columns: CSV,
      limited,
      ...{ place, stale: place?.stale },
      every: () => everyRow(this.customers.every(question, place, currency)),
      page: async () => {
        const page = await (currency && place
          ? this.customers.byBalance(question, { currency, place })
          : this.customers.page(question, place));
        return { items: page.items.flatMap(rowsOf), next: page.next, body: { ...shown(place), ...page } };
      },
    });
  }

  @Get(':id')
  @ReadRoute({ summary: 'A customer with its balances', parameters: AXES, ...placed(CUSTOMER_ANSWER) })
  details(@Param('id', TextInPath('id')) id: string, @Query() query: Raw): Promise<Answer> {
    return answerOne(this.axis, query, (place) => this.customers.details(id, place));
  }
}
