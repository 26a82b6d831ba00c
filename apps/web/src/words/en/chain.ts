export default {
  cannot: 'This browser works out no hashes for pages that come unencrypted from another machine.',
  checking: 'Working out the chain in this browser: {count, plural, one {# fact} other {# facts}} so far',
  holds:
    'Chain: {count, plural, one {# fact} other {# facts}}, recomputed in this browser just now; it ends in',
  again: 'Check again',
  broken: {
    missing:
      'The chain breaks before revision {revision}: a fact is missing. {count, plural, one {# fact holds} other {# facts hold}}.',
    unlinked:
      'The chain breaks at revision {revision}: it does not link to the fact before it. {count, plural, one {# fact holds} other {# facts hold}}.',
    changed:
      'The chain breaks at revision {revision}: its content is not what was hashed. {count, plural, one {# fact holds} other {# facts hold}}.',
  },
  toFact: 'Fact {position}',
} as const;
