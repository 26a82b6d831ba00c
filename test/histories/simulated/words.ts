import { dayAt } from './bookkeeping.js';
import type { History, Step, Intent } from './history.js';

const CUSTOMERS = ['Alfa', 'Beta'];
const PEOPLE = ['Anna', 'Bruno', 'Carla'];
const cents = (amount: number): string => `${amount} cents`;

function said(intent: Intent): string {
  switch (intent.do) {
    case 'issue':
      return `issue invoice ${intent.number} to ${CUSTOMERS[intent.customer]} over ${cents(intent.cents)} on ${dayAt(intent.issued)}, due in ${intent.days} days, owner ${PEOPLE[intent.owner]}`;
    case 'pay': {
      const parts = intent.parts.map(({ invoice, share }) => `${share} % for the ${nth(invoice)} invoice`);
      const payer = intent.payer === null ? 'somebody' : CUSTOMERS[intent.payer];
      const bank = intent.external === null ? '' : `, the bank's payment ${intent.external}`;
      return `record ${cents(intent.cents)} received from ${payer} on ${dayAt(intent.received)}${bank}: ${parts.join(', ') || 'for no invoice'}`;
    }
    case 'extend':
      return `on ${dayAt(intent.granted)} grant the ${nth(intent.invoice)} invoice ${intent.days} days more`;
    case 'reassign':
      return `on ${dayAt(intent.assigned)} hand the ${nth(intent.invoice)} invoice to ${PEOPLE[intent.owner]}`;
    case 'dispute':
      return `on ${dayAt(intent.disputed)} dispute ${intent.cents === null ? 'all' : cents(intent.cents)} of the ${nth(intent.invoice)} invoice`;
    case 'resolve':
      return `on ${dayAt(intent.resolved)} ${intent.upheld ? 'uphold' : 'reject'} the ${nth(intent.dispute)} dispute of the ${nth(intent.invoice)} invoice`;
  }
}

/** Of those issued by then; beyond them it goes round. */
const nth = (i: number): string => `${i + 1}.`;

function told(step: Step): string {
  switch (step.step) {
    case 'send': {
      if (!step.fault) return `writer ${step.by}: ${said(step.intent)}`;
      const { how, append, asksAgain } = step.fault;
      const then = how === 'reply-lost' ? '' : asksAgain ? '; the caller asks again' : '; nobody asks again';
      return `writer ${step.by}: ${said(step.intent)}; ${how.replaceAll('-', ' ')} append ${append}${then}`;
    }
    case 'together':
      return `at once, ${step.intents.map((intent, i) => `writer ${i} (after ${step.paces[i]} turns): ${said(intent)}`).join(' AND ')}`;
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
