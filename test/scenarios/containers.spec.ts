import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { connectEventStore } from '@quittance/event-store';
import { settingsFrom } from '@quittance/process';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { story } from '../support/story.js';

// What can be said of docker-compose.yml and the image without a container engine.

const ROOT = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Service {
  build?: { dockerfile: string };
  image: string;
  restart: string;
  command?: string[];
  deploy?: { replicas: number };
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  volumes?: string[];
  ports?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
}
const { services, volumes } = load(read('docker-compose.yml'), {
  schema: CORE_SCHEMA.withTags(mergeTag),
}) as { services: Record<string, Service>; volumes: Record<string, object> };
const STORES = ['eventstore-1', 'eventstore-2', 'eventstore-3'];
const OURS = ['api', 'projector', 'reactor'];

/** A certificate authority and certificates, as docker/certificates.sh makes them. */
let certificates: string;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-certificates-'));
  execFileSync('sh', [join(ROOT, 'docker/certificates.sh')], { cwd: folder });
  certificates = join(folder, 'certificates');
});
afterAll(() => rmSync(resolve(certificates, '..'), { recursive: true, force: true }));

const VALUES: Record<string, string> = {
  AUTH_ISSUER: 'https://tokens.example',
  AUTH_JWKS_URL: 'https://tokens.example/jwks',
  POSTGRES_PASSWORD: 'secret',
  EVENTSTORE_PASSWORD: 'secret',
};

/** As compose fills in `${NAME:-standard}` and `${NAME:?why}`, with the certificates where they are here. */
const filled = (environment: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value
        .replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, what: string, how: string, standard: string) =>
          how === '-' ? standard : VALUES[what]!,
        )
        .replace('/certificates/', `${certificates}/`),
    ]),
  );

