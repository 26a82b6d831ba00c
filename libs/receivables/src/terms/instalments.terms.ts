import {
  addDays,
  addMonths,
  amountIn,
  type BusinessDate,
  Money,
  onDayOfMonth,
  wrong,
} from '@quittance/kernel';

/** One part of terms in instalments: how much of the total, and when. One of `share`, `amount` and `rest`. */
export interface TermsPart {
  /** Of the total: "0.25". */
  share?: string;
  amount?: string;
  /** What the other parts leave. */
  rest?: true;
  /** After the issue, first of all. */
  months?: number;
  /** Of the month that this comes to. */
  day?: number;
  /** After that. */
  days?: number;
}

/** A part of what is owed, due on a day of its own. */
export interface Instalment {
  dueOn: BusinessDate;
  amount: string;
}

export const MOST_INSTALMENTS = 120;

export const inOrderOfDate = (parts: readonly Instalment[]): boolean =>
  parts.every(({ dueOn }, i) => i === 0 || parts[i - 1]!.dueOn <= dueOn);

/** When a part is due. Where a month has no such day, its last day counts. */
export function dueDateOfPart(
  { months = 0, day, days = 0 }: TermsPart,
  issuedOn: BusinessDate,
): BusinessDate {
  const then = addMonths(issuedOn, months);
  return addDays(day === undefined ? then : onDayOfMonth(then, day), days);
}

/** What is wrong with the parts whatever the total is. */
export function partsFault(parts: readonly TermsPart[] | undefined): string | undefined {
  if (!parts?.length) return 'instalments take parts';
  const said = ({ share, amount, rest }: TermsPart): number =>
    [share, amount, rest].filter((one) => one !== undefined && one !== (false as never)).length;
  if (parts.some((part) => said(part) !== 1)) return 'a part says one of share, amount and rest';
  const [shares, rests] = [parts.filter(({ share }) => share), parts.filter(({ rest }) => rest)];
  if (rests.length > 1) return 'one part at most is the rest';
  if (rests.length === 1) return undefined;
  if (shares.length === 0) return undefined;
  if (shares.length < parts.length) return 'shares and amounts together need a part that is the rest';
  const sum = shares.reduce((all, { share }) => all + units(share!), 0n);
  return sum === ONE ? undefined : 'shares without a part that is the rest add up to 1';
}

/** Shares have ten decimals at most. */
const ONE = 10n ** 10n;
function units(share: string): bigint {
  const [whole = '0', decimals = ''] = share.split('.');
  return BigInt(whole + decimals.padEnd(10, '0'));
}

/**
 * The total in instalments. Where a part is the rest, shares are rounded half up one by one and it takes the difference; else
 * they are split by largest remainder, ties to the first. A part that comes to nothing is left out.
 * @throws Rejection 422 when amounts do not fit the total
 */
export function inParts(total: Money, parts: readonly TermsPart[], issuedOn: BusinessDate): Instalment[] {
  const { currency } = total;
  const rest = parts.findIndex((part) => part.rest);
  const shared = (share: string): Money => total.split([`${units(share)}`, `${ONE - units(share)}`])[0]!;
  const amounts =
    rest < 0 && parts[0]!.share !== undefined
      ? total.split(parts.map(({ share }) => share!))
      : parts.map(({ share, amount }) =>
          share !== undefined ? shared(share) : amountIn(currency, amount ?? '0', '/terms'),
        );
  const others = Money.sum(amounts, currency);
  const left = total.minus(others);
  if (rest < 0 ? !left.isZero : left.isNegative)
    throw wrong('/terms', 'adds-up', total.toString(), `the parts come to ${others.toString()}`);
  return parts.flatMap((part, i) => {
    const amount = i === rest ? left : amounts[i]!;
    return amount.isZero ? [] : [{ dueOn: dueDateOfPart(part, issuedOn), amount: amount.toString() }];
  });
}
