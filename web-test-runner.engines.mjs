import {chosenEngines} from './testing/engines/chosen.js';
import {ElementLauncher} from './testing/engines/element-launcher.js';
import {allBut} from './testing/engines/left-out.js';
import base from './web-test-runner.config.mjs';

const [kind] = chosenEngines();

/** The element tests in the engine that `ENGINES` names; `npm run test:browsers` runs them in each. */
export default {
  ...base,
  // What axe finds does not hang on the engine: stories are gone through in Chromium.
  files: base.files.filter(pattern => !pattern.startsWith('stories/')),
  concurrency: 1,
  browsers: [new ElementLauncher(kind)],
  // Left out by a wrapper of `it`: what mocha's own grep leaves out counts as failed.
  testRunnerHtml: framework => `<!doctype html><body><script>
    const kept = ${allBut(kind.name) ?? '/^/'};
    let own;
    Object.defineProperty(window, 'it', {
      get: () => own,
      set: real => (own = (title, run) => real(title, kept.test(title) ? run : undefined)),
    });
    </script><script type="module" src="${framework}"></script></body>`,
};
