/** Rows of a page of a list, asked for early or not. */
export const PAGE = 100;

/** Questions on their way before anything else of the page has come, by their address. Each is answered to the first who asks it. */
const asked = new Map<string, Promise<Response>>();

/** Whatever the order of the parameters. */
const keyOf = (address: string): string => {
  const url = new URL(address, window.location.origin);
  url.searchParams.sort();
  return url.href;
};

export function askEarly(address: string): Promise<Response> {
  const answer = fetch(address, { credentials: 'same-origin' });
  asked.set(keyOf(address), answer);
  return answer;
}

/** As `fetch`: with the answer that was asked for early, where nobody has had it yet. */
export function fetchOrTake(request: Request): Promise<Response> {
  const key = request.method === 'GET' ? keyOf(request.url) : '';
  const early = asked.get(key);
  asked.delete(key);
  // What did not come is asked for again.
  return early ? early.catch(() => fetch(request)) : fetch(request);
}
