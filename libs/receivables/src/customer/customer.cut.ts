import type { Bind, Cut } from '@quittance/reading';
import { customersAt } from './customer.sql.js';

/** `credit_limit` of a customer in a currency at the cut, null where none is set; no row where nobody is known by the id. */
export const creditLimitAt = (cut: Cut, bind: Bind, id: string, currency: string): string =>
  `select (c.credit_limit ->> ${bind.add(currency)})::text as credit_limit from (${customersAt(cut)}) c where c.id = ${bind.add(id)}`;
