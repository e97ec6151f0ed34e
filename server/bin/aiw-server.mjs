#!/usr/bin/env node
// A file that is there before anything is built: npm links commands when it installs.
await import('../dist/cli.js');
