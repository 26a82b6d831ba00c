// A running Quittance for a show: started as its user would, spoken to over HTTP and by its command line.
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { begin } from './stage.mjs';

/** A free port of this machine. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Runs a program to its end; output is kept, shown as it comes when `echo`, and added to the file `log`. */
export function run(program, args, { cwd, env = {}, echo = false, log, uid, gid } = {}) {
  const child = begin(program, args, { cwd, env: { ...process.env, ...env }, uid, gid });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += data;
    if (echo) process.stdout.write(data);
    if (log) appendFileSync(log, data);
  });
  child.stderr.on('data', (data) => {
    stderr += data;
    if (log) appendFileSync(log, data);
  });
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: -1, stdout, stderr: String(error) }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal, stdout, stderr }));
  });
  return Object.assign(ended, { child });
}

export class Installation {
  constructor({ root, dataDir, port, eventStorePort, env = {}, uid, gid }) {
    Object.assign(this, { root, dataDir, port, eventStorePort, uid, gid });
    this.url = `http://127.0.0.1:${port}`;
    this.env = {
      DATA_DIR: dataDir,
      PORT: String(port),
      EVENTSTORE_PORT: String(eventStorePort),
      QUITTANCE_URL: this.url,
      ...env,
    };
    this.tokens = new Map();
  }

  static async at(root, dataDir, options = {}) {
    return new Installation({
      root,
      dataDir,
      port: await freePort(),
      eventStorePort: await freePort(),
      ...options,
    });
  }

  /** `npm start` in a process group of its own; resolves with what it printed once the API is ready. */
  async start() {
    const began = Date.now();
    this.process = begin('npm', ['start', '--silent'], {
      cwd: this.root,
      env: { ...process.env, ...this.env },
      uid: this.uid,
      gid: this.gid,
    });
    let printed = '';
    this.process.stdout.on('data', (data) => (printed += data));
    this.process.stderr.on('data', (data) => (printed += data));
    this.ended = new Promise((resolve) => this.process.on('exit', (code, signal) => resolve(code ?? signal)));
    let code;
    void this.ended.then((result) => (code = result));
    for (;;) {
      const ready = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (ready?.ok) break;
      if (code !== undefined) throw new Error(`npm start ended with ${code}:\n${printed}`);
      if (Date.now() - began > 120_000) throw new Error(`npm start is not ready after 120 s:\n${printed}`);
      await pause(50);
    }
    return { seconds: (Date.now() - began) / 1000, printed: () => printed };
  }

  /** Ctrl-C: the terminal signals the whole foreground group. */
  async interrupt() {
    process.kill(-this.process.pid, 'SIGINT');
    return this.ended;
  }

  quittance(...args) {
    return run('npm', ['run', '-s', 'quittance', '--', ...args], {
      cwd: this.root,
      env: this.env,
      uid: this.uid,
      gid: this.gid,
    });
  }

  /** Signed once, however many ask for it at the same time. */
  token(roles, sub) {
    const key = `${sub}:${roles}`;
    if (!this.tokens.has(key)) this.tokens.set(key, this.signed(roles, sub));
    return this.tokens.get(key);
  }

  async signed(roles, sub) {
    const { stdout, stderr } = await this.quittance('token', '--role', roles, '--sub', sub);
    if (!stdout.trim()) throw new Error(`no token: ${stderr}`);
    return stdout.trim();
  }

  async get(path, { roles = 'auditor', sub = 'auditor', headers = {} } = {}) {
    const response = await fetch(this.url + path, {
      headers: { authorization: `Bearer ${await this.token(roles, sub)}`, ...headers },
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, body: json };
  }

  async post(path, body, { roles = 'clerk,manager', sub = 'clara', key = randomUUID() } = {}) {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await this.token(roles, sub)}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** Posts what must succeed; answers its body. */
  async done(path, body, options) {
    const { status, body: answer } = await this.post(path, body, options);
    if (status >= 300) throw new Error(`POST ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }
}

/** The aging numbers of an answer in one currency, in the shape of a table row. */
export function aging(answer, currency = 'EUR') {
  const found = answer.currencies?.find((each) => each.currency === currency);
  if (!found) return answer;
  const amounts = Object.fromEntries(
    Object.entries(found.buckets).map(([bucket, { amount }]) => [bucket, amount]),
  );
  const counts = Object.fromEntries(
    Object.entries(found.buckets).map(([bucket, { count }]) => [bucket, count]),
  );
  return {
    open_amount: found.open,
    overdue_amount: found.overdue,
    counts,
    amounts,
    balanced: found.balanced,
  };
}
