/**
 * To make a formatter takes longer than anything else that a page needs, and a million lives make
 * them over and over. They hold no state, so one of a kind does for all.
 */
const made = new Map<string, Intl.DateTimeFormat>();

Intl.DateTimeFormat = new Proxy(Intl.DateTimeFormat, {
  construct(target, args: ConstructorParameters<typeof Intl.DateTimeFormat>) {
    const kind = JSON.stringify(args);
    const known = made.get(kind) ?? new target(...args);
    made.set(kind, known);
    return known;
  },
});
