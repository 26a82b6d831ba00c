// An audit export, tampered with in six ways; a stranger with one file of Node finds each, and its place.
import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Installation, run } from './installation.mjs';
import { command, expect, title } from './ledger.mjs';

export async function showTampering(root, work) {
  title('An audit export, tampered with in six ways');
  const file = join(work, 'audit.ndjson');
  const { publicKey, env } = await signingKey(work);
  const installation = await Installation.at(root, join(work, 'audited'), { env });
  await installation.start();
  try {
    const rows = ['import', 'docs/examples/first.csv', '--mapping', 'docs/examples/first.mapping.json'];
    await installation.quittance(...rows);
    command('npm run -s quittance -- export-audit audit.ndjson');
    const { code, stderr } = await installation.quittance('export-audit', file);
    expect(`the export ends with ${code ? stderr : ''}`, 0, code);
  } finally {
    await installation.interrupt();
  }
  const verify = (path) =>
    run(process.execPath, ['verify-audit.mjs', path, '--public-key', publicKey], {
      cwd: join(root, 'apps/cli/verify'),
    });
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  command('node verify-audit.mjs audit.ndjson --public-key audit-public.pem');
  expect('as exported, everything holds', 0, (await verify(file)).code);
  for (const [way, tampered] of Object.entries(tamperings(lines))) {
    const path = join(work, `${way.replaceAll(' ', '-')}.ndjson`);
    await writeFile(path, `${tampered.join('\n')}\n`);
    const { code, stdout, stderr } = await verify(path);
    const said = (stdout + stderr).trim();
    expect(`${way}: ${said}`, [1, true], [code, /line \d+/.test(said)]);
  }
}

async function signingKey(work) {
  const { privateKey, publicKey: pub } = generateKeyPairSync('ed25519');
  const [key, publicKey] = [join(work, 'audit-key.pem'), join(work, 'audit-public.pem')];
  await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await writeFile(publicKey, pub.export({ type: 'spki', format: 'pem' }));
  return { publicKey, env: { AUDIT_SIGNING_KEY: key } };
}

/** The lines of the file after each kind of tampering. */
function tamperings(lines) {
  const parsed = lines.map((line) => JSON.parse(line));
  const facts = parsed.flatMap(({ kind }, i) => (kind === 'fact' ? [i] : []));
  const paid = facts.find((i) => parsed[i].type === 'PaymentApplied');
  const { stream } = parsed[paid];
  const dearer = lines[paid].replace('"applied":"', '"applied":"1');
  return {
    'a flipped byte': lines.with(paid, dearer),
    'a dropped fact': lines.toSpliced(paid, 1),
    'two swapped facts': lines.with(facts[1], lines[facts[2]]).with(facts[2], lines[facts[1]]),
    'an inserted fact': lines.toSpliced(paid, 0, lines[paid]),
    'a missing stream': lines.filter((_, i) => parsed[i].kind !== 'fact' || parsed[i].stream !== stream),
    'a cut tail': lines.slice(0, facts.at(-1)),
  };
}
