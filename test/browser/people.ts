/** Phones of the demo team of tier 1. */
export const sari = '+628111000101';
export const budi = '+628111000201';
