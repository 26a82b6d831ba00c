import { Audited, type Line, read, verify } from '../../spec/audited.js';

let audited: Audited;
beforeAll(async () => (audited = await Audited.start()));
afterAll(() => audited?.stop());

describe('tampering with the legs of an export', () => {
  let lines: Line[];
  beforeAll(async () => void (lines = read(await audited.exported())));

  const paid = (): Line => lines.find(({ type }) => type === 'PaymentApplied')!;
  /** The place of a fact that the verifier is to name. */
  const at = (fact: Line): string =>
    `line ${lines.indexOf(fact) + 1}, stream ${fact.stream}, revision ${fact.revision}`;

  type Legs = { account: string; amount: string; on: string; party: string | null }[];
  const total = (): Line => lines.find(({ kind }) => kind === 'total')!;
  const unbalanced = (): string => `${at(paid())}: its legs do not sum to zero in EUR on 2026-02-01`;
  const inTotal = (account: string) => (): string =>
    `line ${lines.indexOf(total()) + 1}: ${account} in EUR is not what the legs of the facts come to`;
  const unsigned = (): string =>
    `line ${lines.length}, manifest: the bytes before it are not those that were signed`;
  const decimals = (): string => `${at(paid())}: a leg of it in EUR has 1 decimals`;

  it.each<[string, (legs: Legs) => object[], () => string]>([
    ['an amount', ([one, ...more]) => [{ ...one, amount: '61.00' }, ...more], unbalanced],
    ['a day', ([one, ...more]) => [one!, ...more.map((leg) => ({ ...leg, on: '2026-02-02' }))], unbalanced],
    [
      'each decimal point',
      (legs) => legs.map((leg) => ({ ...leg, amount: leg.amount.slice(0, -1) })),
      decimals,
    ],
    [
      'all amounts alike',
      (legs) => legs.map((leg) => ({ ...leg, amount: leg.amount.replace('60', '59') })),
      inTotal('receivable'),
    ],
    ['an account', ([one, ...more]) => [{ ...one, account: 'vat' }, ...more], inTotal('vat')],
    ['what is there: none', () => [], inTotal('receivable')],
    ['the party, which no sum shows', (legs) => legs.map((leg) => ({ ...leg, party: 'C-2' })), unsigned],
  ])('a change of %s fails, and the place is named', (_what, change, said) => {
    const legs = change(paid().legs as Legs);
    expect(legs).not.toEqual(paid().legs);
    const changed = lines.with(lines.indexOf(paid()), { ...paid(), legs });
    expect(verify(audited.written(changed))).toEqual({ status: 1, said: `BROKEN: ${said()}` });
  });

  it.each(['1.00', '920.0'])('a total that says %s of an account fails', (receivable) => {
    const accounts = { ...(total().accounts as object), receivable };
    const changed = lines.with(lines.indexOf(total()), { ...total(), accounts });
    const { status, said } = verify(audited.written(changed));
    expect([total().open, status, said]).toEqual(['920.00', 1, `BROKEN: ${inTotal('receivable')()}`]);
  });
});
