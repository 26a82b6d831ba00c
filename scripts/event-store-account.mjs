// Makes the account that Quittance uses in EventStoreDB or KurrentDB, with the least rights (docs/operations.md):
//   EVENTSTORE_ADMIN_URL='esdb://admin:...@node1:2113,node2:2113?tlsCAFile=/path/ca.crt' NODE_EXTRA_CA_CERTS=/path/ca.crt \
//   ACCOUNT_PASSWORD=... node scripts/event-store-account.mjs
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

const NAME = process.env.ACCOUNT_NAME || 'quittance';
const ENTITY = process.env.LEGAL_ENTITY || 'main';
const ADMINS = '$admins';

/** What is written: ACLs of streams, and the default one, which streams of no ACL have. */
export function rights(name, entity) {
  return {
    settings: {
      $userStreamAcl: {
        $r: [name, ADMINS],
        $w: [name, ADMINS],
        $mr: [name, ADMINS],
        $d: ADMINS,
        $mw: ADMINS,
      },
      $systemStreamAcl: { $r: ADMINS, $w: ADMINS, $mr: ADMINS, $d: ADMINS, $mw: ADMINS },
    },
    streams: {
      $all: { readRoles: [name, ADMINS] },
      [`heartbeat-${entity}`]: { metaWriteRoles: [name, ADMINS] },
    },
  };
}

async function makeAccount(url, password) {
  const {
    username,
    password: admin,
    host,
  } = new URL(url.replace(/^esdb(\+discover)?:/, 'http:').replace(/,[^/?]*/, ''));
  const answer = await fetch(`https://${host}/users/`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(admin)}`).toString('base64')}`,
    },
    body: JSON.stringify({ LoginName: NAME, FullName: 'Quittance', Groups: [], Password: password }),
  });
  if (!answer.ok && answer.status !== 409)
    throw new Error(`the account was not made: ${answer.status} ${await answer.text()}`);
  return answer.status === 409 ? 'was there already' : 'made';
}

async function giveRights(url) {
  const client = EventStoreDBClient.connectionString(url);
  const { settings, streams } = rights(NAME, ENTITY);
  for (const [stream, acl] of Object.entries(streams)) await client.setStreamMetadata(stream, { acl });
  await client.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: settings }));
  await client.dispose();
}

if (import.meta.filename === process.argv[1]) {
  const { EVENTSTORE_ADMIN_URL: url, ACCOUNT_PASSWORD: password } = process.env;
  if (!url || !password) {
    process.stderr.write('EVENTSTORE_ADMIN_URL and ACCOUNT_PASSWORD: set both\n');
    process.exit(2);
  }
  console.log(`account ${NAME}: ${await makeAccount(url, password)}`);
  await giveRights(url);
  console.log(`it may read $all, read and write streams, and bound heartbeat-${ENTITY}`);
}
