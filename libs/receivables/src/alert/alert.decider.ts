import { factsOf, Rejection, type Slice } from '@quittance/kernel';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { PersonState } from '../person/person.stream.js';
import type { Language } from '../template/template.events.js';
import type { ChooseAlerts } from './alert.commands.js';
import type { AlertFacts, Way } from './alert.events.js';

/** How somebody is told; nothing was ever said of it: in the work list alone. */
export interface Alerts {
  alerts: Way;
  language?: Language;
}

export interface AlertSlice {
  name: 'alert';
  commands: { ChooseAlerts: ChooseAlerts };
  facts: AlertFacts;
  own: Alerts;
  sees: PersonState;
  hears: ErasureFacts;
}

const fact = factsOf<AlertFacts>();

/** How a person is told of what falls due. */
export const alert: Slice<AlertSlice> = {
  name: 'alert',
  initial: { alerts: 'none' },
  decide: {
    ChooseAlerts({ personId, alerts, language }, { stream: { person }, own }, { today, actor }) {
      if (!person) throw Rejection.notFound('person-not-found', `There is no person ${personId}.`);
      if (actor.id !== personId && !actor.roles.includes('admin'))
        throw new Rejection(
          'forbidden',
          'forbidden',
          `How ${personId} is told is said by ${personId}, or by an admin.`,
        );
      if (person.erased)
        throw Rejection.conflict('person-erased', `Person ${personId} was erased: nobody is told any more.`);
      const chosen = { alerts, language: language ?? own.language ?? 'en' };
      if (chosen.alerts === own.alerts && chosen.language === (own.language ?? 'en')) return [];
      return [fact('AlertsChosen', { personId, ...chosen, chosenOn: today })];
    },
  },
  evolve: {
    AlertsChosen: (_own, { alerts, language }) => ({ alerts, language }),
    PersonalDataErased: () => ({ alerts: 'none' }),
  },
};
