import type { BusinessDate } from './business-date.js';

/**
 * Currencies that an invoice can be in: ISO 4217 as it stands in 2026 (list one with amendments up to 180 of
 * 2025-09-24; ended ones of list three from 2010 on), typed from the list of 2024-06-25 and the amendments 161 to 180,
 * checked on 2026-11-29. By decimals. Codes without a minor unit (XAU, XXX, ...) are left out on purpose: an amount in
 * them has no exact form.
 */
const BY_DECIMALS: Record<number, string> = {
  0: 'BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD ' +
    'CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL ' +
    'GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD ' +
    'LSL LTL LVL MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD ' +
    'PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC ' +
    'SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VEF VES WST XAD XCD XCG YER ZAR ZMK ' +
    'ZMW ZWG ZWL',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

/** The first and the last day of a currency, both included. */
export interface CurrencyTerm {
  from?: BusinessDate;
  to?: BusinessDate;
}

// Those that came or went since 2010; no `from`: older than that. A number is that of the amendment which was read;
// the days without one are those that registries of currencies agree on.
const TERMS: Record<string, CurrencyTerm> = {
  EEK: { to: '2010-12-31' }, // Estonia: EUR
  SSP: { from: '2011-07-18' },
  ZMK: { to: '2012-12-31' }, // ZMW
  ZMW: { from: '2013-01-01' },
  LVL: { to: '2013-12-31' }, // EUR
  LTL: { to: '2014-12-31' }, // EUR
  BYN: { from: '2016-07-01' }, // 161; BYR went on beside it to the end of the year
  BYR: { to: '2016-12-31' },
  MRO: { to: '2017-12-31' }, // 165: MRU
  MRU: { from: '2018-01-01' },
  STD: { to: '2017-12-31' }, // 164: STN
  STN: { from: '2018-01-01' },
  VEF: { to: '2018-08-20' }, // 168: VES
  VES: { from: '2018-08-20' },
  UYW: { from: '2018-08-29' },
  CUC: { to: '2021-06-30' }, // 178
  VED: { from: '2021-10-01' }, // 170; VES stays on the list beside it
  SLE: { from: '2022-04-01' }, // 171
  HRK: { to: '2022-12-31' }, // 174: EUR
  SLL: { to: '2023-12-31' }, // 175
  ZWG: { from: '2024-06-25' }, // 177
  ZWL: { to: '2024-08-31' },
  ANG: { to: '2025-03-31' }, // 176: no payment by bank in it from that day; cash to the end of June
  XCG: { from: '2025-03-31' },
  XAD: { from: '2025-05-12' }, // 179
  BGN: { to: '2025-12-31' }, // 180: EUR
};

const DECIMALS = new Map(
  Object.entries(BY_DECIMALS).flatMap(([decimals, codes]) =>
    codes.split(' ').map((code) => [code, Number(decimals)] as const),
  ),
);

/** All of them, by their code. */
export const CURRENCIES: readonly string[] = [...DECIMALS.keys()].sort();

/** Whether the code is, or was, a currency that an invoice can be in: upper case, with a minor unit. */
export const isCurrency = (code: unknown): code is string => typeof code === 'string' && DECIMALS.has(code);

/** How many decimals an amount in this currency has. Throws on a code that `isCurrency` refuses. */
export function decimalsOf(currency: string): number {
  const decimals = DECIMALS.get(currency);
  if (decimals === undefined) throw new RangeError(`unknown currency ${currency}`);
  return decimals;
}

/** Why a document of that day cannot be in the currency; undefined when it can. */
export function currencyFault(currency: string, on: BusinessDate): string | undefined {
  const { from, to } = TERMS[currency] ?? {};
  if (from !== undefined && on < from) return `${currency} is a currency from ${from} on`;
  if (to !== undefined && on > to) return `${currency} was a currency to ${to}`;
  return undefined;
}
