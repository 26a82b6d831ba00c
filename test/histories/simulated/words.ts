import { dayAt } from './bookkeeping.js';
import type { History, Step, Wish } from './history.js';

const CUSTOMERS = ['Alfa', 'Beta'];
const PEOPLE = ['Anna', 'Bruno', 'Carla'];
const cents = (amount: number): string => `${amount} cents`;

function said(wish: Wish): string {
  switch (wish.do) {
    case 'issue':
      return `issue invoice ${wish.number} to ${CUSTOMERS[wish.customer]} over ${cents(wish.cents)} on ${dayAt(wish.issued)}, due in ${wish.days} days, owner ${PEOPLE[wish.owner]}`;
    case 'pay': {
      const parts = wish.parts.map(({ invoice, share }) => `${share} % for the ${nth(invoice)} invoice`);
      const payer = wish.payer === null ? 'somebody' : CUSTOMERS[wish.payer];
      const bank = wish.external === null ? '' : `, the bank's payment ${wish.external}`;
      return `record ${cents(wish.cents)} received from ${payer} on ${dayAt(wish.received)}${bank}: ${parts.join(', ') || 'for no invoice'}`;
    }
    case 'extend':
      return `on ${dayAt(wish.granted)} grant the ${nth(wish.invoice)} invoice ${wish.days} days more`;
    case 'reassign':
      return `on ${dayAt(wish.assigned)} hand the ${nth(wish.invoice)} invoice to ${PEOPLE[wish.owner]}`;
    case 'dispute':
      return `on ${dayAt(wish.disputed)} dispute ${wish.cents === null ? 'all' : cents(wish.cents)} of the ${nth(wish.invoice)} invoice`;
    case 'resolve':
      return `on ${dayAt(wish.resolved)} ${wish.upheld ? 'uphold' : 'reject'} the ${nth(wish.dispute)} dispute of the ${nth(wish.invoice)} invoice`;
  }
}

/** Of those issued by then; beyond them it goes round. */
const nth = (i: number): string => `${i + 1}.`;

function told(step: Step): string {
  switch (step.step) {
    case 'send': {
      if (!step.fault) return `writer ${step.by}: ${said(step.wish)}`;
      const { how, append, asksAgain } = step.fault;
      const then = how === 'reply-lost' ? '' : asksAgain ? '; the caller asks again' : '; nobody asks again';
      return `writer ${step.by}: ${said(step.wish)}; ${how.replaceAll('-', ' ')} append ${append}${then}`;
    }
    case 'together':
      return `at once, ${step.wishes.map((wish, i) => `writer ${i} (after ${step.paces[i]} turns): ${said(wish)}`).join(' AND ')}`;
    case 'again':
      return `writer ${step.by}: request ${step.earlier + 1} (or as many round) again${step.newKey ? ' under a new key' : ''}`;
    case 'restart':
      return `kill and restart: ${step.part}`;
    case 'ask':
      return `keep the aging report as of ${dayAt(step.asOf)}`;
  }
}

/** A history as one would tell it to an accountant. */
export const inWords = ({ steps, deliveries }: History): string =>
  [
    ...steps.map((step, i) => `${i + 1}. ${told(step)}`),
    `The projector gets, in turn: ${deliveries
      .map(
        ({ facts, again, crash }) =>
          `${facts} facts${again ? `, the ${again} before them once more` : ''}${crash ? ', a crash before the commit' : ''}`,
      )
      .join('; ')}.`,
  ].join('\n');
