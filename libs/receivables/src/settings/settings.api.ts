import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE } from '../manifest/roles.js';
import { settingsStream } from '../streams.js';
import { SetDuties, SetLimits } from './settings.commands.js';
import { SettingsController } from './settings.controller.js';
import { SettingsQueries } from './settings.queries.js';
import { SettingsQueriesController } from './settings.queries.controller.js';
import { settings } from './settings.stream.js';

const stream = (_command: object, entity: string): string => settingsStream(entity);

export const settingsApi: Api = {
  commands: commandsOf(settings, {
    SetLimits: { command: SetLimits, stream },
    SetDuties: { command: SetDuties, stream },
  }),
  routes: {
    'POST /v1/settings/limits': { roles: ['manager', 'admin'], batch: { command: SetLimits } },
    'GET /v1/settings/limits': { roles: EVERYONE },
    'POST /v1/settings/duties': { roles: ['admin'], batch: { command: SetDuties } },
    'GET /v1/settings/duties': { roles: EVERYONE },
  },
  writes: [SettingsController],
  reads: [SettingsQueriesController],
  providers: [SettingsQueries],
};
