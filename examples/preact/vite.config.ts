import preact from '@preact/preset-vite';
import {defineConfig} from 'vite';

export default defineConfig({
  // What of the environment the page may know.
  envPrefix: 'AIW_',
  plugins: [preact()],
});
