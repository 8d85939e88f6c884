const { default: TestRunner } = require('jest-runner');

/** Runs its test files one after the other: a browser and a server each is enough for one machine. */
module.exports = class SerialRunner extends TestRunner {
  isSerial = true;
};