describe('docker-compose.yml', () => {
  it('has a cluster of three event stores, PostgreSQL, and two of each process', () => {
    expect(Object.keys(services).sort()).toEqual([...OURS, ...STORES, 'postgres'].sort());
    expect(OURS.map((name) => services[name]!.deploy?.replicas)).toEqual([2, 2, 2]);
    expect(new Set(Object.values(services).map(({ restart }) => restart))).toEqual(
      new Set(['unless-stopped']),
    );
  });

  it.each(OURS)('starts %s with settings that it takes, once the stores are healthy', (name) => {
    const { environment, depends_on: stores = {} } = services[name]!;
    const settings = settingsFrom(filled(environment));
    expect(settings).toMatchObject({ legalEntity: 'main', auth: { audience: 'quittance' } });
    expect(() => connectEventStore(settings.eventStoreUrl!)).not.toThrow();
    const named = [settings.databaseUrl, settings.eventStoreUrl].join(' ');
    expect(Object.keys(stores).sort()).toEqual([...STORES, 'postgres']);
    for (const store of Object.keys(stores)) {
      expect(named).toContain(store);
      expect(services[store]!.healthcheck?.test.length).toBeGreaterThan(1);
    }
  });

  it.each(STORES)('%s is one of three, says its own name and looks for the other two', (name) => {
    const { environment, volumes: [volume] = [] } = services[name]!;
    expect(environment.EVENTSTORE_CLUSTER_SIZE).toBe('3');
    expect(environment.EVENTSTORE_NODE_HOST_ADVERTISE_AS).toBe(name);
    const others = STORES.filter((store) => store !== name).map((store) => `${store}:2113`);
    expect(environment.EVENTSTORE_GOSSIP_SEED).toBe(others.join());
    expect(volumes).toHaveProperty([volume!.split(':')[0]!]);
  });

  it('has a certificate of one authority for the name of each store', () => {
    const authority = new X509Certificate(readFileSync(join(certificates, 'ca.crt')));
    for (const store of [...STORES, 'postgres']) {
      const certificate = new X509Certificate(readFileSync(join(certificates, store, 'node.crt')));
      expect([store, certificate.checkHost(store), certificate.checkIssued(authority)]).toEqual([
        store,
        store,
        true,
      ]);
      expect(certificate.verify(authority.publicKey)).toBe(true);
      const mounted = services[store]!.volumes!.map((volume) => volume.split(':')[0]!);
      for (const file of mounted.filter((path) => path.startsWith('./certificates/'))) {
        expect(existsSync(join(certificates, file.replace('./certificates/', '')))).toBe(true);
      }
    }
  });

  story('mended-doors', 'C10', 'Containers reach no further than they must', (show) => {
    const all = Object.entries(services);
    show({
      input: 'docker-compose.yml',
      right: {
        open: ['127.0.0.1:3000-3001:3000'],
        hardened: Object.keys(services),
        capabilities: [['postgres', ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID']]],
        withoutTls: 0,
      },
      got: {
        open: all.flatMap(([, { ports = [] }]) => ports),
        hardened: all
          .filter(([, service]) => service.read_only && service.cap_drop?.includes('ALL'))
          .filter(([, service]) => service.security_opt?.includes('no-new-privileges:true'))
          .map(([name]) => name),
        capabilities: all.flatMap(([name, { cap_add: added }]) => (added ? [[name, added]] : [])),
        withoutTls: all.filter(([, { environment }]) =>
          /tls=false|INSECURE/.test(JSON.stringify(environment)),
        ).length,
      },
    });
  });

  story(
    'mended-doors',
    'D3',
    'An event store gets no setting of ours, and Quittance none of the event store’s',
    (show) => {
      const names = (which: string[]) => [
        ...new Set(which.flatMap((name) => Object.keys(services[name]!.environment))),
      ];
      show({
        input: 'the environments in docker-compose.yml and docs/examples/systemd',
        right: { toStores: [], toUs: [] },
        got: {
          toStores: names(STORES).filter((name) => ['EVENTSTORE_URL', 'EVENTSTORE_PORT'].includes(name)),
          toUs: [
            ...names(OURS),
            ...read('docs/examples/systemd/quittance.env')
              .split('\n')
              .map((line) => line.split('=')[0]!),
          ].filter((name) => name.startsWith('EVENTSTORE_')),
        },
      });
    },
  );

  it('knows whether an api answers', () => {
    expect(services.api!.healthcheck?.test.join(' ')).toContain('/health/live');
  });
});

describe('the image', () => {
  const lines = read('docker/Dockerfile').split('\n');
  const copies = lines.filter((line) => line.startsWith('COPY')).map((line) => line.split(' ').slice(1));
  let image: string;
  beforeAll(() => {
    image = mkdtempSync(join(tmpdir(), 'quittance-image-'));
    // The last stage, as it would be copied together.
    for (const [from, source, to] of copies.filter(([first]) => first!.startsWith('--from='))) {
      const path = source!.replace('/quittance/', '');
      const place = join(image, to!, to!.endsWith('/') ? basename(path) : '');
      expect([from, path, existsSync(join(ROOT, path))]).toEqual(['--from=build', path, true]);
      if (path === 'node_modules') symlinkSync(join(ROOT, path), place);
      else cpSync(join(ROOT, path), place, { recursive: true });
    }
  });
  afterAll(() => rmSync(image, { recursive: true, force: true }));

  const ran = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, args, { cwd: image, env, encoding: 'utf8' });

  it('is made of files that are here, and not run by root', () => {
    const fromHere = copies
      .filter(([first]) => !first!.startsWith('--'))
      .flatMap((parts) => parts.slice(0, -1));
    expect(fromHere.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(lines.findIndex((line) => line === 'USER node')).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('COPY')),
    );
  });

  const standard = JSON.parse(lines.findLast((line) => line.startsWith('CMD'))!.slice(4)) as string[];
  it.each(OURS)('holds all that %s needs to come to its settings', (name) => {
    const [node, ...args] = services[name]!.command ?? standard;
    expect(node).toBe('node');
    expect(args[0]).toContain(`/${name}/`);
    const { status, stderr } = ran(args, { DATABASE_URL: 'postgres://nowhere/quittance_read' });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('set both') as string });
  });

  it('holds the command line', () => {
    expect(ran(['bin/quittance.mjs', 'migrate-store', '--help'])).toMatchObject({
      stderr: '',
      status: 0,
      stdout: expect.stringContaining('--verify') as string,
    });
  });
});
