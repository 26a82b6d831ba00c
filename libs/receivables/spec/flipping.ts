/** Verifies the file once for each of 300 bytes flipped, drawn by the seed, in one process. */
export const FLIPPING = `
  import { readFileSync, writeFileSync } from 'node:fs';
  const [verifier, path, fingerprint, seed] = process.argv.slice(2);
  const { verified, Broken } = await import(verifier);
  const bytes = readFileSync(path);
  let state = Number(seed);
  const random = (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  const said = { flips: 0, unnoticed: [], withoutPlace: [] };
  for (; said.flips < 300; said.flips += 1) {
    // Half of them in the manifest, which is short beside the rest.
    const last = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    const at = said.flips % 2 ? random(bytes.length) : last + random(bytes.length - last);
    const flipped = Buffer.from(bytes);
    flipped[at] ^= 1 + random(255);
    writeFileSync(path, flipped);
    try {
      await verified(path, fingerprint);
      said.unnoticed.push(at);
    } catch (error) {
      const place = error instanceof Broken ? /line [0-9]+/ : /is not known here/;
      if (!place.test(error.message)) said.withoutPlace.push([at, error.message]);
    }
  }
  console.log(JSON.stringify(said));
`;
