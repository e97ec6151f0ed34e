import {chosenEngines} from './testing/engines/chosen.js';
import {ElementLauncher} from './testing/engines/element-launcher.js';
import {allBut, filesWithout} from './testing/engines/left-out.js';
import base from './web-test-runner.config.mjs';

const [kind] = chosenEngines();

/** The element tests in the engine that `ENGINES` names; `npm run test:browsers` runs them in each. */
export default {
  ...base,
  // What axe finds does not hang on the engine: stories are gone through in Chromium.
  files: [
    ...base.files.filter(pattern => !pattern.startsWith('stories/')),
    ...filesWithout(kind.name).map(file => `!${file}`),
  ],
  concurrency: 1,
  browsers: [new ElementLauncher(kind)],
  testFramework: {config: {...base.testFramework.config, grep: allBut(kind.name) ?? undefined}},
};
