import { say } from '../telling/say.js';
import { type Language, type Params, Sentence } from '../telling/sentences.js';

const AND_MORE = '{moreNumbers, plural, =0 {} other { and # more}}';
const NOT_ALL = '{notAll, select, none {} other {; not all open invoices were looked at}}';

/** Why something is proposed, in English, as a sentence each: ICU messages over what the rule found. */
const ENGLISH = {
  ProposedByReference: `The reference names {numbers}${AND_MORE}: {open} {currency} open, {free} free{strange, select, none {} other {; somebody else than the payer owes it}}`,
  ProposedByAmount: `Exactly {free} {currency} are open of {part, select, none {} other {the earliest open instalment of }}{number}{others, plural, =0 {} other {; so they are of # more}}${NOT_ALL}`,
  ProposedBySum: `{numbers}${AND_MORE} come to exactly {free} {currency}{others, plural, =0 {} other {; so do others}}${NOT_ALL}`,
  ProposedAll: `It is exactly all that is open: {free} {currency} of {numbers}${AND_MORE}`,
  ProposedByAge:
    'The oldest due first: {free} {currency} free, {more, select, none {} other {more than }}{open} open; it reaches {count, plural, one {one invoice} other {# invoices}}',
  ProposedByAccount: 'Money of this account number was applied for {customerId} in {times} of {of} payments.',
} as const;

/** A sentence of the reasons for a proposal, with what it names. */
export interface Because {
  says: keyof typeof ENGLISH;
  params: Params;
}

const english = new Map<string, Sentence>();

const inEnglish = ({ says, params }: Because): string => {
  let sentence = english.get(says);
  if (!sentence) english.set(says, (sentence = new Sentence(ENGLISH[says], 'en')));
  return sentence.say(params);
};

/** Why, in the language: English where it has no sentence. */
export const becauseIn = (language: Language, because: readonly Because[]): string =>
  because.map((one) => say(language, one.says, one.params) ?? inEnglish(one)).join(' ');
