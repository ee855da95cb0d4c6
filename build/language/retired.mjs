/** Retired parts of identifiers, and what to write instead. */
export const retired = [
  [/[Rr]efus(?:e|al|ing)|REFUS(?:E|AL)/, 'apiErrors, reject, deny, rejection'],
  [/^tell(?=[A-Z]|$)|Tell(?=[A-Z]|$)|^told|Told/, 'notify, report'],
  [/^mend(?=ed|[A-Z]|$)|Mend(?=ed|[A-Z]|$)/, 'fix, recover'],
  [/workOff|worksOff|workedOff/, 'process'],
  [/^patience$|Patience/, 'a name with subject and unit, such as uploadTimeoutMs'],
  [
    /^(?:longest|shortest|enough|silence)$|^most(?=[A-Z]|$)/,
    'a name with subject and unit, such as maxFiles',
  ],
  [/somebody|nobody|Somebody|Nobody/, 'someone, noOne, anonymous'],
  [/^verdict|Verdict|^judge(?=[A-Z]|$)|Judge(?=[A-Z]|$)/, 'evaluate, health'],
  [/^outward|Outward/, 'exporter'],
  [/^spared|Spared/, 'deflected'],
  [/^bring(?=[A-Z]|s?$)/, 'load'],
  [/^(?:isFed|stand)$/, 'isConnected, setActive'],
  [/^hears?$/, 'listener, onEvent'],
  [/(?:^a|[a-z]A)new(?=[A-Z]|$)/, 'refresh, restart, again'],
  [/AtOnce$/, 'perBatch, or max with a subject, such as maxShownAgents'],
  [/^usual(?=[A-Z])/, 'default'],
  [/^pauses?$|[pP]auseMs$/, 'debounceMs, delayMs, intervalMs, wait'],
  [/^[A-Z]\w*Wanted$/, 'Request, Filter'],
];
