import {esbuildPlugin} from '@web/dev-server-esbuild';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {CHROMIUM_ARGS, chromiumPath} from './testing/browser/chromium.mjs';

/** Tests that need a DOM run in a real browser; the pure ones run under Node (see package.json). */
export default {
  // One file of stories has some two hundred cases.
  testsFinishTimeout: 240_000,
  files: [
    'src/*.test.ts',
    'src/{elements,platform,controllers,api}/**/*.test.ts',
    'loader/**/*.test.ts',
    'stories/**/*.test.ts',
    '!src/platform/audio/audio.test.ts',
    '!stories/comparison/**',
  ],
  nodeResolve: {exportConditions: ['development']},
  concurrency: 2,
  plugins: [esbuildPlugin({ts: true, target: 'es2022', tsconfig: 'tsconfig.json'})],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      // Motion is drawn by the processor here: the tests of it ask for it.
      createBrowserContext: ({browser}) => browser.newContext({reducedMotion: 'reduce'}),
      launchOptions: {
        executablePath: chromiumPath(),
        args: [
          ...CHROMIUM_ARGS,
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
        ],
      },
    }),
  ],
  testFramework: {config: {ui: 'bdd', timeout: 10_000}},
};
