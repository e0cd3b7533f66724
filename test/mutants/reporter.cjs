/** Tells the process that started jest what happens, as it happens: it stops the run at the first test that fails. */
const tell = (message) => process.send?.(message);

module.exports = class Reporter {
  onTestFileStart({ path }) {
    tell({ what: 'file', file: path });
  }

  onTestCaseResult({ path }, { status, fullName, failureMessages }) {
    if (status === 'failed')
      tell({ what: 'failed', file: path, test: fullName, message: failureMessages.join('\n') });
  }

  onTestFileResult({ path }, { failureMessage, numFailingTests, testExecError }) {
    if (testExecError || numFailingTests > 0) {
      tell({ what: 'failed', file: path, test: '', message: failureMessage ?? '' });
    }
  }

  onRunComplete(_contexts, { numFailedTestSuites, numTotalTestSuites }) {
    tell({ what: 'done', failed: numFailedTestSuites, ran: numTotalTestSuites });
  }

  getLastError() {}
};
