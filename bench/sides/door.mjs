// A caller of Quittance over HTTP, on connections that are kept open.
import { randomUUID } from 'node:crypto';
import { Agent, lib, request } from '../product.mjs';

/** Answers `post(path, body)` for a person with roles: the answer's body. @throws Error whatever is not a success */
export async function door({ sub, roles, connections }) {
  const token = await lib('http').signDevelopmentToken(process.env.DATA_DIR, { sub, roles });
  const dispatcher = new Agent({ connections, pipelining: 1 });
  return async (path, body) => {
    const { statusCode, body: said } = await request(`${process.env.QUITTANCE_URL}/v1/${path}`, {
      method: 'POST',
      dispatcher,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    const answer = await said.json();
    if (statusCode >= 300) throw new Error(`${path}: ${statusCode} ${JSON.stringify(answer)}`);
    return answer;
  };
}
