import { addProblemCodes } from '../problem-codes.js';

addProblemCodes({
  'sign-in-code': [
    401,
    'The code is not one of ours, was used before, or is older than 60 seconds.',
    '`quittance open` makes another.',
  ],
  'sign-in-refused': [
    401,
    'The provider did not sign you in.',
    'Open `/session/start` to try again; `detail` says what the provider or we found.',
  ],
  'other-site': [
    403,
    'A page of another site sends it with the session of its reader.',
    'Write from a page of this installation, or send a bearer token.',
  ],
});
