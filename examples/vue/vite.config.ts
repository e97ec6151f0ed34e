import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

export default defineConfig({
  // What of the environment the page may know.
  envPrefix: 'AIW_',
  plugins: [vue({template: {compilerOptions: {isCustomElement: tag => tag.startsWith('aiw-')}}})],
});
