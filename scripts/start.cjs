/*
 * `npm start`: says in one sentence where Node is too old, then starts index.ts, whose types are stripped and whose code is
 * compiled once and kept (node_modules/.cache, or where systemd says), because that is most of a start. Old syntax, so that any Node can say it.
 */
'use strict';

var nodeVersion = require('./node-version.cjs');
var module_ = require('module');
var path = require('path');

var sentence = nodeVersion.tooOld(process.versions.node, process.execPath);
if (sentence) {
  console.error(sentence);
  process.exitCode = 1;
} else {
  // Where nothing may be written it starts all the same, more slowly.
  module_.enableCompileCache(process.env.CACHE_DIRECTORY || path.join(__dirname, '../node_modules/.cache/node'));
  import('../index.ts').then(function (index) {
    return index.run(process.argv[2]);
  });
}
