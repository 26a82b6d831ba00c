import { Injectable } from '@nestjs/common';
import {
  Bind,
  type Conditions,
  type Cursor,
  Cut,
  KnownAxis,
  lacking,
  type ListQuestion,
  type ListSource,
  type Page,
  pinned,
  type Place,
  readEvery,
  readPage,
  standing,
  standOf,
  unknown,
} from '@quittance/reading';
import { folded, Money } from '@quittance/kernel';
import { transaction } from '@quittance/process';
import { Pool } from 'pg';
import type { AgedRow } from '../reporting/aging.answer.js';
import { AgingQueries, SNAPSHOT } from '../reporting/aging.queries.js';
import { balancesSql } from '../reporting/aging.sql.js';
import { anyMapped, mergesInForce } from '../reporting/merged.sql.js';
import { isRecent } from '../reporting/recent.sql.js';
import { type Balance, BALANCE_FILTERS, CUSTOMER_FILTERS, type CustomerItem } from './customer.columns.js';
import { type Bare, customer, type CustomerListRow } from './customer.row.js';
import { currentCustomers, customersAt, shownOf, touchedCustomers } from './customer.sql.js';

/** What a list is asked: `without` names what its customers lack. */
type Asked = ListQuestion & { more: { without?: string[] } };

/** A list in which balances count, not only show. */
export interface ByBalance {
  currency: string;
  place: Place;
}

/** Customers with what they owe, as of today or at a place of both axes: always the aging report's figures. */
@Injectable()
export class CustomerQueries {
  constructor(
    private readonly pool: Pool,
    private readonly axis: KnownAxis,
    private readonly aging: AgingQueries,
  ) {}

  /** Customers by what they owe in a currency at the place; one without a balance in it owes 0. */
  async byBalance(question: Asked, { currency, place }: ByBalance): Promise<Page<CustomerItem>> {
    const { items, next } = await transaction(
      this.pool,
      async (sql) => {
        const close = { recent: await isRecent(sql, place), mapped: await anyMapped(sql) };
        return readPage(sql, balanced(currency, place, close, question), question);
      },
      SNAPSHOT,
    );
    return { items: await this.withBalances(items, place), next };
  }

  async page(question: Asked, place?: Place): Promise<Page<CustomerItem>> {
    const source = this.source(question, place, question.cursor);
    const { items, next } = await readPage(this.pool, source, question);
    return { items: await this.withBalances(items, source.placeOf(items)), next };
  }

  async *every(question: Asked, place?: Place, currency?: string): AsyncGenerator<CustomerItem> {
    const close = { recent: false, mapped: await anyMapped(this.pool) };
    const source =
      place && currency
        ? { ...balanced(currency, place, close, question), placeOf: () => place }
        : this.source(question, place);
    let some: Bare[] = [];
    for await (const customer of readEvery(this.pool, source, question)) {
      if (some.push(customer) < AT_A_TIME) continue;
      yield* await this.withBalances(some, source.placeOf(some));
      some = [];
    }
    yield* await this.withBalances(some, source.placeOf(some));
  }

  /** @throws Rejection 404 */
  async details(id: string, place?: Place): Promise<CustomerItem> {
    const bind = new Bind();
    const cut = new Cut(bind, place ?? { asOf: this.axis.today });
    const relation = place ? customersAt(cut) : currentCustomers(cut);
    const into = `select m.into_id from live.merges m where m.customer_id = r.id and ${mergesInForce(cut)}
      order by m.issued_at desc limit 1`;
    const statement = `select r.*, (${into}) as merged_into from (${relation}) r where r.id = any (${bind.add([id, folded(id)])})
      order by r.id = ${bind.add(id)} desc limit 1`;
    const { rows } = await this.pool.query<CustomerListRow>(statement, bind.values);
    if (!rows[0]) throw unknown('customer');
    return (await this.withBalances([customer(rows[0])], place ?? { asOf: this.axis.today }))[0]!;
  }

  private async withBalances(
    customers: Bare[],
    place: Pick<Place, 'asOf'> & Partial<Place>,
  ): Promise<CustomerItem[]> {
    if (customers.length === 0) return [];
    const ids = customers.map(({ id }) => id);
    const rows = await this.aging.ofCustomers(ids, place);
    const byCustomer = new Map<string | null, Balance[]>();
    for (const row of rows) byCustomer.set(row.key, [...(byCustomer.get(row.key) ?? []), balance(row)]);
    return customers.map(({ revision, at: _at, ...customer }) => ({
      ...customer,
      balances: byCustomer.get(customer.id) ?? [],
      ...(revision !== undefined && { revision }),
    }));
  }

  /** `placeOf` customers read: theirs are the balances of the same moment. */
  private source(
    { more }: Asked,
    place?: Place,
    cursor?: Cursor,
  ): ListSource<CustomerListRow, Bare> & {
    placeOf: (customers: Bare[]) => Pick<Place, 'asOf'> & Partial<Place>;
  } {
    const bind = new Bind();
    const common = { ...ORDERED, columns: CUSTOMER_FILTERS, bind, item: customer, conditions: lacked(more) };
    if (place) {
      const cut = new Cut(bind, place);
      const relation = shownOf(customersAt(cut), cut);
      return { ...common, relation, pinned: pinned(place), placeOf: () => place };
    }
    const stand = standOf(bind, this.axis.today, cursor);
    return {
      ...common,
      relation: shownOf(currentCustomers(stand.cut), stand.cut),
      ...standing(stand, (cut) => shownOf(touchedCustomers(cut), cut)),
      placeOf: ([first]) => ({
        asOf: stand.today,
        ...(first?.at !== undefined && { known: 'recorded' as const, knownPosition: BigInt(first.at) }),
      }),
    };
  }
}

const AT_A_TIME = 200;

const ORDERED = {
  identity: CUSTOMER_FILTERS.id!,
  standardSort: [{ column: 'id', descending: false }],
};

const lacked =
  ({ without }: Asked['more']) =>
  (_bind: Bind, own: Conditions): Conditions =>
    lacking(without, own, (name) => `${CUSTOMER_FILTERS[name]!.sql} is null`);

function balanced(
  currency: string,
  place: Place,
  close: Parameters<typeof balancesSql>[3],
  { more }: Asked,
): ListSource<CustomerListRow, Bare> {
  const bind = new Bind();
  const cut = new Cut(bind, place);
  const owed = Object.keys(BALANCE_FILTERS).map((column) => `coalesce(b.${column}, 0) as ${column}`);
  const relation = `select c.*, ${owed.join(', ')} from (${shownOf(customersAt(cut), cut)}) c
    left join (${balancesSql(bind, cut, currency, close)}) b on b.key = c.id`;
  const columns = { ...CUSTOMER_FILTERS, ...BALANCE_FILTERS };
  return {
    ...{ ...ORDERED, columns, bind, relation },
    ...{ item: customer, pinned: pinned(place), conditions: lacked(more) },
  };
}

function balance({ currency, open, overdue, disputed, unapplied, pending, credits = '0' }: AgedRow): Balance {
  const money = (amount: string): Money => Money.of(amount, currency);
  const held = money(unapplied).plus(money(pending)).plus(money(credits));
  return {
    currency,
    open,
    overdue,
    // Said where there is some: answers of before credit notes and disputes keep their bytes.
    ...(!money(disputed).isZero && { disputed }),
    unapplied,
    pending,
    ...(!money(credits).isZero && { credits }),
    balance: money(open).minus(held).toString(),
  };
}
