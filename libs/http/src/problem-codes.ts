/** What a code of a problem says, and what its caller does then. `/docs#problem-<code>` and docs/problems.md show it. */
export interface ProblemCode {
  /** HTTP statuses that it comes with. */
  status: number;
  /** A sentence for people. */
  means: string;
  /** What to do. */
  then: string;
}

const AGAIN = 'Send the same request again after `Retry-After`; a write with the same `Idempotency-Key`.';

/** A code in short: its status, what it says, what to do. */
export type ProblemCodes = Readonly<Record<string, readonly [status: number, means: string, then: string]>>;

const CODES: ProblemCodes = {
  'bad-request': [400, 'It is not an HTTP request.', 'Use an HTTP client.'],
  'doubled-field': [400, 'The JSON body has a field twice.', 'Send each field once.'],
  'doubled-header': [400, 'A header that may be sent only once was sent more often.', 'Send it once.'],
  'idempotency-key-malformed': [
    400,
    'The header `Idempotency-Key` is not a valid key.',
    'Send what `errors` says; a UUID is always right.',
  ],
  'idempotency-key-missing': [
    400,
    'A write has no header `Idempotency-Key`.',
    'Send a key that is new for each request and the same for its retries.',
  ],
  'if-match-malformed': [
    400,
    'The header `If-Match` is no list of entity tags.',
    'Send the `ETag` as it was answered, with its quotes.',
  ],
  'malformed-path': [400, 'The path is not percent-encoded UTF-8.', 'Encode each part of the path.'],
  'malformed-query': [
    400,
    'The query is not percent-encoded UTF-8.',
    'Encode names and values of the query.',
  ],
  'too-deep': [400, 'The JSON body nests too deeply.', 'Send what the route shows in /docs.'],
  unparsable: [
    400,
    'The body is not JSON in UTF-8, or there is none.',
    'Send a JSON object; `detail` says where reading ended.',
  ],
  unauthorized: [
    401,
    'The token is missing, has expired, or does not come from the issuer; or the session has ended.',
    'Send `Authorization: Bearer` with a valid token, or sign in again; `detail` says what is wrong.',
  ],
  forbidden: [
    403,
    'None of the roles of the token may do this.',
    '`detail` names the roles that may. Ask somebody who has one of them.',
  ],
  'customer-not-found': [404, 'There is no such customer.', 'Look it up in /v1/customers.'],
  'invoice-not-found': [
    404,
    'There is no invoice with this id.',
    'Find the id by its number: `/v1/invoices?number=`.',
  ],
  'not-found': [
    404,
    'There is no such route, or nothing under this id.',
    'If you have only the number of an invoice, find its id with `/v1/invoices?number=`.',
  ],
  'payment-not-found': [404, 'There is no payment with this id.', 'Look it up in /v1/payments.'],
  'person-not-found': [404, 'There is no such person.', 'Look them up in /v1/people.'],
  'method-not-allowed': [
    405,
    'The path does not take this method.',
    'The header `Allow` names those that it takes.',
  ],
  'request-timeout': [
    408,
    'The request did not arrive in time.',
    'Send it again, faster; a write with the same `Idempotency-Key`.',
  ],
  'already-settled': [
    409,
    'Nothing was open on the invoice on that day: there is nothing to extend.',
    'Look at its history.',
  ],
  'changed-meanwhile': [409, 'Others keep changing the same thing.', 'Send the same request again.'],
  'currency-mismatch': [
    409,
    'Payment and invoice are in different currencies.',
    'Allocate only to invoices in the currency of the payment.',
  ],
  duty: [
    409,
    'The entity keeps two duties apart that one person would combine on the document.',
    '`detail` names them. Let somebody else do it.',
  ],
  'over-limit': [
    409,
    'It lies beyond what the caller decides alone: a limit of the entity speaks against it.',
    '`detail` names the limit and what it allows. Stay within it, or ask a manager.',
  ],
  'customer-taken': [
    409,
    'The customer is registered with other content.',
    'Read it; choose another id for another customer.',
  ],
  'looks-alike': [
    409,
    'The number or id differs from an existing one only by case, blanks or hyphens.',
    '`detail` names the other. If it really is another customer, send `"acceptLookalike": true`.',
  ],
  'not-an-extension': [
    409,
    'The new date equals the agreed due date, or is not later than the contractual one.',
    'Send a later date.',
  ],
  'nothing-personal': [
    409,
    'The payment has no reference: there is nothing to erase.',
    'You need do nothing.',
  ],
  'number-taken': [
    409,
    'An invoice with this number was issued before.',
    'Read it with `/v1/invoices?number=`; choose another number for another invoice.',
  ],
  'other-version': [
    409,
    'The tables were made by another version of Quittance than the one that answers.',
    'Send the release to an api of the version that the projector runs.',
  ],
  'payment-taken': [
    409,
    'The source recorded another payment under this externalId.',
    'Read it; send the right `source` and `externalId`.',
  ],
  'person-erased': [
    409,
    'Their personal data was erased: nothing more about them is recorded.',
    'Use another id for another person.',
  ],
  'person-taken': [
    409,
    'The person is registered with other content.',
    'Read it; choose another id for another person.',
  ],
  'sealed-for-customer': [
    409,
    'The reference of the payment is sealed for its customer.',
    'Erase the customer instead.',
  ],
  'unknown-customer': [
    422,
    'The request names a customer that is not registered.',
    'Register the customer first.',
  ],
  'unknown-invoice': [
    422,
    'The payment names an invoice that is not there.',
    'Send the id that the API answered; `/v1/invoices?number=` finds it.',
  ],
  'unknown-person': [422, 'The request names a person who is not registered.', 'Register the person first.'],
  'stream-deleted': [
    409,
    'Somebody deleted or cut a stream in the event store, which Quittance never does.',
    'An operator runs `quittance check` and restores the event store from a backup.',
  ],
  'stale-revision': [
    412,
    '`If-Match` does not name the current revision: somebody changed it since.',
    'Read it again, decide again, send its new `ETag`.',
  ],
  'too-large': [
    413,
    'The body, or the fact made from it, is too large.',
    'Send less; /docs says how much the route accepts.',
  ],
  'path-too-long': [414, 'A part of the path is too long.', 'Ids have at most 100 characters.'],
  'content-encoding': [415, 'The body is compressed or encoded.', 'Send it without `Content-Encoding`.'],
  'media-type': [
    415,
    'The body is not `application/json` in UTF-8.',
    'Send `Content-Type: application/json`.',
  ],
  'idempotency-key-reused': [
    422,
    'You used this `Idempotency-Key` for another request.',
    'Send a new key for a new request.',
  ],
  invalid: [
    422,
    'A field of the body or of the query is wrong.',
    '`errors` names each wrong field, the rule, the value and what to send.',
  ],
  'too-many-refusals': [
    429,
    'The address sent too many tokens that are not valid.',
    'Wait as long as `Retry-After` says, then send a valid token.',
  ],
  'request-header-fields-too-large': [431, 'The address and headers are larger than 16 KiB.', 'Send less.'],
  'internal-error': [
    500,
    'Something went wrong on our side.',
    'The operator finds it in the log by the `X-Correlation-Id` of the answer.',
  ],
  'database-unavailable': [503, 'PostgreSQL does not answer or cannot do its work.', AGAIN],
  'issuer-unavailable': [
    503,
    'The keys of the token issuer cannot be read, so no token can be verified.',
    AGAIN,
  ],
  'not-ready': [
    503,
    'Quittance is not ready: `/health/ready` names what is missing.',
    'Wait; operators see docs/operations.md.',
  ],
  'not-yet-complete': [503, 'The tables may still lack facts that were recorded up to `knownAt`.', AGAIN],
  'not-yet-projected': [503, 'The tables did not reach the position `after` within 10 seconds.', AGAIN],
  parked: [
    503,
    'The answer depends on a parked stream.',
    'An operator removes the cause and releases the stream: docs/watching.md.',
  ],
  'store-unavailable': [503, 'The event store does not answer. Nothing is lost.', AGAIN],
};

const ALL: Record<string, ProblemCode> = {};

/** Every code that an answer can have. A test walks the source for one that is missing here. */
export const PROBLEM_CODES: Readonly<Record<string, ProblemCode>> = ALL;

/** Adds the codes of a feature. @throws Error when there is one of that name */
export function addProblemCodes(codes: ProblemCodes): void {
  for (const [code, [status, means, then]] of Object.entries(codes)) {
    if (Object.hasOwn(ALL, code)) throw new Error(`the code ${code} is there already`);
    ALL[code] = { status, means, then };
  }
}

addProblemCodes(CODES);
