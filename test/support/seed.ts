import fc from 'fast-check';

/**
 * Properties draw the same examples in every run, so that a failure is there again on the next one. Other examples are
 * tried with COUNTERSIGN_SEED set to any whole number.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['COUNTERSIGN_SEED'] ?? 20_261_125) });
