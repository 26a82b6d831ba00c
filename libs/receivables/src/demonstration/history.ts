import { addDays, type BusinessDate, daysBetween } from '@quittance/kernel';
import { Chance } from './chance.js';
import { type Company, companyOf, OWNERS } from './companies.js';
import { invoiceStory } from './invoice-story.js';
import { officeHours, type Step, type Told, workday } from './step.js';

export interface Size {
  customers: number;
  invoices: number;
}
export const FULL: Size = { customers: 400, invoices: 6_000 };

/** Who acts in it, by their `sub`. */
export const PEOPLE: Readonly<Record<string, { name: string; roles: readonly string[] }>> = {
  anna: { name: 'Anna Neri', roles: ['manager', 'importer'] },
  maria: { name: 'Maria Conti', roles: ['clerk', 'importer'] },
  ivan: { name: 'Иван Петров', roles: ['clerk', 'importer'] },
  chiara: { name: 'Chiara Romano', roles: ['clerk', 'importer'] },
  jonas: { name: 'Jonas Weber', roles: ['clerk', 'importer'] },
};

const DAYS = 730;

/**
 * Two years of an invented company, up to that day: the same commands for the same seed. A list a month, and in it one for each
 * customer: what is in one is done in order, lists of a month side by side.
 */
export function historyOf(seed: string, today: BusinessDate, size = FULL): Step[][][] {
  const chance = new Chance(seed);
  const since = addDays(today, -DAYS);
  const companies = Array.from({ length: size.customers }, (_, n) =>
    companyOf(n, chance.of(`customer ${n}`)),
  );
  const stories = new Map<string, Told[]>(companies.map(({ customerId }) => [customerId, []]));
  for (const [n, issued] of daysOfIssue(size.invoices, since, today, chance).entries()) {
    const own = chance.of(`invoice ${n}`);
    // The first ones buy often, the last ones once in a while.
    const company = companies[Math.floor((own.below(size.customers) * own.below(1_000)) / 1_000)]!;
    const number = `${issued.slice(0, 4)}-${String(n + 1).padStart(5, '0')}`;
    stories.get(company.customerId)!.push(...invoiceStory(number, issued, company, today, own));
  }
  const begun = officeHours(workday(addDays(since, -7)), chance);
  const months = new Map<string, Step[][]>();
  for (const company of companies) {
    const told = stories.get(company.customerId)!;
    told.sort((one, other) => (one.at < other.at ? -1 : 1));
    for (const [month, steps] of byMonth(company.customerId, told, seed))
      months.set(month, [...(months.get(month) ?? []), steps]);
  }
  const inOrder = [...months].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, chains]) => chains);
  return [...beginning(companies, begun, seed), ...inOrder];
}

/** Ascending. */
const daysOfIssue = (
  invoices: number,
  since: BusinessDate,
  today: BusinessDate,
  chance: Chance,
): BusinessDate[] =>
  Array.from({ length: invoices }, (_, n) =>
    workday(addDays(since, Math.floor((n * (daysBetween(since, today) - 2)) / invoices) + chance.below(2))),
  )
    .map((day) => (day > today ? today : day))
    .sort();

function beginning(companies: readonly Company[], at: string, seed: string): Step[][][] {
  const key = (name: string): string => `demonstration/${seed}/${name}`;
  const people = Object.entries(PEOPLE).map(([personId, { name, roles }]) => ({
    ...{ key: key(personId), route: 'POST /v1/people', by: 'anna', at },
    body: {
      ...{
        personId,
        name,
        email: `${personId}@demonstration.example`,
        roles: roles.filter((role) => role !== 'importer'),
      },
      ...((OWNERS as readonly string[]).includes(personId) && { managerId: 'anna' }),
    },
  }));
  const customers = companies.map(({ customerId, name, currency, language, ownerId, net }) => [
    {
      ...{ key: key(customerId), route: 'POST /v1/customers', by: 'anna', at },
      body: {
        ...{ customerId, name, currency, language, ownerId, terms: { type: 'net', days: net } },
        email: `${customerId.toLowerCase()}@demonstration.example`,
      },
    },
  ]);
  return [[people], customers];
}

function byMonth(customerId: string, told: readonly Told[], seed: string): Map<string, Step[]> {
  const months = new Map<string, Step[]>();
  for (const [i, step] of told.entries()) {
    const month = step.at.slice(0, 7);
    const key = `demonstration/${seed}/${customerId}/${i}`;
    months.set(month, [...(months.get(month) ?? []), { ...step, key }]);
  }
  return months;
}
