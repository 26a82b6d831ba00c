import { inWordsOf as said } from './actions.js';
import { dayAt } from './books.js';
import type { History, Step } from './history.js';

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
