import {defineConfig} from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig({
  // What of the environment the page may know.
  envPrefix: 'AIW_',
  plugins: [solid()],
});
