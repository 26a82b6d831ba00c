import { type Api, commandsOf } from '../manifest/feature.js';
import { EVERYONE, LOOKED_UP } from '../manifest/roles.js';
import { parkedStream } from '../streams.js';
import { ReleaseStreams } from './parked.commands.js';
import { ParkedController } from './parked.controller.js';
import { parkedDecider } from './parked.decider.js';
import { ParkedStreams } from './parked.queries.js';

export const parkedApi: Api = {
  commands: commandsOf(parkedDecider, {
    ReleaseStreams: { command: ReleaseStreams, stream: (_command, entity) => parkedStream(entity) },
  }),
  routes: {
    'POST /v1/parked/releases': { roles: ['manager', 'admin'] },
    'GET /v1/parked': { roles: EVERYONE },
    // The API process itself answers it.
    'GET /v1/status': { roles: LOOKED_UP },
  },
  writes: [ParkedController],
  providers: [ParkedStreams],
};
