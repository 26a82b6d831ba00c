// Says the seed at the start and beside every failure, so that what happened can happen again.
const said = () => `FAULTS_SEED=${process.env.FAULTS_SEED}`;

module.exports = class SeedReporter {
  onRunStart() {
    process.stderr.write(`${said()}\n`);
  }

  onTestResult(_test, { testResults }) {
    for (const { status, fullName } of testResults) {
      if (status === 'failed') process.stderr.write(`again with ${said()}: ${fullName}\n`);
    }
  }
};
