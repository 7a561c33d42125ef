/*
 * Says in one sentence what to do when the Node that runs a script is too old, instead of a stack trace about syntax.
 * Plain CommonJS in old syntax, so that any Node can run it: `node scripts/node-version.cjs && node index.ts`.
 */
'use strict';

var NEEDED = 24;

/** The sentence for a version like `20.1.0`, or null when it is new enough. */
function tooOld(version, path) {
  if (Number(version.split('.')[0]) >= NEEDED) return null;
  return (
    'lipei needs Node ' + NEEDED + ' or newer and was started by Node ' + version + ' (' + path + '): ' +
    'either run `npm ci` without `--omit=optional`, which brings Node ' + NEEDED + ' along on Linux and Windows, ' +
    'or install Node ' + NEEDED + ' from https://nodejs.org and start again.'
  );
}

module.exports = { tooOld: tooOld };

if (require.main === module) {
  var sentence = tooOld(process.versions.node, process.execPath);
  if (sentence) {
    console.error(sentence);
    process.exitCode = 1;
  }
}
