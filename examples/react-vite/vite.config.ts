import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

export default defineConfig({
  // What of the environment the page may know.
  envPrefix: 'AIW_',
  plugins: [react()],
});
