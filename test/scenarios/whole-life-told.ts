/** The history of invoice W-1 in words, as an auditor reads it. */
export const AS_TOLD = [
  'anna issued invoice W-1 of 2026-01-31 to customer C-1 over 900.00 EUR, due in 3 instalments, the first 2026-02-28, followed up by lea',
  'anna settled 300.00 EUR of invoice W-1 by the payment received on 2026-02-27: open from 900.00 to 600.00 EUR',
  'anna opened 300.00 EUR of invoice W-1 again: the money was returned on 2026-03-05, open 900.00 EUR',
  'anna recorded a promise of 300.00 EUR for invoice W-1 by 2026-05-15, counting from 2026-05-02',
  'anna moved the agreed due date of instalment 3 of invoice W-1 from 2026-04-30 to 2026-06-30, counting from 2026-05-04, contractual due date 2026-04-30',
  'mara revoked the agreement that instalment 3 of invoice W-1 is due on 2026-06-30, counting from 2026-05-20',
  'anna asked to write off 300.00 EUR of invoice W-1 (uncollectable), a second person is needed because of its amount',
  'mara wrote off 300.00 EUR of invoice W-1 (uncollectable): open 600.00 EUR, asked for by anna, counting from 2026-06-02',
  'anna took back 300.00 EUR of a write-off of invoice W-1: open 900.00 EUR, counting from 2026-07-10',
  'anna settled 300.00 EUR of invoice W-1 by the payment received on 2026-07-10: open from 900.00 to 600.00 EUR',
  'anna settled 60.00 EUR of invoice W-1 by withheld tax: open 540.00 EUR, reference CU 2026, counting from 2026-07-20',
  'anna settled 540.00 EUR of invoice W-1 by the payment received on 2026-07-20: open from 540.00 to 0.00 EUR',
];
