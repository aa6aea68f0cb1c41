/** Every way in which each call of an alert's life can go wrong, told case by case. */
process.env.FAULTS = 'all';
await import('../wire-faults.test.ts');
