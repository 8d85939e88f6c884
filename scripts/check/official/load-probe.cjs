/** Loads one module in a fresh process and prints how long that took and what it exports. */
const [, , file] = process.argv;
const timing = { measure: () => ({ stop() {} }) };
globalThis.__forge_runtime__ = {
  appContext: {},
  lambdaContext: {},
  metrics: { counter: () => ({ incr() {} }), timing: () => timing },
};
const started = process.hrtime.bigint();
const loaded = require(file);
const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
const functions = Object.keys(loaded).filter((name) => typeof loaded[name] === 'function');
process.stdout.write(JSON.stringify({ milliseconds, functions }));
