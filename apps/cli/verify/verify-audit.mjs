#!/usr/bin/env node
// Verifies an audit export of Quittance (docs/audit-export.md). One file, Node's own modules only: copy it anywhere.
//   node verify-audit.mjs FILE [--public-key PEM | --fingerprint HEX]
// Exit 0: everything holds. 1: it does not; the place is said. 2: it could not be read.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

export class Broken extends Error {}
class Unreadable extends Error {}

const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');

/** RFC 8785: keys sorted by UTF-16 code units, numbers and texts as ECMAScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
}

/** The lines of the file with their bytes, each ended by one line feed; at most 16 MiB each. */
async function* linesOf(path) {
  const [first = Buffer.alloc(0)] = await firstBytes(path);
  const file = createReadStream(path);
  const bytes = first[0] === 0x1f && first[1] === 0x8b ? file.pipe(createGunzip()) : file;
  if (bytes !== file) file.on('error', (error) => bytes.destroy(error));
  let number = 0;
  let rest = [];
  try {
    for await (let chunk of bytes) {
      for (let end; (end = chunk.indexOf(10)) >= 0; chunk = chunk.subarray(end + 1)) {
        rest.push(chunk.subarray(0, end + 1));
        yield { number: (number += 1), bytes: rest.length === 1 ? rest[0] : Buffer.concat(rest) };
        rest = [];
      }
      rest.push(chunk);
      if (rest.length > 256) throw new Broken(`line ${number + 1}: it does not end`);
    }
  } catch (error) {
    if (error instanceof Broken || !['Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(error.code)) throw error;
    throw new Broken(`after line ${number}: the file is damaged or cut (${error.message})`);
  }
  if (Buffer.concat(rest).length) throw new Broken(`line ${number + 1}: the file is cut within the line`);
}

async function firstBytes(path) {
  for await (const chunk of createReadStream(path, { end: 1 })) return [chunk];
  return [];
}

function parsed({ number, bytes }) {
  const text = bytes.toString('utf8');
  const at = (what) => new Broken(`line ${number}: ${what}`);
  if (!Buffer.from(text).equals(bytes)) throw at('it is not UTF-8');
  try {
    const line = JSON.parse(text);
    // A second member of the same name would hide behind the first, and space could carry anything.
    if (`${JSON.stringify(line)}\n` !== text) throw at('it is not written as the format says');
    return line;
  } catch (error) {
    throw error instanceof Broken ? error : at('it is no JSON');
  }
}

/** Streams whose ends are held at once; with more of them the file is read again. */
const MOST_STREAMS = 1_000_000;

/** Follows chains. With more streams than fit, those of one part; the others take another reading. */
class Chains {
  ends = new Map();
  /** Only days that begin later cut the beginnings of streams. */
  fromTheStart = true;
  constructor(part = 0, parts = 1) {
    this.part = part;
    this.parts = parts;
  }

  isMine(stream) {
    if (this.parts === 1) return true;
    let hash = 0x811c9dc5;
    for (let i = 0; i < stream.length; i += 1)
      hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193) >>> 0;
    return hash % this.parts === this.part;
  }

  fact({ stream, revision, metadata }, at) {
    if (!this.isMine(stream)) return;
    const end = this.ends.get(stream);
    const next = end ? BigInt(end.last) + 1n : undefined;
    if (end && BigInt(revision) !== next)
      throw new Broken(`${at}: revision ${next} of ${stream} is missing before it`);
    if (end && metadata.previousHash !== end.hash)
      throw new Broken(`${at}: it does not link to the fact before it`);
    if (!end && (revision === '0') !== (metadata.previousHash === null)) {
      throw new Broken(`${at}: it says that ${revision === '0' ? 'a fact' : 'no fact'} comes before it`);
    }
    if (!end && this.fromTheStart && revision !== '0') {
      throw new Broken(`${at}: the facts of ${stream} before it are missing`);
    }
    if (!end)
      this.ends.set(stream, { first: revision, before: metadata.previousHash, facts: 1n, last: revision });
    else end.facts += 1n;
    Object.assign(this.ends.get(stream), { last: revision, hash: metadata.hash });
    while (this.part === 0 && this.ends.size > MOST_STREAMS) this.halve();
  }

  halve() {
    this.parts *= 2;
    for (const stream of this.ends.keys()) if (!this.isMine(stream)) this.ends.delete(stream);
  }

  /** What the export says of a stream must be what its facts said. */
  end({ stream, first, last, facts, before, hash }, number) {
    if (!this.isMine(stream)) return;
    const end = this.ends.get(stream);
    const at = `line ${number}, stream ${stream}`;
    if (!end) throw new Broken(`${at}: its facts are missing, or it ended before`);
    const held = {
      first: end.first,
      last: end.last,
      facts: String(end.facts),
      before: end.before,
      hash: end.hash,
    };
    const said = { first, last, facts, before, hash };
    for (const name of Object.keys(held)) {
      if (held[name] !== said[name])
        throw new Broken(`${at}: ${name} is ${held[name]}, its end says ${said[name]}`);
    }
    this.ends.delete(stream);
  }

  allEnded() {
    for (const [stream, { last }] of this.ends) {
      throw new Broken(`stream ${stream}: its end is missing; its last fact has revision ${last}`);
    }
  }
}

/**
 * Sums of decimal texts, exact, in the way that the header says: no type of fact is known here. Exports of former releases do
 * not say it; then only the legs of each fact are held to zero.
 */
class Totals {
  of = new Map();
  constructor(how) {
    this.how = how;
  }

  static units(text) {
    const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    return { units: BigInt(sign + whole + decimals), decimals: decimals.length };
  }

  static add(sums, name, units) {
    sums.set(name, (sums.get(name) ?? 0n) + units);
  }

  in(currency) {
    const known = this.of.get(currency);
    if (known) return known;
    const made = { counts: new Map(), stated: new Map(), control: 0n, accounts: new Map(), kinds: new Map() };
    this.of.set(currency, made);
    return made;
  }

  /** What the facts state themselves: counts and sums of documents, and the control. */
  fact({ type, data }) {
    for (const { type: of, field, sign, count, sum } of this.how?.control ?? []) {
      if (of !== type || data[field] === undefined) continue;
      const sums = this.in(data.currency);
      const { units, decimals } = Totals.units(data[field]);
      if ((sums.decimals ??= decimals) !== decimals) throw new Broken(`an amount has ${decimals} decimals`);
      if (count) Totals.add(sums.counts, count, 1n);
      if (sum) Totals.add(sums.stated, sum, units);
      sums.control += sign === '-' ? -units : units;
    }
  }

  /** The legs of a fact sum to zero per currency and day. */
  legs(legs) {
    const days = new Map();
    for (const { account, kind, currency, amount, on } of legs) {
      const { units, decimals } = Totals.units(amount);
      Totals.add(days, `${currency} on ${on}`, units);
      if (!this.how) continue;
      const sums = this.in(currency);
      if ((sums.decimals ??= decimals) !== decimals)
        throw new Broken(`a leg of it in ${currency} has ${decimals} decimals`);
      Totals.add(sums.accounts, account, units);
      Totals.add(sums.kinds, `${account} ${kind}`, units);
    }
    for (const [day, sum] of days) if (sum !== 0n) throw new Broken(`its legs do not sum to zero in ${day}`);
  }

  /** What a total says is what the facts state and what their legs come to. */
  total({ currency, accounts, ...said }, number) {
    if (!this.how) return;
    const sums = this.of.get(currency);
    if (!sums) throw new Broken(`line ${number}: there is no fact in ${currency}`);
    const { counts, stated, control, kinds, decimals } = sums;
    const { figures, inner, control: states } = this.how;
    const is = (text, units) => {
      const amount = Totals.units(text ?? '');
      return amount.units === units && amount.decimals === decimals;
    };
    const otherwise = (name) =>
      new Broken(`line ${number}: ${name} in ${currency} is ${said[name]}, the facts say otherwise`);
    for (const { count, sum } of states) {
      if (count && BigInt(said[count] ?? 0) !== (counts.get(count) ?? 0n)) throw otherwise(count);
      if (sum && !is(said[sum], stated.get(sum) ?? 0n)) throw otherwise(sum);
    }
    if (!is(said.control, control)) throw otherwise('control');
    const wrong = (name) =>
      new Broken(`line ${number}: ${name} in ${currency} is not what the legs of the facts come to`);
    const held = (account) => sums.accounts.get(account) ?? 0n;
    for (const account of sums.accounts.keys()) if (!Object.hasOwn(accounts, account)) throw wrong(account);
    for (const [account, text] of Object.entries(accounts))
      if (!is(text, held(account))) throw wrong(account);
    for (const [name, { account, kind, turned }] of Object.entries(figures)) {
      const sum = kind === undefined ? held(account) : (kinds.get(`${account} ${kind}`) ?? 0n);
      if (!is(said[name], turned ? -sum : sum)) throw wrong(name);
    }
    if (inner.reduce((sum, account) => sum + held(account), 0n) !== control) throw wrong('control');
    this.of.delete(currency);
  }
}

/** Kinds of lines, in the order in which they come. */
const PLACE = {
  header: 0,
  fact: 1,
  head: 1,
  stream: 2,
  total: 3,
  type: 4,
  metadata: 5,
  table: 6,
  manifest: 7,
};

/** One reading of the whole file. */
class Reading {
  hash = createHash('sha256');
  counts = { lines: 0, facts: 0n, streams: 0n };
  /** Facts with a MAC. Whether it is right only the installation can say: it alone has the secret. */
  macs = 0n;
  position = -1n;
  log = { facts: 0n, streams: 0n, hash: '' };
  heads = new Map();
  totals = undefined;
  chains = new Chains();
  place = 0;
  manifest = undefined;
  manifestNumber = 0;

  line(line, { number, bytes }) {
    const { kind } = line;
    const at = `line ${number}`;
    if (this.manifest) throw new Broken(`${at}: something follows the manifest`);
    if ((number === 1) !== (kind === 'header'))
      throw new Broken(`${at}: the first line is the header, and only that`);
    if (!Object.hasOwn(PLACE, kind)) throw new Broken(`${at}: no line of the kind ${kind} is known`);
    if (PLACE[kind] < this.place) throw new Broken(`${at}: a line of the kind ${kind} comes too late`);
    this.place = PLACE[kind];
    if (kind === 'manifest') Object.assign(this, { manifest: line, manifestNumber: number });
    else {
      this.hash.update(bytes);
      this.counts.lines = number;
    }
    if (kind === 'header') this.begin(line);
    if (kind === 'fact') this.fact(line, `${at}, stream ${line.stream}, revision ${line.revision}`);
    if (kind === 'head' && this.isWhole) this.head(line, at);
    if (kind === 'total') this.totals.total(line, number);
    if (kind !== 'stream') return;
    this.chains.end(line, number);
    this.counts.streams += 1n;
  }

  begin(header) {
    const { format, version } = header;
    if (format !== 'quittance-audit' || version !== 1)
      throw new Unreadable(`${format} ${version} is not known here`);
    this.header = header;
    this.totals = new Totals(header.sums);
    // Only a whole export can tell the heads of the log again.
    this.isWhole = Object.keys(header.selection).length === 0;
    this.chains.fromTheStart = header.selection.from === undefined;
  }

  fact(fact, at) {
    const { stream, revision, position, id, type, data, metadata } = fact;
    if (BigInt(position) <= this.position) throw new Broken(`${at}: it is not in the order of the log`);
    this.position = BigInt(position);
    const { hash, $origin: _origin, ...hashed } = metadata;
    const { hashVersion, previousHash } = hashed;
    if (hashVersion !== 1) throw new Broken(`${at}: hash version ${hashVersion} is not known`);
    const form = { hashVersion, previousHash, stream, revision, id, type, data, metadata: hashed };
    if (sha256(canonical(form)) !== hash) throw new Broken(`${at}: its content is not what was hashed`);
    this.chains.fact(fact, at);
    this.totals.fact(fact);
    if (fact.legs) this.sumLegs(fact.legs, at);
    this.counts.facts += 1n;
    if (metadata.mac !== undefined) this.macs += 1n;
    if (type === 'LogHeadRecorded' && this.isWhole && this.heads.get(data.position) !== data.hash) {
      throw new Broken(`${at}: it recorded another head for position ${data.position} than the facts have`);
    }
    if (stream.startsWith('log-heads-')) return;
    this.log.facts += 1n;
    if (revision === '0') this.log.streams += 1n;
    this.log.hash = sha256(this.log.hash, hash);
  }

  sumLegs(legs, at) {
    try {
      this.totals.legs(legs);
    } catch (error) {
      throw error instanceof Broken ? new Broken(`${at}: ${error.message}`) : error;
    }
  }

  head({ position, facts, streams, hash }, at) {
    const { log } = this;
    if (BigInt(facts) !== log.facts || BigInt(streams) !== log.streams || hash !== log.hash) {
      throw new Broken(
        `${at}: the head of the log at position ${position} is not that of the facts before it`,
      );
    }
    this.heads.set(position, hash);
  }

  /** @returns the fingerprint of the key that signed */
  end(trusted) {
    const { manifest, manifestNumber, header, counts } = this;
    if (!manifest) throw new Broken(`after line ${counts.lines}: the file is cut, the manifest is missing`);
    const at = `line ${manifestNumber}, manifest`;
    this.chains.allEnded();
    if (this.totals.of.size)
      throw new Broken(`${at}: the totals of ${[...this.totals.of.keys()]} are missing`);
    for (const [name, count] of Object.entries(counts)) {
      if (manifest[name] !== String(count))
        throw new Broken(`${at}: ${manifest[name]} ${name} are named, ${count} are there`);
    }
    // Exports of releases before MACs do not say how many there are.
    if (manifest.macs !== undefined && manifest.macs !== String(this.macs))
      throw new Broken(`${at}: ${manifest.macs} facts with a MAC are named, ${this.macs} are there`);
    if (manifest.sha256 !== this.hash.digest('hex'))
      throw new Broken(`${at}: the bytes before it are not those that were signed`);
    for (const [name, value] of Object.entries(header)) {
      if (name !== 'kind' && canonical(manifest[name]) !== canonical(value))
        throw new Broken(`${at}: ${name} is not that of the header`);
    }
    const { signature, ...signed } = manifest;
    const der = Buffer.from(signed.publicKey, 'base64');
    if (Buffer.from(signature, 'base64').toString('base64') !== signature) {
      throw new Broken(`${at}: the signature is not written as base64 is`);
    }
    if (sha256(der) !== signed.fingerprint)
      throw new Broken(`${at}: the fingerprint is not that of its public key`);
    if (trusted && trusted !== signed.fingerprint)
      throw new Broken(`${at}: it is signed by another key, ${signed.fingerprint}`);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (
      key.asymmetricKeyType !== 'ed25519' ||
      !verifySignature(null, Buffer.from(canonical(signed)), key, Buffer.from(signature, 'base64'))
    ) {
      throw new Broken(`${at}: the signature is not of this manifest`);
    }
    return signed.fingerprint;
  }
}

/** Calls `each` with every line; what it cannot cope with is broken. */
async function read(path, each) {
  for await (const line of linesOf(path)) {
    const content = parsed(line);
    try {
      each(content, line);
    } catch (error) {
      if (error instanceof Broken || error instanceof Unreadable) throw error;
      throw new Broken(`line ${line.number}: ${error.message}`);
    }
  }
}

/** What the file holds. @throws Broken naming the place; `trusted` is the fingerprint of the only key to accept */
export async function verified(path, trusted) {
  const reading = new Reading();
  await read(path, (content, line) => reading.line(content, line));
  let fingerprint;
  try {
    fingerprint = reading.end(trusted);
  } catch (error) {
    if (error instanceof Broken) throw error;
    throw new Broken(`line ${reading.manifestNumber}, manifest: ${error.message}`);
  }
  for (let part = 1; part < reading.chains.parts; part += 1) {
    const chains = new Chains(part, reading.chains.parts);
    chains.fromTheStart = reading.chains.fromTheStart;
    await read(path, (content, { number }) => {
      if (content.kind === 'fact') chains.fact(content, `line ${number}, stream ${content.stream}`);
      if (content.kind === 'stream') chains.end(content, number);
    });
    chains.allEnded();
  }
  return { ...reading, fingerprint };
}

const USAGE = 'verify-audit.mjs FILE [--public-key PEM | --fingerprint HEX]';
const HELP = `${USAGE}

Verifies an audit export of Quittance (docs/audit-export.md). Without --public-key or --fingerprint (SHA-256 of the public
key in DER) it prints by which key the file is signed: compare that with the one you were told.

Exit codes: 0 everything holds, 1 it does not and the place is said, 2 it could not be read.

Example:
  node apps/cli/verify/verify-audit.mjs ~/audit.ndjson.gz --public-key ~/audit-public.pem`;

/** @param {string[]} words */
async function main([path, option, value, ...more]) {
  if (['--help', '-h'].includes(path)) return console.log(HELP);
  const known = option === undefined || (['--public-key', '--fingerprint'].includes(option) && value);
  if (!path || !known || more.length) throw new Unreadable(USAGE);
  const trusted =
    option === '--public-key'
      ? sha256(createPublicKey(readFileSync(value)).export({ type: 'spki', format: 'der' }))
      : value?.toLowerCase();
  const { header, manifest, counts, macs, totals, log, fingerprint, isWhole } = await verified(path, trusted);
  console.log(
    `ok: ${counts.facts} facts in ${counts.streams} streams of ${header.entity}, exported ${header.createdAt}`,
  );
  console.log(
    isWhole ? `head of the log: ${log.hash}` : `a part of the log: ${JSON.stringify(header.selection)}`,
  );
  if (!totals.how) console.log('totals: not added up, the release that made the export did not say how');
  const due = manifest.macsAfter == null ? '' : `, due in all after position ${manifest.macsAfter}`;
  const unchecked = manifest.macsUnchecked > 0 ? `; ${manifest.macsUnchecked} of them by a lost key` : '';
  console.log(
    `MACs: ${macs} facts have one${due}${unchecked}: checked by the installation, which alone has the secret`,
  );
  if (trusted) console.log('signed by the key that was given');
  else console.log(`signed by the key ${fingerprint}: compare it with the one you were told`);
}

// Run as a program, and not read as a module of another one.
const [, program] = process.argv;
if (existsSync(program ?? '') && realpathSync(program) === realpathSync(fileURLToPath(import.meta.url))) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(
      error instanceof Broken ? `BROKEN: ${error.message}` : `cannot be verified: ${error.message}`,
    );
    process.exitCode = error instanceof Broken ? 1 : 2;
  });
}
